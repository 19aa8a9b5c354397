import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { fixture, repositoryRoot } from '../paths.js';
import { resultsProblems } from '../report/json/validate.js';
import { entry } from './command.js';

/** How a run of `invoke-local test` ended. */
export interface SuiteCommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly lines: readonly string[];
}

/** Runs `invoke-local test` in the fixture's service. `onStart` gets the process. */
export function suite(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  onStart: (child: ChildProcess) => void = () => {},
): Promise<SuiteCommandRun> {
  const env = { PATH: process.env['PATH'], HOME: repositoryRoot, ...environment };
  return new Promise((resolve) => {
    const command = [entry, 'test', '-w', fixture('suite-run'), ...args];
    const child = execFile(process.execPath, command, { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, lines: stderr.trimEnd().split('\n') });
    });
    onStart(child);
  });
}

/** The lines of the verdicts, without their durations. */
export function verdicts({ lines }: SuiteCommandRun): string[] {
  return lines
    .filter((line) => /^(?:ok|failed|flaky|not run|skipped) /.test(line))
    .map((line) => line.replace(/ \(\d+ ms\)/, '').replace(/ {2,}/, ' '));
}

/** A path in a new folder. */
export function newPath(name: string): string {
  return join(mkdtempSync(join(tmpdir(), 'suite-command-')), name);
}

/** The results of a suite, as they were written. */
export interface WrittenResults {
  readonly verdict: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly stopped?: { readonly reason: string };
  readonly cases: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly isCold?: boolean;
    readonly reason?: string;
    readonly attempts?: number;
    readonly texts: Readonly<Record<string, string>>;
  }[];
}

/** Reads results, which are valid by their schema. */
export function resultsIn(file: string): WrittenResults {
  const results: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(resultsProblems(results)).toEqual([]);
  return results as WrittenResults;
}
