import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FailedResult } from '../../src/invoke/result.js';
import { type FailureReport, reportFailure } from '../../src/report/failure/failure-report.js';
import { failed } from '../action/results.js';

const runtimes = '/opt/it/runtimes';
const posix = process.platform === 'win32' ? test.skip : test;
let root: string;
const serverless = () => ({ file: join(root, 'serverless.yml'), line: 7, column: 5 });

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'failure-')));
  mkdirSync(join(root, 'src'));
  const files: Record<string, string> = {
    'src/a.js': '\nconst x = require("not-a-package");\nconst y = require( `./nope` );\n',
    'src/a.mjs': 'import "./other.mjs";\nimport z from \'@scope/pkg/sub\';\nexport * from "./gone.mjs";\n',
    'src/broken.mjs': 'export const handler = 1;\nconst x = ;\n',
    'src/b.py': 'import os\n  # import nothere\nfrom nothere.deep import x\nfrom .near import y\n',
    'src/r.rb': 'x = = 3\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
});

function report(
  changes: Partial<Omit<FailedResult, 'function'>> & { readonly handler?: string; readonly runtime?: string },
): Promise<FailureReport> {
  const { handler = 'src/a.handler', runtime = 'nodejs22.x', ...rest } = changes;
  const result = failed('Error', 'no');
  const code = { kind: 'folder', folder: root } as const;
  const fn = { ...result.function, handler, runtime, code, sourceRoot: root, origin: async () => serverless() };
  return reportFailure({ ...result, ...rest, function: fn }, runtimes);
}

describe('a module that is not there is shown where it is imported', () => {
  test.each([
    [
      'by require',
      "Error: Cannot find module 'not-a-package'\nRequire stack:\n- ROOT/src/a.js\n- x",
      'src/a.js',
      2,
      11,
    ],
    ['by a path', "Error: Cannot find module './nope'\nRequire stack:\n- ROOT/src/a.js", 'src/a.js', 3, 11],
    ['by import', "Cannot find package '@scope/pkg/sub' imported from ROOT/src/a.mjs", 'src/a.mjs', 2, 10],
    ['by export', "Cannot find module 'ROOT/src/gone.mjs' imported from ROOT/src/a.mjs", 'src/a.mjs', 3, 10],
  ])('%s', async (_how, message, file, line, column) => {
    const errorMessage = message.replaceAll('ROOT', root);
    const { userPlace, handlerPlace } = await report({ errorMessage, initFailed: true });
    expect(userPlace).toEqual({ file: join(root, file), line, column });
    expect(handlerPlace).toEqual(serverless());
  });

  test.each([
    ["Unable to import module 'src/b': No module named 'nothere.deep'", 3],
    ["Unable to import module 'src/b': cannot import name 'x' from 'nothere.deep' (/a/b.py)", 3],
  ])('%s', async (errorMessage, line) => {
    const { userPlace } = await report({ errorMessage, handler: 'src/b.run', runtime: 'python3.12' });
    expect(userPlace).toEqual({ file: join(root, 'src', 'b.py'), line, column: 1 });
  });

  test.each([
    ["Unable to import module 'src/b': No module named 'unheard_of'", 'src/b.run'],
    ["Unable to import module 'none': No module named 'none'", 'none.run'],
    ["Error: Cannot find module 'x'\nRequire stack:\n- /nowhere/at/all.js", 'src/a.handler'],
    ["Error: Cannot find module '\nRequire stack:\n- (", 'src/a.handler'],
  ])('or not at all: %j', async (errorMessage, handler) => {
    const runtime = handler.endsWith('run') ? 'python3.12' : 'nodejs22.x';
    const { userPlace, handlerPlace } = await report({ errorMessage, handler, runtime });
    expect([userPlace, handlerPlace]).toEqual([undefined, serverless()]);
  });
});

describe('a syntax error whose trace has no place is shown', () => {
  const errorType = 'Runtime.UserCodeSyntaxError';

  posix('where standard error says', async () => {
    const file = join(root, 'src', 'a.js');
    const stderrTail = `noise\n${file}:3\n  const x = ;\n            ^\n\nSyntaxError: Unexpected token ';'\n`;
    const trace = [`${errorType}: SyntaxError: x`, `    at loadError (${runtimes}/node/load.cjs:1:1)`];
    const { userPlace, traceTellsMore, trace: told } = await report({ errorType, stderrTail, trace, initFailed: true });
    expect(userPlace).toEqual({ file, line: 3 });
    expect(traceTellsMore).toBe(true);
    expect(told.map(({ text }) => text)).toContain('  const x = ;');
  });

  test('where the file of the handler has it, for that of an ES module says nothing', async () => {
    const { userPlace } = await report({ errorType, handler: 'src/broken.handler', initFailed: true });
    expect(userPlace).toEqual({ file: join(root, 'src', 'broken.mjs'), line: 2 });
  });

  posix('where the message of Ruby says', async () => {
    const file = join(root, 'src', 'r.rb');
    const trace = ["<internal:/usr/lib/ruby/kernel_require.rb>:85:in `require'"];
    const errorMessage = `${file}:1: syntax error, unexpected '='\nx = = 3\n    ^\n`;
    const { userPlace } = await report({ errorType: 'Init<SyntaxError>', errorMessage, trace, runtime: 'ruby3.3' });
    expect(userPlace).toEqual({ file, line: 1 });
  });

  test('at the handler in the configuration otherwise', async () => {
    const { userPlace, handlerPlace } = await report({ errorType, handler: 'src/none.handler', initFailed: true });
    expect([userPlace, handlerPlace]).toEqual([undefined, serverless()]);
  });
});

