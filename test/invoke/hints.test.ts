import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exportedNames } from '../../src/invoke/hints/handler-export.js';
import { canLimitMemory } from '../../src/lambda/sandbox/process/memory-watch.js';
import { fullSet } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { runFunction } from '../services/run-function.js';

type Files = Readonly<Record<string, string | Buffer>>;

/** What the hint of a failing function says: its code, and parts of its message and advice. */
interface Case {
  readonly handler: string;
  readonly files: Files;
  /** Further settings of the function. */
  readonly settings?: string;
  readonly code: string;
  readonly says: RegExp;
  readonly advises: RegExp;
}

const ok = 'exports.handler = async () => 1;';

async function hintOf(
  { handler, files, settings = '' }: Omit<Case, 'code' | 'says' | 'advises'>,
  runtime: string,
  interpreter?: string,
) {
  const folder = await folderOf({
    'serverless.yml': `service: hints\nprovider: { name: aws, runtime: ${runtime}, timeout: 30, memorySize: 256 }\nfunctions:\n  failing:\n    handler: ${handler}\n${settings}`,
    ...files,
  });
  const { diagnostics, result } = await runFunction(folder, 'failing', {
    request: interpreter === undefined ? {} : { interpreter },
    environment: { TRIED: join(await mkdtemp(join(tmpdir(), 'hints-')), 'tried') },
  });
  expect(result.status).not.toBe('success');
  const ignored = ['interpreter-version', 'architecture', 'layer-elsewhere'];
  return diagnostics.filter(({ code, severity }) => severity === 'warning' && !ignored.includes(code));
}

function check(
  hints: Awaited<ReturnType<typeof hintOf>>,
  { code, says, advises }: Pick<Case, 'code' | 'says' | 'advises'>,
): void {
  expect(hints.map((hint) => hint.code)).toEqual([code]);
  expect(hints[0]?.message).toMatch(says);
  expect(hints[0]?.hint).toMatch(advises);
}

/** Elsewhere a socket can be opened by such a path. */
const onLinux = process.platform === 'linux' ? test : test.skip;
const outputByPath = {
  code: 'output-by-path',
  says: /sockets, which Linux does not open by a path/,
  advises: /descriptors/,
};

const elfFor = (machine: number): Buffer => {
  const bytes = Buffer.alloc(2048);
  bytes.write('\x7fELF\x02\x01\x01', 'latin1');
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(machine, 18);
  bytes.writeUInt32LE(1, 20);
  return bytes;
};
const otherMachine = process.arch === 'arm64' ? 0x3e : 0xb7;

