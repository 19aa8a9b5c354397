import { dirname } from 'node:path';
import { displayFolder, displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { SuiteCase } from '../suite-case.js';
import { readCaseDocument } from './document/case-document.js';
import { readTextFile } from './document/read-text-file.js';
import { expandGlobs } from './expand-globs.js';
import { readCases } from './read-cases.js';
import type { SuiteSources } from './suite-sources.js';

/** The cases of a suite, in order, and the functions without any. */
export interface Collection {
  readonly cases: readonly SuiteCase[];
  /** Functions that were asked for and have neither an event nor another case, by their keys. */
  readonly uncovered: readonly string[];
}

/**
 * Lists the cases from files, those given inline, and those from functions' events, in this order. It runs nothing.
 * @param functionNames the keys of the service's functions; asked for only where `functions` are given
 * @throws UserError where a file is missing, or has mistakes
 */
export async function collectCases(
  sources: SuiteSources,
  functionNames: () => Promise<readonly string[]>,
): Promise<Collection> {
  const { folder, inline, functions } = sources;
  const cases: SuiteCase[] = [];
  for (const file of await caseFiles(sources)) {
    const name = `The case file ${displayPath(file)}`;
    const document = readCaseDocument({ text: await readTextFile(file, name), file, name });
    cases.push(...(await readCases(document, { file, folder: dirname(file) })));
  }
  if (inline !== undefined) {
    const document = readCaseDocument({ text: inline, name: 'The suite that was given inline' });
    cases.push(...(await readCases(document, { folder })));
  }
  if (functions.length === 0) return { cases, uncovered: [] };
  const { chooseFunctions } = await import('./discovery/choose-functions.js');
  const { defaultEvents, discoverCases } = await import('./discovery/discover-cases.js');
  const chosen = chooseFunctions(functions, await functionNames());
  const events = sources.events.length === 0 ? defaultEvents : sources.events;
  const covered = new Set(cases.map((each) => each.function));
  const discovered = await discoverCases(chosen, { folder, events, covered });
  return { cases: [...cases, ...discovered.cases], uncovered: discovered.uncovered };
}

async function caseFiles({ files: patterns, folder, allowEmpty }: SuiteSources): Promise<readonly string[]> {
  const { files, unmatched } = await expandGlobs(patterns, folder);
  const [first] = unmatched;
  if (first === undefined || allowEmpty) return files;
  throw new UserError({
    code: 'case-files-missing',
    message: `There is no case file ${unmatched.join(', ')}.`,
    hint: `It is looked for from ${displayFolder(folder, 'the current folder')} on.`,
  });
}
