import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, startRuby } from './ruby-runtime.js';

const service = 'ruby-user-code';
const posix = process.platform === 'win32' ? test.skip : test;

describeEach(interpreters)('user code on Ruby $version', (ruby) => {
  const answerOf = async (method: string, event: unknown = {}, environment: Record<string, string> = {}) =>
    (await invokeOnce({ ruby, service, handler: `app.${method}`, event, environment })).json();

  test('may use names of the runtime, as methods and as files', async () => {
    expect(await answerOf('call')).toBe('my call');
    const colliding = await invokeOnce({ ruby, service: 'ruby-colliding-names', handler: 'app.handler' });
    expect(colliding.json()).toBe('"ok"');
  });

  test('finds loaded what AWS’s runtime loads', async () => {
    expect(await answerOf('preloaded')).toEqual(['Net::HTTP::Get', 'Zlib', 'OpenSSL', 2026]);
    expect(await answerOf('required')).toEqual(['Net::HTTP', 'URI::HTTP']);
  });

  test('runs in the task root, which is searched first, and is not the program', async () => {
    const root = fixture(service);
    expect(await answerOf('paths')).toEqual([root, root, expect.stringMatching(/bootstrap\.rb$/), []]);
    expect(await answerOf('paths', {}, { RUBYLIB: '' })).toEqual([root, root, expect.any(String), []]);
  });

  test('has UTF-8 everywhere, and sees nothing of how', async () => {
    expect(await answerOf('encodings', {}, { TEXT: 'é' })).toEqual(['UTF-8', 'UTF-8', '', 'UTF-8']);
    expect(await answerOf('environment', ['LC_ALL', 'INVOKE_LOCAL_LOCALE'])).toEqual({
      LC_ALL: null,
      INVOKE_LOCAL_LOCALE: null,
    });
  });

  test('may close every file that it finds', async () => {
    expect(await answerOf('closes_everything')).toBe('closed');
  });

  posix('may fork: a block’s process ends with it, and one that comes back answers as in Lambda', async () => {
    const runtime = await startRuby({ ruby, service, handler: 'app.forks' });
    const answer = await runtime.invoke({});
    await runtime.api.reachedNext(1);
    const warm = await runtime.invoke({});
    const { stdout } = await runtime.stop();
    expect(JSON.parse(answer.body.toString())).toBe('child came back');
    expect(warm.kind).toBe('response');
    expect(stdout).toMatch(/^child\nat exit\n/);
  });

  posix('an exit in a forked process is the answer, as in Lambda, and the process itself goes on', async () => {
    const runtime = await startRuby({ ruby, service, handler: 'app.forks_and_exits' });
    const answer = await runtime.invoke({});
    expect(JSON.parse(answer.body.toString())).toMatchObject({ errorType: 'Function<SystemExit>' });
    await runtime.api.reachedNext(1);
    await runtime.stop();
  });

  test('a thread that takes the process with it after the answer ends it', async () => {
    const runtime = await startRuby({ ruby, service, handler: 'app.thread_error' });
    const answer = await runtime.invoke({});
    expect(JSON.parse(answer.body.toString())).toBe('answered');
    expect(await runtime.exit).toEqual({ code: 252, signal: null });
    const { stdout } = await runtime.stop();
    expect(stdout).toMatch(/"errorMessage": "from a thread"/);
    expect(stdout).toMatch(/at exit\n$/);
  });
});