const nodeCases: Readonly<Record<string, Case>> = {
  "a package of Lambda's image": {
    handler: 'index.handler',
    files: { 'index.js': `require('@aws-sdk/client-s3/x'); ${ok}`, 'pnpm-lock.yaml': '' },
    code: 'module-of-image',
    says: /@aws-sdk\/client-s3 is part of Lambda's image of Node\.js 22/,
    advises: /pnpm add --save-dev @aws-sdk\/client-s3/,
  },
  'such a package that an ES module imports': {
    handler: 'index.handler',
    files: { 'index.mjs': `import '@aws-sdk/client-s3'; export const handler = async () => 1;` },
    code: 'module-of-image',
    says: /@aws-sdk\/client-s3 is part/,
    advises: /npm install --save-dev @aws-sdk\/client-s3/,
  },
  'the second version of the SDK': {
    handler: 'index.handler',
    files: { 'index.js': `require('aws-sdk/clients/s3'); ${ok}`, 'yarn.lock': '' },
    code: 'module-of-image',
    says: /aws-sdk is in Lambda's images up to nodejs16\.x only/,
    advises: /yarn add aws-sdk/,
  },
  'a package that is declared and not installed': {
    handler: 'index.handler',
    files: {
      'index.js': `require('lodash/merge'); ${ok}`,
      'package.json': '{ "dependencies": { "lodash": "^4.0.0" } }',
      'package-lock.json': '{}',
    },
    code: 'module-missing',
    says: /lodash is in .*package\.json, but not installed/,
    advises: /`npm ci` in .+ before this step/,
  },
  'a package with nearly the name of one that is declared': {
    handler: 'index.handler',
    files: { 'index.js': `require('lodahs'); ${ok}`, 'package.json': '{ "dependencies": { "lodash": "^4.0.0" } }' },
    code: 'module-missing',
    says: /lodahs is neither installed nor in a package\.json/,
    advises: /Did you mean lodash\?/,
  },
  'a file that an ES module names without its extension': {
    handler: 'index.handler',
    files: { 'index.mjs': `import './lib/tool'; export const handler = async () => 1;`, 'lib/tool.js': '' },
    code: 'module-extension',
    says: /tool, which .* asks for, by that name: an ES module has to give the whole name/,
    advises: /tool\.js/,
  },
  'a file that differs in case': {
    handler: 'index.handler',
    files: { 'index.js': `require('./Tool'); ${ok}`, 'tool.js': '' },
    code: 'module-file',
    says: /differs in upper and lower case/,
    advises: /Did you mean .*tool\.js\?/,
  },
  'a handler whose path differs in case': {
    handler: 'src/Hello.handler',
    files: { 'src/hello.js': ok },
    code: 'handler-file',
    says: /differs from src\/hello in upper and lower case: Lambda tells them apart/,
    advises: /src\/hello\.handler/,
  },
  'a handler with nearly the path of a file': {
    handler: 'scr/helo.handler',
    files: { 'src/hello.js': ok },
    code: 'handler-file',
    says: /scr\/helo, which is not there/,
    advises: /Did you mean src\/hello\.handler\?/,
  },
  'a handler in the folder of a build': {
    handler: 'dist/index.handler',
    files: { 'package.json': '{ "scripts": { "build": "tsc" } }', 'yarn.lock': '' },
    code: 'handler-file',
    says: /dist looks like the folder of a build/,
    advises: /yarn build/,
  },
  'a handler that is nowhere': {
    handler: 'functions/nothing.handler',
    files: { 'src/hello.js': ok },
    code: 'handler-file',
    says: /functions\/nothing, which is not in/,
    advises: /such as src\/hello\.handler/,
  },
  'a handler in a layer that is not here': {
    handler: '/opt/nodejs/node_modules/datadog-lambda-js/handler.handler',
    settings: "    layers: ['arn:aws:lambda:us-east-1:464622532012:layer:Datadog-Node20-x:100']\n",
    files: { 'index.js': ok },
    code: 'handler-file',
    says: /names a file of a layer, and no layer of it is here\.$/,
    advises: /^Give the content of the layer, a folder or a zip file, by `layers`/,
  },
  'a handler in a layer that does not have it': {
    handler: '/opt/nodejs/missing.handler',
    settings: '    layers: [!Ref SharedLambdaLayer]\nlayers: { shared: { path: shared } }\n',
    files: { 'shared/nodejs/app.js': ok },
    code: 'handler-file',
    says: /names a file of a layer, and the layer shared does not have it\.$/,
    advises: /Build the layer before this step, or correct the path/,
  },
  'an export with nearly the name': {
    handler: 'index.handle',
    files: { 'index.js': 'exports.handler = async () => 1; exports.other = 1;' },
    code: 'handler-export',
    says: /index\.js has no handle; it has handler, other/,
    advises: /Did you mean index\.handler\?/,
  },
  'no export at all': {
    handler: 'index.main',
    files: { 'index.mjs': 'export default async () => 1;' },
    code: 'handler-export',
    says: /has no main; it has default/,
    advises: /index\.default/,
  },
  'an ES module that is loaded as CommonJS': {
    handler: 'index.handler',
    files: { 'index.js': `import fs from 'node:fs'; export const handler = async () => 1;`, 'package.json': '{}' },
    code: 'module-format',
    says: /index\.js is an ES module, and is loaded as CommonJS, which it is unless .*package\.json says otherwise/,
    advises: /"type": "module"/,
  },
  'CommonJS that is loaded as an ES module': {
    handler: 'index.handler',
    files: { 'index.js': `const fs = require('node:fs'); ${ok}`, 'package.json': '{ "type": "module" }' },
    code: 'module-format',
    says: /index\.js uses `require` of CommonJS, and is an ES module for .*package\.json has "type": "module"/,
    advises: /Use `import`.*\.cjs/,
  },
  'an ES module that is required': {
    handler: 'index.handler',
    files: { 'index.js': `require('./tool.mjs'); ${ok}`, 'tool.mjs': 'export const a = 1;' },
    code: 'module-format',
    says: /requires .*ES module/,
    advises: /await import/,
  },
  'native code for another machine': {
    handler: 'index.handler',
    files: { 'index.js': `require('./build/tool.node'); ${ok}`, 'build/tool.node': elfFor(otherMachine) },
    code: 'native-module',
    says: /tool\.node is native code for (?:arm64|x86_64).*this machine is/,
    advises: /Install the packages anew/,
  },
  'native code for another system': {
    handler: 'index.handler',
    files: { 'index.js': `require('./tool.node'); ${ok}`, 'tool.node': Buffer.from('cffaedfe0000', 'hex') },
    code: 'native-module',
    says: /tool\.node is native code for another system than Linux/,
    advises: /Install the packages anew/,
  },
  'an SDK without credentials': {
    handler: 'index.handler',
    files: {
      'index.js': `exports.handler = async () => { const e = new Error('Could not load credentials from any providers'); e.name = 'CredentialsProviderError'; throw e; };`,
    },
    code: 'credentials-missing',
    says: /called AWS without credentials/,
    advises: /configure-aws-credentials/,
  },
  'a timeout': {
    handler: 'index.handler',
    files: {
      'index.js': 'exports.handler = async () => { setInterval(() => {}, 1000); await new Promise(() => {}); };',
    },
    settings: '    timeout: 1\n',
    code: 'timed-out',
    says: /did not answer within its timeout of 1 s\.$/,
    advises: /Raise timeout/,
  },
  'a timeout of the init': {
    handler: 'index.handler',
    files: {
      'index.js':
        'const fs = require("node:fs"); if (fs.existsSync(process.env.TRIED)) for (;;); fs.writeFileSync(process.env.TRIED, ""); process.exit(1);',
    },
    settings: '    timeout: 1\n',
    code: 'init-timed-out',
    says: /was never ready for its event: .* and the second attempt exceeded the timeout of 1 s\.$/,
    advises: /before its handler can be called/,
  },
  'a timeout of a handler that has called back, and waits for what is open': {
    handler: 'index.handler',
    files: {
      'index.js':
        'exports.handler = (event, context, callback) => { setInterval(() => {}, 1000); callback(null, 1); };',
    },
    settings: '    timeout: 1\n',
    code: 'timed-out',
    says: /callbackWaitsForEmptyEventLoop/,
    advises: /Raise timeout/,
  },
  'a heap that is full': {
    handler: 'index.handler',
    files: {
      'index.js': 'exports.handler = async () => { const a = []; for (;;) a.push(new Array(1000).fill(a.length)); };',
    },
    settings: '    memorySize: 128\n    timeout: 60\n',
    code: 'heap-exhausted',
    says: /90 % of its memorySize of 128 MB/,
    advises: /Raise memorySize/,
  },
};

