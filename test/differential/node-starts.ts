import { laterFile, type StartCase } from './start-case.js';

const echo = 'async (event) => event';

/** Does something once the file of {@link laterFile} is there. */
const later = `const { existsSync } = require('node:fs');
const later = (work) => { const looking = setInterval(() => existsSync('${laterFile}') && (clearInterval(looking), work()), 10); };
`;

/** What depends on how a Node.js function is loaded: each runs in processes of its own. */
export const nodeStarts: readonly StartCase[] = [
  { title: 'a CommonJS module', files: { 'index.js': `exports.handler = ${echo};` } },
  { title: 'module.exports', files: { 'index.js': `module.exports = { handler: ${echo} };` } },
  { title: 'a .cjs file', files: { 'index.cjs': `exports.handler = ${echo};` } },
  { title: 'a .mjs file', files: { 'index.mjs': `export const handler = ${echo};` } },
  {
    title: 'an ES module by its package.json',
    files: { 'package.json': '{"type":"module"}', 'index.js': `export const handler = ${echo};` },
  },
  { title: 'an ES module without a package.json', files: { 'index.js': `export const handler = ${echo};` } },
  { title: 'a default export', files: { 'index.mjs': `export default { handler: ${echo} };` } },
  {
    title: 'a default export by its name',
    handler: 'index.default.handler',
    files: { 'index.mjs': `export default { handler: ${echo} };` },
  },
  {
    title: 'a default export that is the handler',
    handler: 'index.default',
    files: { 'index.mjs': `export default ${echo};` },
  },
  { title: 'module.exports that is the handler', files: { 'index.js': `module.exports = ${echo};` } },
  {
    title: 'a nested export',
    handler: 'index.a.b.handler',
    files: { 'index.js': `exports.a = { b: { handler: ${echo} } };` },
  },
  {
    title: 'a static method',
    handler: 'index.Handlers.run',
    files: { 'index.js': `exports.Handlers = class { static run = ${echo}; };` },
  },
  {
    title: 'a method that needs its object',
    handler: 'index.service.run',
    files: { 'index.js': `exports.service = { name: 'x', async run() { return this?.name ?? 'no this'; } };` },
  },
  {
    title: 'a module in a folder',
    handler: 'src/api/index.handler',
    files: { 'src/api/index.js': `exports.handler = ${echo};` },
  },
  {
    title: 'a path that starts with a dot',
    handler: './index.handler',
    files: { 'index.js': `exports.handler = ${echo};` },
  },
  {
    title: 'a package of node_modules',
    handler: 'lib.handler',
    files: { 'node_modules/lib/index.js': `exports.handler = ${echo};` },
  },
  {
    title: 'a folder with an index file',
    handler: 'api.handler',
    files: { 'api/index.js': `exports.handler = ${echo};` },
  },
  { title: 'a file without an extension', files: { index: `exports.handler = async () => 'bare';` } },
  {
    title: 'a file of every extension',
    files: {
      'index.js': `exports.handler = async () => 'js';`,
      'index.mjs': `export const handler = async () => 'mjs';`,
      'index.cjs': `exports.handler = async () => 'cjs';`,
    },
  },
  {
    title: 'a .mjs and a .cjs file',
    files: {
      'index.mjs': `export const handler = async () => 'mjs';`,
      'index.cjs': `exports.handler = async () => 'cjs';`,
    },
  },
  { title: 'a JSON file', files: { 'index.json': '{}' } },
  { title: 'a missing file', files: { 'other.js': '' } },
  { title: 'a missing file in a folder', handler: 'src/none.handler', files: { 'index.js': '' } },
  { title: 'a missing export', files: { 'index.js': `exports.other = ${echo};` } },
  { title: 'a missing nested export', handler: 'index.a.b', files: { 'index.js': 'exports.a = {};' } },
  { title: 'an export that is a number', files: { 'index.js': 'exports.handler = 5;' } },
  { title: 'an export that is an object', files: { 'index.js': 'exports.handler = {};' } },
  { title: 'an export that is an empty string', files: { 'index.js': `exports.handler = '';` } },
  { title: 'a handler without a dot', handler: 'index', files: { 'index.js': `exports.handler = ${echo};` } },
  { title: 'a handler of two dots', handler: '../index.handler', files: { 'index.js': `exports.handler = ${echo};` } },
  { title: 'a handler with two dots inside', handler: 'index..handler', files: { 'index.js': '' } },
  { title: 'a handler that ends in a dot', handler: 'index.', files: { 'index.js': '' } },
  { title: 'a syntax error', files: { 'index.js': 'exports.handler = async () => {' } },
  { title: 'a syntax error in an ES module', files: { 'index.mjs': 'export const handler = ;' } },
  {
    title: 'a syntax error in a module that is required',
    files: { 'index.js': `require('./other');`, 'other.js': 'const a = 1;\nconst a = 2;' },
  },
  {
    title: 'an import that is not exported',
    files: { 'index.mjs': `import { none } from './other.mjs';`, 'other.mjs': '' },
  },
  { title: 'a missing dependency of CommonJS', files: { 'index.js': `require('not-there');` } },
  { title: 'a missing dependency of an ES module', files: { 'index.mjs': `import 'not-there';` } },
  { title: 'a missing relative dependency', files: { 'index.js': `require('./none');` } },
  { title: 'a missing relative dependency of an ES module', files: { 'index.mjs': `import './none.mjs';` } },
  {
    title: 'an ES module that is required',
    files: {
      'index.js': `const { value } = require('./other.mjs'); exports.handler = async () => value;`,
      'other.mjs': 'export const value = 1;',
    },
  },
  {
    title: 'a package.json that is not JSON',
    files: { 'package.json': '{', 'index.js': `exports.handler = ${echo};` },
  },
  { title: 'an exception at import', files: { 'index.js': `throw new TypeError('at import');` } },
  { title: 'an exception at import of an ES module', files: { 'index.mjs': `throw new TypeError('at import');` } },
  { title: 'a string thrown at import', files: { 'index.js': `throw 'text at import';` } },
  { title: 'null thrown at import', files: { 'index.mjs': 'throw null;' } },
  {
    title: 'an error with fields at import',
    files: { 'index.js': `throw Object.assign(new Error('fields'), { code: 'E_INIT', extra: { a: 1 } });` },
  },
  {
    title: 'a top-level await',
    files: { 'index.mjs': `const v = await Promise.resolve(7);\nexport const handler = async () => v;` },
  },
  {
    title: 'a top-level await that rejects',
    files: { 'index.mjs': `await Promise.reject(new RangeError('awaited'));` },
  },
  { title: 'a top-level await that never settles', files: { 'index.mjs': 'await new Promise(() => {});' } },
  {
    title: 'a rejection at import that nobody handles',
    only: 'nodejs from 24',
    files: { 'index.js': `Promise.reject(new Error('left'));\nexports.handler = ${echo};` },
  },
  {
    title: 'an exception in a timer of the import',
    files: {
      'index.mjs': `setTimeout(() => { throw new Error('timer'); }, 1);\nawait new Promise((r) => setTimeout(r, 300));\nexport const handler = ${echo};`,
    },
  },
  { title: 'process.exit at import', files: { 'index.js': 'process.exit(5);' } },
  { title: 'process.exit with 0 at import', files: { 'index.js': 'process.exit(0);' } },
  {
    title: 'a log line at import',
    files: { 'index.js': `console.log('imported', { a: 1 });\nconsole.error('twice');\nexports.handler = ${echo};` },
  },
  {
    title: 'state between invocations',
    files: { 'index.js': `let count = 0;\nexports.handler = async () => ++count;` },
    events: ['1', '2', '3'],
  },
  {
    title: 'an async handler that never settles',
    files: { 'index.js': 'exports.handler = async () => new Promise(() => {});' },
  },
  {
    title: 'a handler that returns a promise that never settles',
    files: { 'index.js': 'exports.handler = () => new Promise(() => {});' },
  },
  {
    title: 'a handler that takes too long',
    files: { 'index.js': `exports.handler = async () => new Promise((r) => setTimeout(r, 60_000));` },
    timeoutMs: 400,
  },
  {
    title: 'a rejection after the response',
    only: 'nodejs from 24',
    files: {
      'index.js': `${later}exports.handler = async (event) => { if (event) later(() => Promise.reject(new Error('after'))); return event; };`,
    },
    events: ['1', '0'],
    failsLater: true,
  },
  {
    title: 'an exception after the response',
    only: 'nodejs from 24',
    files: {
      'index.js': `${later}exports.handler = async (event) => { if (event) later(() => { throw new Error('after'); }); return event; };`,
    },
    events: ['1', '0'],
    failsLater: true,
  },
  {
    title: 'an event that is not JSON',
    files: { 'index.js': `exports.handler = ${echo};` },
    events: ['{', '{"a":1}'],
  },
  { title: 'an empty event', files: { 'index.js': `exports.handler = ${echo};` }, events: [''] },
  {
    title: 'a client context that is not JSON',
    files: { 'index.js': `exports.handler = ${echo};` },
    details: { clientContext: '{' },
  },
  {
    title: 'a handler with three parameters',
    files: { 'index.js': 'exports.handler = async (event, context, callback) => event;' },
  },
  {
    title: 'a handler with three parameters that calls back',
    files: { 'index.js': 'exports.handler = (event, context, callback) => callback(null, event);' },
  },
  {
    title: 'a handler with three parameters, its warning turned off',
    environment: { AWS_LAMBDA_NODEJS_DISABLE_CALLBACK_WARNING: 'true' },
    files: { 'index.js': 'exports.handler = (event, context, callback) => callback(null, event);' },
  },
  {
    title: 'a handler with a default parameter',
    files: { 'index.js': 'exports.handler = async (event, context, callback = null) => [event, callback === null];' },
  },
  {
    title: 'the number of arguments, and what this is',
    files: {
      'index.js': `exports.handler = function () { return Promise.resolve([arguments.length, typeof this, this?.constructor?.name]); };`,
    },
  },
  { title: 'a generator as a handler', files: { 'index.js': 'exports.handler = function* (event) { yield event; };' } },
  { title: 'a class as a handler', files: { 'index.js': 'exports.handler = class {};' } },
  {
    title: 'an unknown kind of streaming',
    files: {
      'index.js': `exports.handler = ${echo};\nexports.handler[Symbol.for('aws.lambda.runtime.handler.streaming')] = 'request';`,
    },
  },
  {
    title: 'a streaming handler by its symbol',
    files: {
      'index.js': `exports.handler = async (event, stream) => { stream.end('by symbol'); };\nexports.handler[Symbol.for('aws.lambda.runtime.handler.streaming')] = 'response';`,
    },
  },
  {
    title: 'a streaming handler with a high-water mark',
    files: {
      'index.js': `exports.handler = awslambda.streamifyResponse(async (event, stream) => { stream.write('x'.repeat(1000)); stream.end(); }, { highWaterMark: 100 });`,
    },
  },
  {
    title: 'a streaming handler that never ends its stream',
    files: {
      'index.js': `exports.handler = awslambda.streamifyResponse(async (event, stream) => { stream.write('x'); });`,
    },
    timeoutMs: 400,
  },
  {
    title: 'no global awslambda',
    environment: { AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA: '1' },
    files: { 'index.js': `exports.handler = async () => typeof globalThis.awslambda;` },
  },
  {
    title: 'an unhandled rejection that is an object',
    files: {
      'index.js': `exports.handler = () => new Promise(() => { Promise.reject({ a: 1 }); setTimeout(() => {}, 500); });`,
    },
  },
  {
    title: 'NODE_OPTIONS of the function',
    environment: { NODE_OPTIONS: '--no-warnings --stack-trace-limit=3' },
    files: { 'index.js': `exports.handler = async () => Error.stackTraceLimit;` },
  },
  {
    title: 'a response over the limit',
    files: { 'index.js': `exports.handler = async (event) => (event ? 'x'.repeat(6_300_000) : 'small');` },
    events: ['1', '0'],
  },
  {
    title: 'an unknown log level',
    environment: { AWS_LAMBDA_LOG_LEVEL: 'LOUD' },
    files: { 'index.js': `exports.handler = async () => { console.debug('d'); console.error('e'); };` },
  },
  {
    title: 'a log level in lower case',
    environment: { AWS_LAMBDA_LOG_LEVEL: 'error', AWS_LAMBDA_LOG_FORMAT: 'json' },
    files: { 'index.js': `exports.handler = async () => { console.warn('w'); console.error('e'); };` },
  },
];
