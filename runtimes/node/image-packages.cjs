'use strict';

const { withoutOwnFrames } = require('./own-frames.cjs');
const { Module } = require('./module-class.cjs');
const { isAskable, namedIn, packageName, questionUrl, withinImage } = require('./package-names.cjs');

/** Has a secret and the packages for which this runtime may ask the other side of its Runtime API. The handler does not see it. */
const variable = 'INVOKE_LOCAL_IMAGE';

let right;

/** Packages that could not be had. */
const refused = new Set();

/** Takes the right to ask for packages of Lambda's image. Without it there is nothing to ask. */
exports.takeRightToAsk = () => {
  const [secret, names] = (process.env[variable] ?? '').split(' ');
  delete process.env[variable];
  if (names === undefined) return;
  right = { address: process.env.AWS_LAMBDA_RUNTIME_API, secret, names: names.split(',') };
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = function (request, parent, ...rest) {
    try {
      return withoutOwnFrames(resolveFilename, this, [request, parent, ...rest]);
    } catch (error) {
      if (error?.code !== 'MODULE_NOT_FOUND') throw error;
      // Where the image has its packages, by its literal path: what the project or the image has of them.
      const named = withinImage(String(request), right);
      if (named !== undefined) return Reflect.apply(Module._resolveFilename, this, [named, parent, ...rest]);
      const found = provided(request, parent?.filename, (folder) =>
        Reflect.apply(resolveFilename, this, [request, parent, false, { paths: [folder] }]),
      );
      if (found === undefined) throw error;
      return found;
    }
  };
};

/** The right to ask, if this runtime has it. */
exports.rightToAsk = () => right;

/**
 * What the other side says to a question for packages: the folder that has them, or `undefined`. The thread waits for it.
 */
function ask(names) {
  const { Worker, MessageChannel, receiveMessageOnPort } = require('node:worker_threads');
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(asking, {
    eval: true,
    env: {},
    execArgv: [],
    workerData: {
      url: questionUrl(names, right),
      secret: right.secret,
      done,
      port: port2,
    },
    transferList: [port2],
  });
  worker.unref();
  Atomics.wait(done, 0, 0);
  const answer = receiveMessageOnPort(port1)?.message;
  port1.close();
  return answer || undefined;
}

/** The code of the thread that asks. */
const asking = `
const { workerData: { url, secret, done, port } } = require('node:worker_threads');
const finish = (text) => {
  port.postMessage(text);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
};
require('node:http')
  .get(url, { headers: { 'Invoke-Local-Secret': secret }, agent: false }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (part) => { text += part; });
    response.on('end', () => finish(response.statusCode === 200 ? text : ''));
  })
  .on('error', () => finish(''));
`;

/**
 * Resolves what nothing of the function has in the folder that has it by the other side's word.
 * @param {(folder: string) => unknown} resolve
 */
function provided(specifier, importer, resolve) {
  const wanted = packageName(specifier);
  if (right === undefined || refused.has(wanted) || !isAskable(wanted, right)) return undefined;
  const names = [...new Set([wanted, ...namedIn(importer, right)])];
  // A second question tells the other side that its first answer was of no use.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const folder = ask(names);
    if (folder === undefined) {
      refused.add(wanted);
      return undefined;
    }
    try {
      return resolve(folder);
    } catch (error) {
      if (attempt === 2 || !/MODULE_NOT_FOUND$/.test(error?.code)) throw error;
    }
  }
  return undefined;
}
exports.provided = provided;