describe('Node.js: beside the error stands what is behind it', () => {
  test.each(Object.keys(nodeCases))('%s', async (title) => {
    const failing = nodeCases[title];
    if (failing !== undefined) check(await hintOf(failing, 'nodejs22.x'), failing);
  });

  (canLimitMemory ? test : test.skip)('memory that is full', async () => {
    const hints = await hintOf(
      {
        handler: 'index.handler',
        files: { 'index.js': 'exports.handler = async () => Buffer.alloc(400 * 1024 * 1024, 1).length;' },
      },
      'nodejs22.x',
    );
    expect(hints).toMatchObject([
      { code: 'memory-exceeded', message: expect.stringContaining('memorySize of 256 MB') },
    ]);
    expect(hints[0]?.location?.line).toBe(2);
  });

  onLinux('standard error by its path', async () => {
    const files = {
      'index.js': `exports.handler = async () => require('node:fs').writeFileSync('/dev/stderr', 'note');`,
    };
    check(await hintOf({ handler: 'index.handler', files }, 'nodejs22.x'), outputByPath);
  });

  test('an error of the function itself has no hint', async () => {
    const files = { 'index.js': "exports.handler = async () => { throw new Error('no'); };" };
    expect(await hintOf({ handler: 'index.handler', files }, 'nodejs22.x')).toEqual([]);
  });
});

