'use strict';

const {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  unlinkSync,
} = require('node:fs');

const { execArgv, getActiveResourcesInfo, pid } = process;

/** Names the file that is to have the path of a pipe. The handler does not see it. */
const variable = 'INVOKE_LOCAL_OUTPUT_PIPE';
const standardOutput = 1;
const linesBetweenLooks = 1024;

const threads = '/proc/self/task';
/** The main one, four of V8, one for their delayed tasks, and one that waits for a debugger. */
const ownThreads = 7;
/** Any number that is not the default one may hide a thread of the function's. */
const changesThreads = /v8.pool.size/;
/** How those are named, from Node.js 22 on, that open files and look up names: requests of these kinds keep them busy. */
const poolThread = 'libuv-worker\n';
const busy = /^(?:FS|File|Get)/;

/**
 * The standard output of a process that Node.js has started is a socket, which takes more than twice as long for a line as a pipe.
 * Where a function prints very many lines, the other side makes a pipe, which becomes descriptor 1 in the place of the socket: between
 * two lines, so that all that was written before is in the one and all that comes after in the other, whoever writes it.
 * @returns {() => void} to be called after each line
 */
exports.watchOutputPipe = () => {
  const path = process.env[variable];
  delete process.env[variable];
  const options = `${execArgv} ${process.env.NODE_OPTIONS}`;
  let left = path === undefined || changesThreads.test(options) ? Number.POSITIVE_INFINITY : linesBetweenLooks;
  return () => {
    left--;
    if (left === 0) left = existsSync(path) && isDecided(path) ? Number.POSITIVE_INFINITY : linesBetweenLooks;
  };
};

/** @returns {boolean} whether the pipe is taken, or refused for good; the file is removed then */
function isDecided(file) {
  let path;
  let pipe;
  try {
    path = readFileSync(file, 'latin1');
    pipe = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    // It is not there yet.
    return false;
  }
  try {
    if (fstatSync(pipe).isFIFO() && isAlone()) {
      closeSync(standardOutput);
      // What is opened gets the lowest number that is free.
      openSync(path, constants.O_WRONLY);
    }
    unlinkSync(file);
  } catch {
    // The system shows less of the process, or the function has removed the file.
  }
  closeSync(pipe);
  return true;
}

/**
 * Whether nothing else can take the number of the descriptor while it is free, or goes on with the socket: there are no threads and
 * no child processes of the function's, and nothing waits to be written.
 */
function isAlone() {
  if (!hasNoOtherThreads() || !fstatSync(standardOutput).isSocket()) return false;
  if (readFileSync(`${threads}/${pid}/children`, 'latin1') !== '') return false;
  const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${standardOutput}`, 'latin1'))?.[1] ?? '';
  return (Number.parseInt(flags, 8) & constants.O_NONBLOCK) === 0;
}

/** Native modules have threads of their own, and use those of the pool. */
function hasNoOtherThreads() {
  const names = readdirSync(threads).map((id) => readFileSync(`${threads}/${id}/comm`, 'latin1'));
  const others = names.filter((name) => name !== poolThread).length;
  if (others !== ownThreads || Object.keys(require.cache).some((file) => file.endsWith('.node'))) return false;
  return names.length === others || !getActiveResourcesInfo().some((kind) => busy.test(kind));
}
