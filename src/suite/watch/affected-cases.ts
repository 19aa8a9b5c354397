import { realpathSync } from 'node:fs';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { SuiteCase } from '../suite-case.js';
import { type LoadedFiles, loadedFiles } from './loaded-files.js';

/** What changed, and what is known of the functions. */
export interface Changes {
  /** The files that changed. Absolute. */
  readonly files: ReadonlySet<string>;
  /** The functions that were run, by the names that cases have for them. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
}

/**
 * Chooses the cases that a change is about. A file of a case (its own, or that of its event or its schema) is about that case; a
 * file that functions load, about the cases of these and of those whose files are unknown; any other file, about every case.
 */
export function affectedCases<T extends { readonly case: SuiteCase }>(
  cases: readonly T[],
  { files, functions }: Changes,
): T[] {
  const real = remembered(realPath);
  const changed = new Set([...files].map(real));
  const filesOfCase = (suiteCase: SuiteCase): string[] => filesOf(suiteCase).map(real);
  const ofCases = new Set(cases.flatMap((each) => filesOfCase(each.case)));
  const sources = [...changed].filter((file) => !ofCases.has(file));
  const loaded = new Map<string, LoadedFiles>();
  if (sources.length > 0) for (const [name, fn] of functions) loaded.set(name, loadedFiles(fn));
  const isLoadedBy = (known: LoadedFiles, file: string): boolean => known !== 'unknown' && known.has(file);
  const isKnown = (file: string): boolean => [...loaded.values()].some((known) => isLoadedBy(known, file));
  if (!sources.every(isKnown)) return [...cases];
  const isTouched = (name: string): boolean => {
    const known = loaded.get(name) ?? 'unknown';
    return sources.length > 0 && (known === 'unknown' || sources.some((file) => known.has(file)));
  };
  return cases.filter(
    ({ case: suiteCase }) => filesOfCase(suiteCase).some((file) => changed.has(file)) || isTouched(suiteCase.function),
  );
}

/** The files that a case is written in. */
export function filesOf({ origin, event, expect }: SuiteCase): string[] {
  return [
    ...(origin.file === undefined ? [] : [origin.file]),
    ...(event.kind === 'path' ? [event.path] : []),
    ...(expect.schema === undefined ? [] : [expect.schema.file]),
  ];
}

/** A path without links; as it is where nothing is there any more. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function remembered(compute: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
