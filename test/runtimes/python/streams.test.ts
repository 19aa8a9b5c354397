import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce } from './python-runtime.js';

const service = 'python-streams';

describeEach(interpreters)('what is printed on Python $version', (python) => {
  test('C105 print is raw, in UTF-8, each stream on its own', async () => {
    const { stdout, stderr } = await invokeOnce({ python, service, handler: 'app.both', environment: { LANG: 'C' } });
    expect([stdout, stderr]).toEqual(['out 1\nout é \u2028', 'err 1\nerr é']);
  });

  test('what was written survives a kill', async () => {
    const { answer, stdout, stderr } = await invokeOnce({ python, service, handler: 'app.unfinished' });
    expect(answer).toBeUndefined();
    expect([stdout, stderr]).toEqual(['half a line', 'half an error']);
  });

  test('bytes that user code left in the buffer are out before the response is', async () => {
    const { stdoutBytes } = await invokeOnce({ python, service, handler: 'app.bytes_left_in_buffer' });
    expect(stdoutBytes).toEqual(Buffer.from('\xff\x00 raw', 'latin1'));
  });
});

describeEach(fullSet)('standard streams on Python $version', (python) => {
  test('twenty megabytes of lines arrive whole', async () => {
    // Each line is four writes.
    const count = 20_000;
    const { stdout } = await invokeOnce({ python, service, handler: 'app.many', event: count });
    expect(stdout.length).toBe([...Array(count).keys()].reduce((sum, n) => sum + 502 + String(n).length, 0));
    expect(stdout.endsWith(`${'ü'.repeat(500)} ${count - 1}\n`)).toBe(true);
  });

  test('are what user code expects of them', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.descriptors' });
    expect(json()).toEqual([1, 2, 'utf-8', true]);
  });

  test('an encoding that the user asked for is kept', async () => {
    const environment = { PYTHONIOENCODING: 'latin-1:replace' };
    const { stdoutBytes } = await invokeOnce({ python, service, handler: 'app.both', environment });
    expect(stdoutBytes).toEqual(Buffer.from('out 1\nout \xe9 ?', 'latin1'));
  });

  test('an error is reported although the streams were closed', async () => {
    const { answer, json } = await invokeOnce({ python, service, handler: 'app.closed' });
    expect(answer?.kind).toBe('error');
    expect(json()).toMatchObject({ errorMessage: 'nobody hears it' });
  });

  test('an error is logged although sys.stdout was replaced', async () => {
    const { stdout } = await invokeOnce({ python, service, handler: 'app.replaced' });
    expect(stdout).toContain('[ERROR] ValueError: heard\n');
  });
});
