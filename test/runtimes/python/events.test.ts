import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, startPython } from './python-runtime.js';

describeEach(interpreters)('events on Python $version', (python) => {
  test('an event of 6 MB makes the round trip', async () => {
    const event = { text: 'aé€😀'.repeat(600_000) };
    const { json, answer } = await invokeOnce({ python, service: 'python-warm', handler: 'app.echo', event });
    expect(answer?.body.length).toBeGreaterThan(6_000_000);
    expect((json() as typeof event).text === event.text).toBe(true);
  });

  test('multi-byte text that is cut anywhere arrives whole, in chunks and with a length', async () => {
    const warm = await startPython({ python, service: 'python-warm', handler: 'app.echo' });
    const event = Buffer.from('{"é": "€😀"}');
    const pieces = Array.from(event, (byte) => Buffer.from([byte]));
    const chunked = await warm.api.invoke({ requestId: 'chunked', event, pieces });
    const headers = { 'Content-Length': String(event.length) };
    const whole = await warm.api.invoke({ requestId: 'whole', event, pieces, headers });
    await warm.stop();
    expect([chunked.body.toString(), whole.body.toString()]).toEqual(['{"é": "€😀"}', '{"é": "€😀"}']);
  });

  test('numbers, escapes and a byte order mark are read as Python reads them', async () => {
    const event = Buffer.from(
      '\ufeff \r\n[12345678901234567890, 1.10, 1e3, "\\u00e9\\ud83d\\ude00", -0, {"a": 1, "a": 2}]\n',
    );
    const { answer } = await invokeOnce({ python, service: 'python-warm', handler: 'app.echo', event });
    expect(answer?.body.toString()).toBe('[12345678901234567890, 1.1, 1000.0, "é😀", 0, {"a": 2}]');
  });

  test('anything but exactly application/json reaches the handler as bytes', async () => {
    const warm = await startPython({ python, service: 'python-results', handler: 'app.kind' });
    const bodies = [];
    for (const type of ['application/json', 'application/json; charset=utf-8', 'text/plain']) {
      bodies.push((await warm.invoke('é', { 'Content-Type': type })).body.toString());
    }
    await warm.stop();
    expect(bodies).toEqual(['["str", 1]', '["bytes", 4]', '["bytes", 4]']);
  });

  test('C24 a request id is percent-encoded in the path', async () => {
    const warm = await startPython({ python, service: 'python-warm', handler: 'app.h' });
    const { body } = await warm.api.invoke({ requestId: 'a b/c?é'.replace('é', '%'), event: '{}' });
    expect(body.toString()).toBe('[1, "a b/c?%"]');
    expect(warm.api.requests.at(-1)?.line).toBe('POST /2018-06-01/runtime/invocation/a%20b%2Fc%3F%25/response');
    await warm.stop();
  });
});

describeEach(interpreters)('a warm runtime on Python $version', (python) => {
  test('C42 keeps its modules over a thousand invocations on one connection', async () => {
    const warm = await startPython({ python, service: 'python-warm', handler: 'app.h' });
    let last = '';
    for (let count = 0; count < 1000; count += 1) last = (await warm.invoke({})).body.toString();
    expect(last).toBe('[1000, "00000000-0000-4000-8000-000000001000"]');
    expect(warm.api.connections()).toBe(1);
    await warm.stop();
  });

  test('goes on after an error', async () => {
    const warm = await startPython({ python, service: 'python-warm', handler: 'app.fails_at_even' });
    const kinds = [];
    for (let count = 0; count < 4; count += 1) kinds.push((await warm.invoke({})).kind);
    await warm.stop();
    expect(kinds).toEqual(['response', 'error', 'response', 'error']);
  });

  test('tells its version in every request, and leaves silently when the Runtime API does', async () => {
    const warm = await startPython({ python, service: 'python-warm', handler: 'app.h' });
    await warm.invoke({});
    await warm.api.reachedNext(1);
    for (const { headers } of warm.api.requests) {
      expect(headers['user-agent']).toMatch(new RegExp(`^invoke-local-python/3\\.${python.minor}\\.\\d+$`));
      expect('invoke-local-peak-memory-kib' in headers).toBe(process.platform === 'darwin');
    }
    await warm.api.close();
    expect((await warm.exit).code).toBe(1);
    const { stdout, stderr } = await warm.stop();
    expect(stdout + stderr).toBe('');
  });
});
