// Evaluates modules of the project for its configuration, several of them in one process. It is controlled through file
// descriptor 3, with one JSON message per line, so that answers can't be mixed up with what a module prints.
//
// It receives `reach` (go to a place in a module's value), `read` (return what was reached), `variables` (add to the
// environment), `answer` (to a question) and `end`. It sends `reached`, `value`, `failed`, and `ask`: a resolver function
// asks for a variable or for a property of the configuration.
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { describeThrown } from './describe-thrown.mjs';

const channel = new Socket({ fd: 3, readable: true, writable: true });
/** The places that were reached, by file and path: promises, so that each module and function runs once. */
const places = new Map();
/** The files of the running requests, by their ids. */
const running = new Map();
/** The questions that wait for an answer, by their ids. */
const questions = new Map();
/** The question that was answered by an error. */
const questionOf = new WeakMap();
let askedCount = 0;

let partial = '';
channel.setEncoding('utf8');
channel.on('data', (text) => {
  const lines = (partial + text).split('\n');
  partial = lines.pop();
  for (const line of lines) take(JSON.parse(line));
});
channel.on('error', () => process.exit(1));
channel.on('close', () => process.exit(1));

process.on('uncaughtException', (error) => {
  if (running.size === 0) console.error(error);
  for (const id of [...running.keys()]) fail(id, error);
});
// The channel does not keep the process alive while a module runs, so that a module whose promise can never settle is
// noticed.
process.on('beforeExit', () => {
  for (const id of [...running.keys()]) {
    fail(id, new Error('its promise never settles: nothing is left that could settle it'));
  }
});

function take(message) {
  if (message.type === 'reach') run(message, reach);
  else if (message.type === 'read') run(message, read);
  else if (message.type === 'variables') Object.assign(process.env, message.variables);
  else if (message.type === 'answer') answer(message);
  else if (message.type === 'end') process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
}

async function run(request, work) {
  running.set(request.id, request.file);
  holdOrRelease();
  try {
    const body = await work(request);
    finish(request.id, `{"id":${request.id},${body}}`);
  } catch (error) {
    fail(request.id, error);
  }
}

async function reach(request) {
  const { file, path } = request;
  const key = JSON.stringify([file, path]);
  if (!places.has(key)) places.set(key, path.length === 0 ? enter(request) : step(request));
  const { value } = await places.get(key);
  return `"type":"reached","state":"${stateOf(value)}"`;
}

async function read({ file, path }) {
  const { value } = await places.get(JSON.stringify([file, path]));
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`it gives ${kindOf(value)}, which JSON has no way to write`);
  return `"type":"value","value":${json}`;
}

/** Loads a module, and gets what it exports, or what that returns where it is a function. */
async function enter(request) {
  const { file, mode } = request;
  const module = await import(pathToFileURL(file).href);
  if (mode === 'plain' && !('default' in module)) throw new TypeError('it has no default export');
  const { main, named } = exportsOf(module, file);
  const given = await main;
  return { ...(await settle(mode === 'plain' ? await unwrapped(given) : given, request, false)), named };
}

/** Gets one member further: own members only, and on the first step those that the module exports by name too. */
async function step(request) {
  const { file, path } = request;
  const parent = await places.get(JSON.stringify([file, path.slice(0, -1)]));
  const key = path.at(-1);
  const isNamed = parent.named !== undefined && key !== 'default' && has(parent.named, key);
  const owner = isNamed || !has(parent.value, key) ? parent.named : parent.value;
  if (owner === undefined || !has(owner, key)) return { value: undefined, called: false };
  return settle(await owner[key], request, parent.called && !isNamed, owner);
}

/** A function is called, the first one on the way to a place. */
async function settle(value, request, called, owner) {
  if (typeof value !== 'function' || called) {
    if (value === undefined && request.path.length === 0) throw new TypeError('it gives undefined');
    return { value, called };
  }
  const result = await (request.mode === 'plain' ? value.call(owner) : value.call(owner, toolsOf(request)));
  if (result === undefined) throw new TypeError(`its function${value.name ? ` ${value.name}` : ''} returns undefined`);
  return { value: result, called: true };
}

/** What a module exports as a whole and by name; a CommonJS module has but the whole, unless it was an ES module once. */
function exportsOf(module, file) {
  const main = module.default;
  if (main?.__esModule === true) return { main: 'default' in main ? main.default : main, named: main };
  if (!('default' in module)) return { main: module, named: module };
  const isCommonJs = createRequire(file).cache[realpathSync(file)] !== undefined;
  return { main, named: isCommonJs ? undefined : module };
}

/** A configuration that a CommonJS module has as its `default`, which compilers leave behind, once or twice. */
async function unwrapped(value) {
  const isWrapped = has(value, 'default') && !has(value, 'service');
  return isWrapped ? unwrapped(await value.default) : value;
}

function has(value, key) {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, key);
}

function stateOf(value) {
  if (value === undefined || value === null) return 'absent';
  return typeof value === 'string' ? 'text' : 'value';
}

function kindOf(value) {
  return typeof value === 'function' ? 'a function' : typeof value;
}

function toolsOf({ id, options }) {
  return {
    options: { ...options },
    resolveVariable: (variable) => ask(id, { variable: String(variable) }),
    resolveConfigurationProperty: (path) =>
      ask(id, { property: (Array.isArray(path) ? path : String(path).split('.')).map(String) }),
  };
}

function ask(by, question) {
  return new Promise((resolve, reject) => {
    if (!running.has(by)) {
      reject(new Error('the configuration can be asked only until the value is given'));
      return;
    }
    askedCount += 1;
    questions.set(askedCount, { by, resolve, reject });
    holdOrRelease();
    send(JSON.stringify({ type: 'ask', question: askedCount, by, ...question }));
  });
}

function answer({ question, value, failure }) {
  const { resolve, reject } = questions.get(question) ?? {};
  questions.delete(question);
  holdOrRelease();
  if (failure === undefined) {
    resolve?.(value);
    return;
  }
  const error = new Error(failure);
  questionOf.set(error, question);
  reject?.(error);
}

function fail(id, error) {
  const question = typeof error === 'object' && error !== null ? questionOf.get(error) : undefined;
  finish(id, JSON.stringify({ type: 'failed', id, error: describeThrown(error, running.get(id)), question }));
}

function finish(id, message) {
  if (!running.delete(id)) return;
  holdOrRelease();
  send(message);
}

function holdOrRelease() {
  const waitsForItself = running.size > 0 && questions.size === 0;
  if (waitsForItself) channel.unref();
  else channel.ref();
}

function send(message) {
  channel.write(`${message}\n`);
}
