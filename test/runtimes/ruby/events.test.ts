import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, startRuby } from './ruby-runtime.js';

const service = 'ruby-results';

describeEach(interpreters)('events on Ruby $version', (ruby) => {
  test('are the values that JSON says', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.inspect_event' });
    const seen = async (json: string) => JSON.parse((await warm.invoke(Buffer.from(json))).body.toString());
    expect(await seen('12345678901234567890123')).toBe('Integer 12345678901234567890123');
    expect(await seen('[1.0, 1e2, -0.0]')).toBe('Array [1.0, 100.0, -0.0]');
    expect(await seen('[{"a":1,"a":2}]')).toMatch(/^Array \[\{"a" ?=> ?2\}\]$/);
    expect(await seen('"\\u0000é"')).toBe('String "\\u0000é"');
    expect(await seen(' null ')).toBe('NilClass nil');
    expect(await seen('"x"')).toBe('String "x"');
    await warm.stop();
  });

  test('arrive whole in one piece or in many', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.echo' });
    const text = JSON.stringify({ text: 'é☃😀'.repeat(100_000) });
    const whole = await warm.invoke(Buffer.from(text));
    const bytes = Buffer.from(text);
    const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 70_001), bytes.subarray(70_001)];
    const chunked = await warm.api.invoke({ requestId: 'a/b c', event: '', pieces });
    await warm.stop();
    expect(whole.body.toString()).toBe(text);
    expect(chunked.body.toString()).toBe(text);
    // The id stands in the path of the answer.
    expect(warm.api.requests.map(({ line }) => line)).toContain(
      'POST /2018-06-01/runtime/invocation/a%2Fb%20c/response',
    );
    expect(warm.api.connections()).toBe(1);
  });

  test('of another content type are the text as it is', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const { json } = await invokeOnce({ ruby, service, handler: 'app.echo', event: Buffer.from('{"a"'), headers });
    expect(json()).toBe('{"a"');
  });

  test.each(['', '{"a"', '[NaN]', `${'['.repeat(101)}${']'.repeat(101)}`])(
    'that are not JSON end the process as in Lambda: %j',
    async (event) => {
      const { answer, exit, stdout } = await invokeOnce({
        ruby,
        service,
        handler: 'app.echo',
        event: Buffer.from(event),
      });
      expect(answer?.kind).not.toBe('response');
      expect(exit).toEqual({ code: 252, signal: null });
      expect(stdout).toMatch(/^Init error when loading handler \n/);
      expect(JSON.parse(stdout.slice(stdout.indexOf('{'))).errorType).toMatch(/^Init<JSON::(?:Parser|Nesting)Error>$/);
    },
  );

  test('the runtime names itself with the version that runs', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.echo' });
    await warm.invoke({});
    await warm.stop();
    const agents = new Set(warm.api.requests.map(({ headers }) => headers['user-agent']));
    expect([...agents]).toEqual([expect.stringMatching(new RegExp(`^invoke-local-ruby/${ruby.version}\\.\\d+$`))]);
  });

  test('a signal while it waits ends it quietly', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.echo' });
    await warm.invoke({});
    await warm.api.reachedNext(1);
    warm.kill('SIGTERM');
    expect(await warm.exit).toEqual({ code: 0, signal: null });
    expect(await warm.stop()).toMatchObject({ stdout: '', stderr: '' });
  });

  test('it ends quietly when the other side is gone', async () => {
    const warm = await startRuby({ ruby, service, handler: 'app.echo' });
    await warm.invoke({});
    await warm.api.reachedNext(1);
    await warm.api.close();
    expect(await warm.exit).toEqual({ code: 1, signal: null });
    expect(await warm.stop()).toMatchObject({ stdout: '', stderr: '' });
  });
});
