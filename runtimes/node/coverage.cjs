'use strict';

const { randomBytes } = require('node:crypto');
const { renameSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const { kill, pid, platform } = process;
/** Our own files, and what is installed, are nobody's to cover. */
const own = pathToFileURL(join(__dirname, '/')).href;
const isCovered = ({ url }) => url.startsWith('file:') && !url.startsWith(own) && !url.includes('/node_modules/');

/**
 * Has V8 count how often each part of the code runs. The counts go to a file of the folder when the process ends, or when it is
 * told to end by a signal, of which the function learns nothing.
 * @returns what saves the counts so far, where there are no signals: it is to be called after each invocation
 */
exports.measureCoverage = (folder) => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  // Processes in rooms of their own have the same number.
  const name = randomBytes(8).toString('hex');
  let files = 0;
  const save = () => {
    // A session of the same thread answers at once. Each answer has the counts since the last one.
    session.post('Profiler.takePreciseCoverage', (error, taken) => {
      const result = error ? [] : taken.result.filter(isCovered);
      if (result.length === 0) return;
      const file = join(folder, `node-${name}-${files++}`);
      try {
        writeFileSync(file, JSON.stringify({ result }));
        renameSync(file, `${file}.json`);
      } catch {
        // What can't be written is missed by the one who reads it.
      }
    });
  };
  process.on('exit', save);
  if (platform === 'win32') return save;
  process.on('SIGUSR2', () => {
    save();
    kill(pid, 'SIGKILL');
  });
  return undefined;
};
