import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { body, type Dialect, dialects, initializeOnce, invokeOnce } from './session.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'node-loading-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let services = 0;

/** Writes a service's files, and returns its folder. */
function service(files: Readonly<Record<string, string>>): string {
  services += 1;
  const folder = join(root, String(services));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const cjs = (answer: string): string => `exports.handler = async () => '${answer}';`;
const esm = (answer: string): string => `export const handler = async () => '${answer}';`;
const moduleType = '{"type":"module"}';

async function answer(dialect: Dialect, handler: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const { outcome } = await invokeOnce({ service: service(files), handler, dialect });
  return body(outcome);
}

async function initError(
  dialect: Dialect,
  handler: string,
  files: Readonly<Record<string, string>>,
): Promise<{ errorType: string; errorMessage: string; trace: string[] }> {
  const { outcome, ending } = await initializeOnce({ service: service(files), handler, dialect });
  if (outcome.kind === 'exit') throw new Error(`nothing was posted: ${ending.stdout}${ending.stderr}`);
  const error = body(outcome) as { errorType: string; errorMessage: string; trace: string[] };
  expect(Object.keys(error)).toEqual(['errorType', 'errorMessage', 'trace']);
  expect(outcome.headers['lambda-runtime-function-error-type']).toBe(error.errorType);
  expect(ending.code).toBe(dialect === '22' ? 129 : 1);
  const label = dialect === '22' ? 'undefined\tERROR\tUncaught Exception \t{' : '-\tERROR\tInit Error \t{';
  expect(ending.stdout).toContain(label);
  return error;
}

describe.each(dialects)('loading in the dialect of Node.js %s', (dialect) => {
  test.each([
    ['.js', { 'index.js': cjs('js') }, 'js'],
    ['.mjs', { 'index.mjs': esm('mjs') }, 'mjs'],
    ['.cjs', { 'index.cjs': cjs('cjs') }, 'cjs'],
    ['.js before .mjs and .cjs', { 'index.js': cjs('js'), 'index.mjs': esm('mjs'), 'index.cjs': cjs('cjs') }, 'js'],
    ['.mjs before .cjs', { 'index.mjs': esm('mjs'), 'index.cjs': cjs('cjs') }, 'mjs'],
  ])('C52 finds %s', async (_title, files, expected) => {
    expect(await answer(dialect, 'index.handler', files)).toBe(expected);
  });

  test('C53 a file without an extension comes before .js', async () => {
    expect(await answer(dialect, 'index.handler', { index: cjs('bare'), 'index.js': cjs('js') })).toBe('bare');
  });

  test('C54 the module ends at the first dot, and the rest is a path of exports', async () => {
    const files = { 'sub/dir/mod.js': "exports.a = { b: { handler: async () => 'nested' } };" };
    expect(await answer(dialect, 'sub/dir/mod.a.b.handler', files)).toBe('nested');
    expect(await answer(dialect, './sub/dir/mod.a.b.handler', files)).toBe('nested');
  });

  test('C55 the nearest package.json says whether .js is an ES module', async () => {
    const files = {
      'package.json': moduleType,
      'index.js': esm('module'),
      'deep/index.js': esm('module below'),
      'plain/package.json': '{}',
      'plain/index.js': cjs('commonjs'),
    };
    expect(await answer(dialect, 'index.handler', files)).toBe('module');
    expect(await answer(dialect, 'deep/index.handler', files)).toBe('module below');
    expect(await answer(dialect, 'plain/index.handler', files)).toBe('commonjs');
  });

  test('a package.json above the code says nothing of it', async () => {
    const above = service({
      'package.json': '{"name":"shop","type":"module","imports":{"#x":"./code/x.js"},"exports":{"./x":"./code/x.js"}}',
      'code/index.js': `exports.a = require('./x').handler; exports.b = async () => require('#x'); exports.c = async () => require('shop/x');`,
      'code/x.js': cjs('commonjs'),
      'code/importing.mjs': `export { handler } from './x.js';`,
      'code/own/package.json': moduleType,
      'code/own/index.js': esm('module'),
      'code/esm.js': esm('detected'),
    });
    const run = async (handler: string): Promise<unknown> => {
      const { outcome } = await invokeOnce({ service: join(above, 'code'), handler, dialect });
      return body(outcome);
    };
    expect(await run('index.a')).toBe('commonjs');
    expect(await run('importing.handler')).toBe('commonjs');
    expect(await run('own/index.handler')).toBe('module');
    for (const name of ['b', 'c']) expect(await run(`index.${name}`)).toMatchObject({ errorType: 'Error' });
    if (dialect === '24') expect(await run('esm.handler')).toBe('detected');
    else {
      const failed = await initializeOnce({ service: join(above, 'code'), handler: 'esm.handler', dialect });
      expect(JSON.stringify(body(failed.outcome))).toContain('Unexpected token');
    }
  });

  test('the error of a missing module names the line of the code, whatever is above it', async () => {
    const files = {
      'code/index.js': `exports.handler = async () => {\n  Error.stackTraceLimit = 10;\n  require('nowhere');\n};`,
    };
    for (const more of [{}, { 'package.json': moduleType }]) {
      const code = join(service({ ...files, ...more }), 'code');
      const { outcome } = await invokeOnce({ service: code, handler: 'index.handler', dialect });
      const { trace } = body(outcome) as { readonly trace: readonly string[] };
      expect(trace.filter((line) => line.includes(`${join(code, 'index.js')}:3:`))).toHaveLength(1);
      expect(trace.join('\n')).not.toMatch(/own-frames|package-scope|customization_hooks/);
    }
  });

  test('C56 a member of the default export is found by its full path', async () => {
    const files = { 'index.mjs': "export default { handler2: async () => 'default' };" };
    expect(await answer(dialect, 'index.default.handler2', files)).toBe('default');
  });

  test('C57 a module that is no file of the service is looked for among the packages', async () => {
    const files = { 'node_modules/lib/index.js': cjs('package') };
    expect(await answer(dialect, 'lib.handler', files)).toBe('package');
  });

  test('an absolute root is honoured', async () => {
    const elsewhere = service({ 'abs/index.js': cjs('absolute') });
    expect(await answer(dialect, `${join(elsewhere, 'abs')}/index.handler`, {})).toBe('absolute');
  });

  test('a path with characters that a URL escapes loads', async () => {
    expect(await answer(dialect, 'a #?% é/index.handler', { 'a #?% é/index.mjs': esm('odd') })).toBe('odd');
  });

  test.each(['../h.x', 'h..x'])('C58 %s is no handler name', async (handler) => {
    expect(await initError(dialect, handler, {})).toMatchObject({
      errorType: 'Runtime.MalformedHandlerName',
      errorMessage: `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`,
    });
  });

  test('C59 a handler name needs a dot', async () => {
    expect(await initError(dialect, 'nodot', {})).toMatchObject({
      errorType: 'Runtime.MalformedHandlerName',
      errorMessage: 'Bad handler',
    });
  });

  test('C60 a missing file is an ImportModuleError', async () => {
    const error = await initError(dialect, 'none.handler', { 'index.js': cjs('js') });
    expect(error.errorType).toBe('Runtime.ImportModuleError');
    expect(error.errorMessage).toMatch(/^Error: Cannot find module 'none'\n/);
  });

  test('C61 a missing dependency of a CommonJS module is an ImportModuleError that names it', async () => {
    const error = await initError(dialect, 'index.handler', { 'index.js': "require('nowhere-to-be-found');" });
    expect(error.errorType).toBe('Runtime.ImportModuleError');
    expect(error.errorMessage).toMatch(
      /^Error: Cannot find module 'nowhere-to-be-found'\nRequire stack:\n- .*index\.js/,
    );
  });

  test('C61 a missing dependency of an ES module keeps its own type', async () => {
    const error = await initError(dialect, 'index.handler', { 'index.mjs': "import 'nowhere-to-be-found';" });
    expect(error.errorType).toBe('Error');
    expect(error.errorMessage).toMatch(/^Cannot find package 'nowhere-to-be-found' imported from .*index\.mjs/);
  });

  test('C62 a syntax error is a UserCodeSyntaxError', async () => {
    const error = await initError(dialect, 'index.handler', { 'index.js': 'exports.handler = async () => {' });
    expect(error).toMatchObject({
      errorType: 'Runtime.UserCodeSyntaxError',
      errorMessage: 'SyntaxError: Unexpected end of input',
    });
    if (dialect === '22')
      expect(error.trace[0]).toBe('Runtime.UserCodeSyntaxError: SyntaxError: Unexpected end of input');
    else expect(error.trace[0]).toMatch(/index\.js:1$/);
  });

  test('C64 a missing export is HandlerNotFound', async () => {
    expect(await initError(dialect, 'index.nope', { 'index.js': cjs('js') })).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'index.nope is undefined or not exported',
    });
    expect(await initError(dialect, 'index.a.b', { 'index.js': 'exports.a = undefined;' })).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
    });
  });

  test('C65 an export that is no function is HandlerNotFound', async () => {
    expect(await initError(dialect, 'index.five', { 'index.js': 'exports.five = 5;' })).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'index.five is not a function',
    });
  });

  test('C66 what is thrown at import keeps its type, and the trace shows the code', async () => {
    const error = await initError(dialect, 'index.handler', { 'index.js': "throw new TypeError('at import');" });
    expect(error).toMatchObject({ errorType: 'TypeError', errorMessage: 'at import' });
    expect(error.trace[0]).toBe('TypeError: at import');
    expect(error.trace[1]).toContain('index.js:1:');
  });

  test.each([
    ["throw 'text'", { errorType: 'string', errorMessage: 'text', trace: [] }],
    [
      'throw null',
      { errorType: dialect === '22' ? 'TypeError' : 'object', errorMessage: expect.stringContaining('null') },
    ],
    ["throw Object.assign(new Error('x'), { name: 'new\\r\\nline\\u2713' })", { errorMessage: 'x' }],
  ])('%s at import is reported', async (code, expected) => {
    const { outcome } = await initializeOnce({
      service: service({ 'index.js': code }),
      handler: 'index.handler',
      dialect,
    });
    expect(body(outcome)).toMatchObject(expected);
  });

  test('C67 a top-level await delays the first invocation', async () => {
    const { outcome } = await invokeOnce({ service: 'node-loading', handler: 'slow.handler', dialect });
    expect(body(outcome)).toBe('after top-level await');
  });

  test('C67 a rejected top-level await keeps its type', async () => {
    const { outcome } = await initializeOnce({ service: 'node-loading', handler: 'rejected.handler', dialect });
    expect(body(outcome)).toMatchObject({ errorType: 'RangeError', errorMessage: 'top level' });
  });

  test('a top-level await that never settles ends the process', async () => {
    const { outcome } = await initializeOnce({ service: 'node-loading', handler: 'unsettled.handler', dialect });
    expect(outcome).toMatchObject({ kind: 'exit', code: dialect === '22' ? 13 : 0 });
  });
});