posix('an unhandled rejection is shown where its reason came from', async () => {
  const errorType = 'Runtime.UnhandledPromiseRejection';
  const trace = ['Error: late', `    at f (${join(root, 'src', 'a.js')}:2:3)`];
  const told = await report({ errorType, errorMessage: 'Error: late', cause: { message: 'Error: late', trace } });
  expect(told.userPlace).toEqual({ file: join(root, 'src', 'a.js'), line: 2, column: 3 });
  expect(told.trace.map(({ text }) => text)).toEqual(trace);
  expect(told.errorMessage).toBe('Error: late');
});

posix('a crash is shown where the process said that it was, with what it said', async () => {
  const stderrTail = 'much else\n';
  const cause = { message: 'panicked: no', trace: ['panicked: no', '    at src/a.js:2:3'] };
  const told = await report({ status: 'crash', errorMessage: 'exit status 101', stderrTail, cause });
  expect(told).toMatchObject({ errorMessage: 'exit status 101: panicked: no' });
  expect(told.trace.map(({ text }) => text)).toEqual(cause.trace);
});

posix.each([
  [undefined, undefined],
  [false, true],
] as const)('the trace of a crash is told where the log does not have it: %j', async (isLogged, traceTellsMore) => {
  const trace = ['Fatal Python error: Aborted', '  File "ROOT/src/b.py", line 3 in f'.replace('ROOT', root)];
  const cause = { message: 'Fatal Python error: Aborted', trace, ...(isLogged === undefined ? {} : { isLogged }) };
  expect((await report({ status: 'crash', cause })).traceTellsMore).toBe(traceTellsMore);
});

test('the modules of ours are left out of the message and the trace', async () => {
  const errorMessage = `Error: Cannot find module 'x'\nRequire stack:\n- ${runtimes}/node/load.cjs\n- ${runtimes}/node/b.cjs`;
  const told = await report({ errorMessage, trace: errorMessage.split('\n') });
  expect(told.errorMessage).toBe("Error: Cannot find module 'x'");
  expect(told.trace.map(({ text }) => text)).toEqual(["Error: Cannot find module 'x'", 'Require stack:']);
});

test('the causes of an error of Java follow its own trace', async () => {
  const cause = {
    errorType: 'java.io.IOException',
    errorMessage: 'gone',
    stackTrace: ['com.example.Store.read(Store.java:9)'],
  };
  const error = Buffer.from(
    JSON.stringify({ cause: { ...cause, cause: { errorType: 'E', stackTrace: 3, cause: 'x' } } }),
  );
  const { trace } = await report({ error, trace: ['com.example.Handler.handle(Handler.java:3)'], runtime: 'java21' });
  expect(trace.map(({ text }) => text)).toEqual([
    'com.example.Handler.handle(Handler.java:3)',
    'Caused by: java.io.IOException: gone',
    'com.example.Store.read(Store.java:9)',
    'Caused by: E',
  ]);
});

posix('what a function printed before it timed out is no trace of it', async () => {
  const stderrTail = `Error: caught\n    at f (${join(root, 'src', 'a.js')}:2:3)\n`;
  const { userPlace, trace } = await report({ status: 'timeout', stderrTail });
  expect([userPlace, trace]).toEqual([undefined, []]);
});

test('what failed in a copy that a build has made is shown in the file of the project', async () => {
  const build = join(root, '.aws-sam', 'build', 'Fn');
  mkdirSync(build, { recursive: true });
  for (const folder of [join(root, 'src'), build]) writeFileSync(join(folder, 'copied.js'), 'one\ntwo\n');
  const result = failed('Error', 'no');
  const code = { kind: 'folder', folder: build } as const;
  const fn = { ...result.function, code, sourceRoot: root, origin: async () => serverless() };
  const trace = ['Error: no', `    at f (${join(build, 'copied.js')}:2:1)`];
  const { userPlace } = await reportFailure({ ...result, trace, function: fn }, runtimes);
  expect(userPlace).toEqual({ file: join(root, 'src', 'copied.js'), line: 2, column: 1 });
});
