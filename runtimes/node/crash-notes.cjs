'use strict';

const { writeSync } = require('node:fs');

/** Names the descriptor of the file that the notes go to. The handler does not see it. */
const variable = 'INVOKE_LOCAL_NOTES';

/**
 * Notes what may explain the end of the process and is printed nowhere: the native module that was loaded last (it may
 * crash), and the call in the function's own code that ended the process.
 */
exports.takeCrashNotes = () => {
  const descriptor = Number(process.env[variable]);
  delete process.env[variable];
  if (!descriptor) return;
  const note = (text) => {
    try {
      writeSync(descriptor, `${text}\n`);
    } catch {
      // The function may have closed it.
    }
  };
  const { dlopen } = process;
  process.dlopen = (...args) => {
    note(`native module ${args[1]}`);
    return Reflect.apply(dlopen, process, args);
  };
  process.on('exit', (code) => {
    const frames = String(new Error().stack).split('\n');
    const caller = frames.findIndex((frame) => frame.includes('at process.exit ')) + 1;
    if (caller > 0 && !frames[caller]?.includes(__dirname)) {
      note([`process.exit(${code})`, ...frames.slice(caller)].join('\n'));
    }
  });
};
