import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, startPython } from './python-runtime.js';

const service = 'python-user-code';

describeEach(interpreters)('user code that does anything on Python $version', (python) => {
  test('may patch modules and rearrange the import system', async () => {
    const warm = await startPython({ python, service, handler: 'app.patched' });
    const answers = [await warm.invoke([1]), await warm.invoke([2])];
    const { stdout, stderr } = await warm.stop();
    expect(answers.map(({ body }) => body.toString())).toEqual(['[1]', '[2]']);
    expect(stdout + stderr).toBe('');
  });

  test('may replace __import__, and its errors are still reported', async () => {
    const warm = await startPython({ python, service, handler: 'app.import_replaced' });
    const kinds = [
      (await warm.invoke('pass')).kind,
      (await warm.invoke('fail')).kind,
      (await warm.invoke('pass')).kind,
    ];
    const { stdout } = await warm.stop();
    expect(kinds).toEqual(['response', 'error', 'response']);
    expect(stdout).toMatch(/^\[ERROR\] ValueError: told\n/);
  });

  test('may lower the recursion limit', async () => {
    const { answer } = await invokeOnce({ python, service, handler: 'app.shallow' });
    expect(answer?.body.toString()).toBe('[[[[1]]]]');
  });

  test('may leave threads that run on', async () => {
    const warm = await startPython({ python, service, handler: 'app.thread' });
    const bodies = [(await warm.invoke({})).body.toString(), (await warm.invoke({})).body.toString()];
    await warm.stop();
    expect(bodies).toEqual(['"running"', '"running"']);
  });

  test('has its atexit handlers called when it exits', async () => {
    const { exit, stdout } = await invokeOnce({ python, service, handler: 'app.at_exit' });
    expect(exit.code).toBe(5);
    expect(stdout).toBe('goodbye\n');
  });

  test('that closes every file ends the process with one line that says why', async () => {
    const { answer, exit, stderr } = await invokeOnce({ python, service, handler: 'app.files_closed' });
    expect(answer).toBeUndefined();
    expect(exit.code).toBe(1);
    expect(stderr).toMatch(/^invoke-local: the connection to the Runtime API broke: .+\n$/);
  });

  test('that returns a hostile object gets a MarshalError', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.hostile_result' });
    expect(json()).toMatchObject({ errorType: 'Runtime.MarshalError' });
  });

  test('may start processes that import the main module anew', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.spawns' });
    expect(json()).toBe(0);
  });

  if (process.platform !== 'win32') {
    test('gets a SIGTERM while it waits for the next invocation', async () => {
      const warm = await startPython({ python, service, handler: 'app.signal_handled' });
      await warm.invoke({});
      await warm.api.reachedNext(1);
      warm.kill('SIGTERM');
      expect((await warm.exit).code).toBe(0);
      expect((await warm.stop()).stdout).toBe('terminated\n');
    });
  }
});
