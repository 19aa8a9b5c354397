import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { indented } from './indented.js';
import { fullSet, interpreters } from './interpreters.js';
import { interrupted, invokeOnce } from './python-runtime.js';

const service = 'python-init-errors';
const warning = /^\[WARNING\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t\tLAMBDA_WARNING: Unhandled exception\. .*$/;

describeEach(interpreters)('a module that cannot be loaded on Python $version', (python) => {
  test('C92 an import that fails in it is an ImportModuleError, logged with a warning before it', async () => {
    const { answer, json, stdout, stderr, exit } = await invokeOnce({ python, service, handler: 'nested_import.h' });
    const message = "Unable to import module 'nested_import': No module named 'a_module_that_nobody_has'";
    expect(answer?.kind).toBe('init-error');
    expect(Object.entries(json() as object)).toEqual([
      ['errorMessage', message],
      ['errorType', 'Runtime.ImportModuleError'],
      ['requestId', ''],
      ['stackTrace', []],
    ]);
    const [first, ...rest] = stdout.split('\n');
    expect(first).toMatch(warning);
    expect(rest).toEqual([`[ERROR] Runtime.ImportModuleError: ${message}`, 'Traceback (most recent call last):', '']);
    expect(stderr).toBe('');
    expect(exit).toEqual({ code: 1, signal: null });
  });

  test('C93 a syntax error shows its line', async () => {
    const { answer, json } = await invokeOnce({ python, service, handler: 'syntax.h' });
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe('Runtime.UserCodeSyntaxError');
    expect(json()).toMatchObject({
      errorType: 'Runtime.UserCodeSyntaxError',
      errorMessage: expect.stringMatching(/^Syntax error in module 'syntax': .* \(syntax\.py, line 1\)$/),
      stackTrace: [`  File "${fixture(service, 'syntax.py')}" Line 1\n    def h(event, context)\n`],
    });
  });

  test('C95 another exception keeps its own type and its stack', async () => {
    const { answer, json, stdout } = await invokeOnce({ python, service, handler: 'raises.h' });
    const { stackTrace, ...rest } = json() as { stackTrace: string[] };
    expect(rest).toEqual({ errorMessage: 'at import', errorType: 'ValueError', requestId: '' });
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe('ValueError');
    expect(stackTrace.slice(-2)).toEqual([
      `  File "${fixture(service, 'raises.py')}", line 5, in <module>\n    fail()\n`,
      `  File "${fixture(service, 'raises.py')}", line 2, in fail\n    raise ValueError("at import")\n`,
    ]);
    expect(stackTrace.join('')).not.toContain('invoke_local_runtime');
    expect(stdout).toContain('[ERROR] ValueError: at import\nTraceback (most recent call last):\n');
    expect(stdout.endsWith(indented(stackTrace.join('')))).toBe(true);
  });
});

describeEach(fullSet)('a module that cannot be loaded, in detail, on Python $version', (python) => {
  test('C92 a name that a module lacks is an ImportModuleError', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'import_name.h' });
    expect(json()).toMatchObject({
      errorType: 'Runtime.ImportModuleError',
      errorMessage: expect.stringMatching(/^Unable to import module 'import_name': cannot import name 'no_such_name'/),
    });
  });

  test('C93 source that Python cannot read is reported, whatever Python calls it', async () => {
    const { answer, exit } = await invokeOnce({ python, service, handler: 'null_byte.h' });
    expect(answer?.kind).toBe('init-error');
    expect(exit.code).toBe(1);
  });

  test('C95 a class name that is not ASCII fits into the header and stays whole in the body', async () => {
    const { answer, json } = await invokeOnce({ python, service, handler: 'unicode_type.h' });
    expect(json()).toMatchObject({ errorType: 'Ünïcode', errorMessage: 'é' });
    expect(answer?.headers['lambda-runtime-function-error-type']).toBe('?n?code');
  });

  test('C95 a message of several lines keeps them in the log; the warning is subject to the level that user code set', async () => {
    const { stdout } = await invokeOnce({ python, service, handler: 'multi_line.h' });
    expect(stdout).toMatch(/^\[ERROR\] RuntimeError: first\n {2}second\nTraceback \(most recent call last\):\n/);
  });

  test.each(['ERROR', 'FATAL'])('the warning is left out at the level %s, the error is not', async (level) => {
    const environment = { AWS_LAMBDA_LOG_LEVEL: level };
    const { stdout } = await invokeOnce({ python, service, handler: 'nested_import.h', environment });
    expect(stdout).not.toContain('LAMBDA_WARNING');
    expect(stdout).toContain('[ERROR] Runtime.ImportModuleError');
  });

  test('both are JSON in the format JSON', async () => {
    const environment = { AWS_LAMBDA_LOG_FORMAT: 'JSON' };
    const { stdout } = await invokeOnce({ python, service, handler: 'nested_import.h', environment });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 'WARNING',
        logger: 'root',
        message: expect.stringMatching(/^LAMBDA_WARNING: /),
      }),
      expect.objectContaining({ level: 'ERROR', errorType: 'Runtime.ImportModuleError', stackTrace: [] }),
    ]);
  });

  test('C102 an exit at import posts nothing', async () => {
    const { answer, exit, stdout, stderr } = await invokeOnce({ python, service, handler: 'exits.h' });
    expect(answer).toBeUndefined();
    expect(exit.code).toBe(4);
    expect(stdout + stderr).toBe('');
  });

  test('C102 an interrupt at import ends the process by its signal, and shows no frame of the bootstrap', async () => {
    const { answer, exit, stderr } = await invokeOnce({ python, service, handler: 'interrupts.h' });
    expect(answer).toBeUndefined();
    expect(exit).toEqual(interrupted);
    expect(stderr).toContain('KeyboardInterrupt');
    expect(stderr).not.toMatch(/runtimes.python|invoke_local/);
  });
});
