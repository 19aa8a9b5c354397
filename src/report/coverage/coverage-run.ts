import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CoverageMap } from 'istanbul-lib-coverage';
import libCoverage from 'istanbul-lib-coverage';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { ownTemporary } from '../../host/own-temporary.js';
import type { CoverageCollection, CoveredFunction, FunctionCoverage } from '../../invoke/coverage-collection.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { systemErrorOf } from '../files/system-error.js';
import { coverageLine, writeCoverageFiles } from './coverage-files.js';
import { projectFiles } from './project-files.js';
import { convertPython } from './python-coverage.js';
import { type RawCoverage, readRaw } from './raw-files.js';
import { convertScripts } from './v8-coverage.js';

/** What came of the coverage of a run. */
export interface WrittenCoverage {
  /** The share of the lines that ran, in one line; absent where no file was covered. */
  readonly line?: string;
  readonly problems: readonly Diagnostic[];
}

interface Opened {
  readonly covered: CoveredFunction;
  readonly folder: string;
}

/**
 * The coverage of a run. Processes write it to a temporary folder while they run; it is read and written as reports after they all
 * ended. Disposing of it removes the temporary files.
 */
export class CoverageRun implements CoverageCollection, AsyncDisposable {
  readonly #folder = mkdtempSync(join(ownTemporary(), `invoke-local-coverage-${process.pid}-`));
  readonly #base: string;
  readonly #opened: Opened[] = [];
  readonly #whenRead: (() => Promise<void>)[] = [];

  /** @param base the folder that paths are relative to. Absolute. */
  constructor(base: string) {
    this.#base = base;
  }

  open(covered: CoveredFunction): FunctionCoverage {
    const folder = join(this.#folder, String(this.#opened.length));
    mkdirSync(folder);
    this.#opened.push({ covered, folder });
    return { folder, whenRead: (then) => void this.#whenRead.push(then) };
  }

  /**
   * Writes the reports of all that ran; none where no function was made ready.
   * @param folder absolute
   */
  async write(folder: string): Promise<WrittenCoverage> {
    if (this.#opened.length === 0) return { problems: [] };
    const map = libCoverage.createCoverageMap({});
    const problems: Diagnostic[] = [];
    const lacking = new Set<string>();
    for (const { covered, folder } of this.#opened) {
      const raw = readRaw(folder);
      if (raw.lacksCoveragePy) lacking.add(covered.function.key);
      for (const path of await this.#add(map, raw, covered)) problems.push(unread(path, this.#base));
    }
    if (lacking.size > 0) problems.push(withoutCoveragePy([...lacking]));
    const others = this.#opened.map(({ covered }) => covered.function).filter(({ runtime }) => !isMeasured(runtime));
    if (others.length > 0) problems.push(unmeasured(others));
    if (map.files().length === 0) problems.push(nothing);
    try {
      const line = coverageLine(writeCoverageFiles(map, folder, this.#base));
      return { ...(line === undefined ? {} : { line }), problems };
    } catch (error) {
      return { problems: [...problems, unwritten(displayPath(folder, this.#base), error)] };
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const then of this.#whenRead.splice(0)) await then();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #add(map: CoverageMap, { node, python }: RawCoverage, covered: CoveredFunction): Promise<readonly string[]> {
    const project = projectFiles(covered, this.#base);
    const { files, unread } = await convertScripts(node, project);
    map.merge(files);
    for (const report of python) map.merge(convertPython(report, covered.placed.taskRoot, project));
    return unread;
  }
}

function isMeasured(runtime: string): boolean {
  const language = parseRuntime(runtime)?.language;
  return language === 'nodejs' || language === 'python';
}

const nothing: Diagnostic = {
  severity: 'warning',
  code: 'coverage-empty',
  message: 'No file of the project was covered: no handler in Node.js or Python has run to an end.',
  hint: 'Code that is unpacked from an archive is not covered, nor is a process that was killed while it was busy.',
};

function unmeasured(functions: readonly { readonly key: string; readonly runtime: string }[]): Diagnostic {
  const names = [...new Set(functions.map(({ key, runtime }) => `${key} (${runtime})`))];
  return {
    severity: 'notice',
    code: 'coverage-unsupported',
    message: `The coverage has only functions in Node.js and Python, and not ${names.join(', ')}.`,
  };
}

function withoutCoveragePy(names: readonly string[]): Diagnostic {
  return {
    severity: 'warning',
    code: 'coverage-python-missing',
    message: `The coverage has nothing of ${names.join(', ')}: their Python finds no coverage.py.`,
    hint: 'Install it where the functions find their packages: pip install coverage.',
  };
}

function unread(path: string, base: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'coverage-unread',
    message: `The coverage has nothing of ${displayPath(path, base)}, which can't be read as JavaScript.`,
  };
}

function unwritten(folder: string, error: unknown): Diagnostic {
  return {
    severity: 'error',
    code: 'coverage-unwritten',
    message: `The coverage could not be written to ${folder}: ${systemErrorOf(error).reason}.`,
    hint: 'Name a folder that this process may write to.',
  };
}
