import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { indented } from './indented.js';
import { fullSet, interpreters } from './interpreters.js';
import { interrupted, invokeOnce } from './python-runtime.js';

const service = 'python-errors';
const file = fixture(service, 'app.py');
const requestId = '00000000-0000-4000-8000-000000000001';

describeEach(interpreters)('a handler that raises on Python $version', (python) => {
  test('C96 the error has its members in order, and frames of user code only', async () => {
    const { answer, json, stdout, stderr } = await invokeOnce({ python, service, handler: 'app.boom' });
    const frame = `  File "${file}", line 19, in boom\n    raise MyErr("boom")\n`;
    expect(answer?.kind).toBe('error');
    expect(answer?.headers['content-type']).toBe('application/json');
    expect(answer?.headers).not.toHaveProperty('lambda-runtime-function-error-type');
    expect(Object.entries(json() as object)).toEqual([
      ['errorMessage', 'boom'],
      ['errorType', 'MyErr'],
      ['requestId', requestId],
      ['stackTrace', [frame]],
    ]);
    expect(stdout).toBe(`[ERROR] MyErr: boom\nTraceback (most recent call last):\n${indented(frame)}`);
    expect(stderr).toBe('');
  });

  test('C97 a KeyError has its key in quotes, and every frame an entry', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.deeper' });
    expect(json()).toMatchObject({
      errorMessage: "'missing'",
      errorType: 'KeyError',
      stackTrace: [
        `  File "${file}", line 26, in deeper\n    inner()\n`,
        `  File "${file}", line 24, in inner\n    return {}["missing"]\n`,
      ],
    });
  });

  test('a recursion is cut as Python cuts it', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.recursion' });
    const { errorType, stackTrace } = json() as { errorType: string; stackTrace: string[] };
    expect(errorType).toBe('RecursionError');
    expect(stackTrace).toHaveLength(4);
    expect(stackTrace[3]).toMatch(/^ {2}\[Previous line repeated \d+ more times\]\n$/);
  });
});

describeEach(fullSet)('an error in detail on Python $version', (python) => {
  test('C97 an exception without a message has an empty one, and no colon in the log', async () => {
    const { json, stdout } = await invokeOnce({ python, service, handler: 'app.without_message' });
    expect(json()).toMatchObject({ errorMessage: '', errorType: 'MyErr' });
    expect(stdout.startsWith('[ERROR] MyErr\nTraceback')).toBe(true);
  });

  test('an exception whose text raises is still reported', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.unprintable' });
    expect(json()).toMatchObject({ errorType: 'Unprintable' });
  });

  test('a frame without a source file has no source line', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.from_text' });
    const { stackTrace } = json() as { stackTrace: string[] };
    expect(stackTrace.slice(1)).toEqual([
      '  File "<string>", line 3, in <module>\n',
      '  File "<string>", line 2, in f\n',
    ]);
  });

  test('the cause of an exception is left out', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.chained' });
    const { errorMessage, stackTrace } = json() as { errorMessage: string; stackTrace: string[] };
    expect(errorMessage).toBe('second');
    expect(stackTrace).toHaveLength(1);
  });

  test('a syntax error at run time is an exception as any other', async () => {
    const { answer, json } = await invokeOnce({ python, service, handler: 'app.syntax_at_run' });
    expect(answer?.kind).toBe('error');
    expect(json()).toMatchObject({ errorType: 'SyntaxError' });
  });

  test('a source line is read in the encoding that its file declares', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'latin.h' });
    expect(json()).toMatchObject({
      errorMessage: 'café',
      stackTrace: [expect.stringContaining('    raise ValueError("café")\n')],
    });
  });

  test('half a surrogate pair in a message ends the process, where UTF-8 would have to be written', async () => {
    const { answer, exit, stderr } = await invokeOnce({ python, service, handler: 'app.surrogate' });
    expect(answer).toBeUndefined();
    expect(exit.code).toBe(1);
    expect(stderr).toMatch(/^UnicodeEncodeError: .*surrogates not allowed$/m);
  });

  test('C98 the text of an error is escaped as that of a result', async () => {
    const { answer } = await invokeOnce({ python, service, handler: 'latin.h', runtime: 'python3.11' });
    expect(answer?.body.toString()).toContain('caf\\u00e9');
  });

  test('C103 an event that is not JSON is an UnmarshalError', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.boom', event: Buffer.from('{"a": ') });
    expect(json()).toEqual({
      errorMessage: 'Unable to unmarshal input: Expecting value: line 1 column 7 (char 6)',
      errorType: 'Runtime.UnmarshalError',
      requestId,
      stackTrace: [],
    });
  });

  test.each([
    ['an empty event', ''],
    ['an event with something after it', '{} {}'],
    ['NaN', '[NaN]'],
    ['an open string', '"abc'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a control character', '"\n"'],
  ])('C103 %s is an UnmarshalError', async (_, event) => {
    const { json, exit } = await invokeOnce({ python, service, handler: 'app.boom', event: Buffer.from(event) });
    expect(json()).toMatchObject({
      errorType: 'Runtime.UnmarshalError',
      errorMessage: expect.stringMatching(/^Unable to unmarshal input: .+/),
    });
    expect(exit.signal).toBe('SIGKILL');
  });

  test.each([
    ['app.exit_3', 3, ''],
    ['app.exit_silently', 0, ''],
    ['app.exit_with_text', 1, 'the reason\n'],
  ])('C102 %s ends the process with its own code', async (handler, code, stderr) => {
    const outcome = await invokeOnce({ python, service, handler });
    expect(outcome.answer).toBeUndefined();
    expect(outcome.exit).toEqual({ code, signal: null });
    expect(outcome.stderr).toBe(stderr);
  });

  test('C102 os._exit loses nothing that was written', async () => {
    const { exit, stdout } = await invokeOnce({ python, service, handler: 'app.exit_at_once' });
    expect(exit.code).toBe(7);
    expect(stdout).toBe('no newline');
  });

  test('C102 an interrupt ends the process by its signal', async () => {
    const { exit, stderr } = await invokeOnce({ python, service, handler: 'app.interrupt' });
    expect(exit).toEqual(interrupted);
    expect(stderr).toContain('in interrupt\n');
    expect(stderr).not.toMatch(/runtimes.python|invoke_local/);
  });

  test('C102 an exception that is no Exception ends the process, and shows user frames only', async () => {
    const { answer, exit, stderr } = await invokeOnce({ python, service, handler: 'app.base_exception' });
    expect(answer).toBeUndefined();
    expect(exit.code).toBe(1);
    expect(stderr).toContain('Interruption: base\n');
    expect(stderr).not.toMatch(/runtimes.python|invoke_local/);
  });
});
