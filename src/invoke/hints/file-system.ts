import type { FindHint } from './failed-invocation.js';

/** A write outside of `/tmp`, in the words of Node.js, Python, Ruby, Java and the C library. */
const readOnly = /\bEROFS\b|read-only file system/i;
const full = /\bENOSPC\b|no space left on device/i;

/** An output that is opened again by its path, in the words of Node.js, Python, Ruby and the shell. */
const noSuchDevice = /\bENXIO\b|no such device or address/i;
const outputPath = /\/dev\/std(?:out|err)\b|\/fd\/[12]\b/;

/** How Python says that its locks need shared memory, which it keeps in `/dev/shm`. */
const sharedMemory = /\bSemLock\b|multiprocessing[/\\](?:synchronize|shared_memory)\.py/;

/** The function relies on a file system that neither Lambda has nor a contained function. */
export const fileSystemHint: FindHint = async ({ function: fn, errorMessage, trace }) => {
  if (readOnly.test(errorMessage)) {
    return {
      code: 'file-system-read-only',
      message: `${fn.key} writes to a file outside of /tmp. In Lambda too, only /tmp can be written to.`,
      hint: 'Write below /tmp.',
    };
  }
  if (full.test(errorMessage)) {
    return {
      code: 'temporary-folder-full',
      message: `${fn.key} ran out of room: its /tmp has ${fn.ephemeralStorageSizeMiB ?? 512} MB, as in Lambda.`,
      hint: 'Raise ephemeralStorageSize in the configuration of the function, or write less to /tmp.',
    };
  }
  if (noSuchDevice.test(errorMessage) && outputPath.test(errorMessage)) {
    return {
      code: 'output-by-path',
      message: `${fn.key} opens its standard output or error by a path, such as /dev/stderr. Here they are sockets, which Linux does not open by a path; a deployed function may be able to.`,
      hint: 'Write to the open descriptors (1 and 2), as console.log, print and process.stderr do; in a shell, redirect by >&2.',
    };
  }
  if (sharedMemory.test(trace.join('\n'))) {
    return {
      code: 'shared-memory-missing',
      message: `${fn.key} needs shared memory (/dev/shm), which Lambda does not have either: multiprocessing.Pool, Queue and Lock do not work there.`,
      hint: 'Use multiprocessing.Process with a Pipe, or threads.',
    };
  }
  return undefined;
};
