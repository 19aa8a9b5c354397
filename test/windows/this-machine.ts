import { execFileSync } from 'node:child_process';
import type { WindowsMachine } from './machine.js';
import { runStarted } from './run-started.js';

/** The Windows that this process runs on. */
export function thisMachine(): WindowsMachine {
  const node = process.execPath;
  const starter = { node, command: [node] as const, environment: process.env, windowsPath: (path: string) => path };
  const python = pythonOnPath();
  return {
    name: `Node.js ${process.versions.node}`,
    isWine: false,
    node,
    nodeMajor: Number.parseInt(process.versions.node, 10),
    ...(python === undefined ? {} : { python }),
    windowsPath: starter.windowsPath,
    run: (start) => runStarted(starter, start),
  };
}

function pythonOnPath(): string | undefined {
  try {
    return execFileSync('python', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