describe('where the dialects differ', () => {
  test('a syntax error is shown with its file, line and code, which the error itself has from Node.js 24 on only', async () => {
    const broken = service({ 'lib/broken.js': 'const ok = 1;\nlet 2x = 3;', 'index.js': "require('./lib/broken');" });
    for (const dialect of dialects) {
      const { ending } = await initializeOnce({ service: broken, handler: 'index.handler', dialect });
      expect(ending.stderr).toMatch(/lib[/\\]broken\.js:2\nlet 2x = 3;\n/);
      expect(ending.stderr).toContain('SyntaxError: Invalid or unexpected token\n');
    }
  });

  const inDefault = { 'index.mjs': "export default { handler2: async () => 'default' };" };

  test('C56 the default export is searched from Node.js 24 on', async () => {
    expect(await answer('24', 'index.handler2', inDefault)).toBe('default');
    expect(await initError('22', 'index.handler2', inDefault)).toMatchObject({ errorType: 'Runtime.HandlerNotFound' });
  });

  test('C63 ES module syntax in a CommonJS file is a UserCodeSyntaxError up to Node.js 22', async () => {
    const error = await initError('22', 'index.handler', { 'index.js': esm('module') });
    expect(error.errorType).toBe('Runtime.UserCodeSyntaxError');
    expect(error.errorMessage).toMatch(/^SyntaxError: Unexpected token 'export'/);
  });

  test('a package.json that cannot be read is warned of, and makes CommonJS', async () => {
    const files = { 'package.json': '{', 'index.cjs': cjs('cjs') };
    const { outcome, stdout } = await invokeOnce({ service: service(files), handler: 'index.handler', dialect: '22' });
    expect(body(outcome)).toBe('cjs');
    expect(stdout).toMatch(/\tWARN\t.*package\.json cannot be read/);
  });

  test('C79 a handler with three parameters is refused from Node.js 24 on', async () => {
    const error = await initError('24', 'index.handler', { 'index.js': 'exports.handler = (a, b, c) => c(null, 1);' });
    expect(error.errorType).toBe('Runtime.CallbackHandlerDeprecated');
    expect(error.errorMessage).toMatch(/^ERROR: AWS Lambda has removed support for callback-based function handlers/);
  });

  test('C79 and warned of up to Node.js 22, unless the warning is switched off', async () => {
    const files = { 'index.js': 'exports.handler = (a, b, c) => c(null, 1);' };
    const run = { service: service(files), handler: 'index.handler', dialect: '22' } as const;
    const warned = await invokeOnce(run);
    expect(body(warned.outcome)).toBe(1);
    expect(warned.stdout).toMatch(/^\S+\tundefined\tWARN\tAWS Lambda plans to remove support for callback-based/);
    const silent = await invokeOnce({ ...run, env: { AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING: '1' } });
    expect(silent.stdout).toBe('');
  });
});
