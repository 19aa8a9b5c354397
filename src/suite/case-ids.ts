import { relative, sep } from 'node:path';
import type { SuiteCase } from './suite-case.js';

/**
 * The ids of cases, by which reports, shards and comparisons know them: file and name, as in `tests/http.suite.yml::two books`.
 * They are the same from run to run and from machine to machine.
 * @param cases all that were collected, in their order
 * @param folder the suite's, which files are relative to. Absolute.
 */
export function caseIds(cases: readonly Pick<SuiteCase, 'name' | 'origin'>[], folder: string): string[] {
  const counts = new Map<string, number>();
  const files = new Map<string | undefined, string>([[undefined, '']]);
  const written = (file: string | undefined): string => {
    const known = files.get(file) ?? relative(folder, file ?? '').replaceAll(sep, '/');
    files.set(file, known);
    return known;
  };
  return cases.map(({ name, origin }) => {
    const id = `${written(origin.file)}::${name}`;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id} #${count}`;
  });
}
