import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessCov } from '@bcoe/v8-coverage';
import type { PythonReport } from './python-coverage.js';

/** What the processes of a function have written. */
export interface RawCoverage {
  readonly node: readonly ProcessCov[];
  readonly python: readonly PythonReport[];
  /** Whether the function's Python has no coverage.py. */
  readonly lacksCoveragePy: boolean;
}

/** Reads what the bootstraps wrote into a folder. A file that a process was still writing when it was killed is not among it. */
export function readRaw(folder: string): RawCoverage {
  const read = (prefix: string): unknown[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return {
    node: read('node-') as ProcessCov[],
    python: read('python-') as PythonReport[],
    lacksCoveragePy: existsSync(join(folder, 'python-without-coverage')),
  };
}
