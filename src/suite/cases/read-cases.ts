import type { ExactJson } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import type { CaseOrigin, SuiteCase } from '../suite-case.js';
import { buildCase, type CheckSample } from './build-case.js';
import { type CaseMistake, mistakesError, type OnMistake } from './case-mistakes.js';
import type { CaseDocument } from './document/case-document.js';
import { fillIn, hasReference, type MatrixRow, matrixRows, rowName } from './matrix.js';
import { type MergedCase, mergeDefaults, type WrittenCase } from './merge-defaults.js';
import { schemaMistakes } from './schema/schema-mistakes.js';

/** Where the cases of a document belong. */
export interface DocumentPlace {
  /** The absolute path of the case file; absent for cases that were given inline. */
  readonly file?: string;
  /** What relative paths start from. Absolute. */
  readonly folder: string;
}

/**
 * The cases of a document, in its order.
 * @throws UserError with the place of the first mistake, and all of them
 */
export async function readCases(document: CaseDocument, place: DocumentPlace): Promise<SuiteCase[]> {
  const mistakes = schemaMistakes('suite', document.value, hasReference);
  refuse(document, mistakes);
  const onMistake = (mistake: CaseMistake): void => void mistakes.push(mistake);
  const written = writtenCases(document.value);
  const namesSample = written.some(({ value }) => Object.hasOwn(value, 'event'));
  const checkSample = namesSample ? (await import('../../event/samples/samples.js')).sampleEvent : undefined;
  const cases = written.flatMap((merged) => casesOf(merged, document, place, { onMistake, checkSample }));
  mistakes.push(...duplicateNames(cases));
  refuse(document, mistakes);
  return cases.map(({ suiteCase }) => suiteCase);
}

interface PlacedCase {
  readonly suiteCase: SuiteCase;
  readonly path: CasePath;
}

function refuse(document: CaseDocument, [first, ...others]: readonly CaseMistake[]): void {
  if (first !== undefined) throw mistakesError(document, [first, ...others]);
}

function writtenCases(value: ExactJson): MergedCase[] {
  if (Array.isArray(value)) {
    return (value as readonly WrittenCase[]).map((own, index) => mergeDefaults(own, {}, [index]));
  }
  const { cases, defaults = {} } = value as { cases: readonly WrittenCase[]; defaults?: WrittenCase };
  return cases.map((own, index) => mergeDefaults(own, defaults, ['cases', index]));
}

function casesOf(
  { value: written, placeOf }: MergedCase,
  document: CaseDocument,
  { file, folder }: DocumentPlace,
  { onMistake, checkSample }: { readonly onMistake: OnMistake; readonly checkSample: CheckSample | undefined },
): PlacedCase[] {
  const at = ({ path, ...mistake }: CaseMistake): void => onMistake({ path: placeOf(path), ...mistake });
  const origin = originOf(file, document, placeOf);
  const build = (value: WrittenCase): PlacedCase => ({
    suiteCase: buildCase(value, { folder, origin, onMistake: at, checkSample }),
    path: placeOf([]),
  });
  const { matrix } = written;
  if (matrix === undefined) return [build(fillIn(written, {}, at))];
  const rows = matrixRows(matrix);
  if ('message' in rows) {
    at(rows);
    return [];
  }
  const names = new Map<string, number>();
  return rows.map((row) => {
    const { name, ...filled } = rowCase(written, row, at);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return build({ ...filled, name: count === 1 ? name : `${name} #${count}` });
  });
}

/** Where a case is written. What it keeps stays in memory as long as the case. */
function originOf(file: string | undefined, { locate }: CaseDocument, placeOf: MergedCase['placeOf']): CaseOrigin {
  return {
    ...(file === undefined ? {} : { file }),
    of: (path) => locate(placeOf(path)),
  };
}

/** The case of a row, named after its values. */
function rowCase(written: WrittenCase, row: MatrixRow, onMistake: OnMistake): WrittenCase & { readonly name: string } {
  const filled = fillIn(written, row, onMistake);
  for (const mistake of schemaMistakes('case', filled)) onMistake(mistake);
  const name = typeof written['name'] === 'string' ? written['name'] : String(written['function'] ?? '');
  const filledName = typeof filled['name'] === 'string' ? filled['name'] : String(filled['function'] ?? '');
  return { ...filled, name: rowName(name, filledName, row) };
}

/** Names must be unique, because snapshots and reports identify a case by its name. */
function duplicateNames(cases: readonly PlacedCase[]): CaseMistake[] {
  const seen = new Set<string>();
  return cases.flatMap(({ suiteCase: { name }, path }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `another case is called \`${name}\`, too`;
    return [{ path: [...path, 'name'], message, hint: 'Give each a `name` of its own.' }];
  });
}