const pythonCases: Readonly<Record<string, Case>> = {
  "a package of Lambda's image": {
    handler: 'app.handler',
    files: { 'app.py': 'import botocore\ndef handler(event, context): pass\n', 'poetry.lock': '' },
    code: 'module-of-image',
    says: /botocore is part of Lambda's image of Python/,
    advises: /poetry add --group dev boto3/,
  },
  'such a package in the handler': {
    handler: 'app.handler',
    files: { 'app.py': 'def handler(event, context):\n    import boto3\n' },
    code: 'module-of-image',
    says: /boto3 is part/,
    advises: /-m pip install boto3/,
  },
  'a package of the requirements': {
    handler: 'app.handler',
    files: { 'app.py': 'import no_such_thing\n', 'requirements.txt': 'requests\nno-such-thing==1.0\n' },
    code: 'module-missing',
    says: /no-such-thing is in .*requirements\.txt, but not installed/,
    advises: /-m pip install -r .*requirements\.txt/,
  },
  'a package that one of the requirements may need': {
    handler: 'app.handler',
    files: { 'app.py': 'import no_such_thing\n', 'requirements.txt': 'requests\n' },
    code: 'module-missing',
    says: /requirements\.txt does not name it: .* unless a package that it names brings it along/,
    advises: /-m pip install -r .*requirements\.txt.* before this step; .*-m pip install no-such-thing/,
  },
  'a package that nothing names': {
    handler: 'app.handler',
    files: { 'app.py': 'import no_such_thing\n', 'uv.lock': '' },
    code: 'module-missing',
    says: /no_such_thing is not installed/,
    advises: /uv add no-such-thing/,
  },
  'a package of an environment for another Python': {
    handler: 'app.handler',
    files: { 'app.py': 'import no_such_thing\n', 'venv/lib/python3.6/site-packages/no_such_thing/__init__.py': '' },
    code: 'module-elsewhere',
    says: /installed in .*venv \(Python 3\.6\)/,
    advises: /interpreter option/,
  },
  'native code for another Python': {
    handler: 'app.handler',
    files: {
      'app.py': 'import fast\n',
      'fast/__init__.py': 'from fast._core import quick\n',
      'fast/_core.cpython-36m-aarch64-linux-gnu.so': '',
    },
    code: 'native-module',
    says: /_core\.cpython-36m-aarch64-linux-gnu\.so is native code that this Python can't load/,
    advises: /Install the package for this machine/,
  },
  'a handler whose path differs in case': {
    handler: 'src/App.handler',
    files: { 'src/app.py': 'def handler(event, context): pass\n' },
    code: 'handler-file',
    says: /differs from src\/app in upper and lower case/,
    advises: /src\/app\.handler/,
  },
  'a handler that begins with ./': {
    handler: './app.handler',
    files: { 'app.py': 'def handler(event, context): pass\n' },
    code: 'handler-file',
    says: /begins with "\.\/"\. Its slashes become dots, and \.\.app is a relative import, .* it fails in Lambda too\.$/,
    advises: /^Write it as app\.handler: /,
  },
  'a handler that begins with a slash': {
    handler: '/src/app.handler',
    files: { 'src/app.py': 'def handler(event, context): pass\n' },
    code: 'handler-file',
    says: /begins with "\/"\. Its slashes become dots, and \.src\.app is a relative import/,
    advises: /^Write it as src\/app\.handler: /,
  },
  'a handler above the service': {
    handler: '../app.handler',
    files: {},
    code: 'handler-file',
    says: /begins with "\.\.\/"\. Its slashes become dots, and \.\.\.app is a relative import/,
    advises: /can't lie above it/,
  },
  'a handler of a layer, by its path': {
    handler: '/opt/python/lib/python3.12/site-packages/shared/app.handler',
    settings: '    layers: [!Ref SharedLambdaLayer]\nlayers: { shared: { path: shared } }\n',
    files: { 'shared/python/shared/app.py': 'def handler(event, context): pass\n' },
    code: 'handler-file',
    says: /is a relative import/,
    advises: /^Write it as shared\/app\.handler: \/opt\/python is among the folders where Python looks\.$/,
  },
  "a handler of a layer outside of the layer's modules": {
    handler: '/opt/shared/app.handler',
    files: {},
    code: 'handler-file',
    says: /is a relative import/,
    advises: /^Python finds the modules of layers in \/opt\/python, .* write the handler as shared\/app\.handler\.$/,
  },
  "a folder that has the name of one of Python's own modules": {
    handler: 'email/app.handler',
    files: { 'email/app.py': 'def handler(event, context): pass\n' },
    code: 'module-outranked',
    says: /^The folder email has no __init__\.py, so that another module email comes before it/,
    advises: /^Add an empty email\/__init__\.py/,
  },
  'a function with nearly the name': {
    handler: 'app.handle',
    files: { 'app.py': 'LIMIT = 3\n\ndef handler(event, context): pass\n' },
    code: 'handler-export',
    says: /app\.py has no handle; it has LIMIT, handler/,
    advises: /Did you mean app\.handler\?/,
  },
};

const [python] = fullSet.slice(-1);
(python === undefined ? describe.skip : describe)('Python: beside the error stands what is behind it', () => {
  test.each(Object.keys(pythonCases))('%s', async (title) => {
    const failing = pythonCases[title];
    if (failing === undefined) return;
    check(await hintOf(failing, `python${python?.version}`, python?.path), failing);
  });

  onLinux('standard output by its path', async () => {
    const files = { 'app.py': `def handler(event, context):\n    open('/proc/self/fd/1', 'w').write('note')\n` };
    check(await hintOf({ handler: 'app.handler', files }, `python${python?.version}`, python?.path), outputByPath);
  });
});

test.each([
  ['exports.a = 1; module.exports.b = 2; exports.c === 1', ['a', 'b']],
  ['module.exports = { a, b: 1, async c() {} }', ['a', 'b', 'c']],
  ['export const a = 1; export async function b() {} export class C {}', ['a', 'b', 'C']],
  ['export { a, b as c }; export default 1;', ['a', 'c', 'default']],
  ['// exports.a = 1\n/* exports.b = 2 */ exports.d = 1', ['d']],
])('the exports of %j are seen', (source, names) => {
  expect(exportedNames(source)).toEqual(names);
});
