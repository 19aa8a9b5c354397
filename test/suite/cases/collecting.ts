import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { UserError } from '../../../src/diagnostics/user-error.js';
import { type Collection, collectCases } from '../../../src/suite/cases/collect-cases.js';
import type { SuiteSources } from '../../../src/suite/cases/suite-sources.js';
import type { SuiteCase } from '../../../src/suite/suite-case.js';
import { folderWith } from '../folder.js';

/** Collects cases in a folder, of a service with these functions. */
export function collect(
  folder: string,
  sources: Partial<SuiteSources>,
  functions: readonly string[] = ['price', 'order', 'legacy-import'],
): Promise<Collection> {
  const none = { files: [], functions: [], events: [], allowEmpty: false };
  return collectCases({ ...none, folder, ...sources }, async () => functions);
}

/** The cases of one file of this text. */
export async function casesOf(text: string, name = 'suite.yml'): Promise<readonly SuiteCase[]> {
  return (await collect(folderWith({ [name]: text }), { files: [name] })).cases;
}

/** The one case of a file. */
export async function caseOf(text: string): Promise<SuiteCase> {
  const [only, ...others] = await casesOf(text);
  if (only === undefined || others.length > 0) throw new Error('There is not just one case.');
  return only;
}

/** What a refusal says: of a file its name, its place within, and the texts without the excerpt. */
export async function refusalOf(collecting: Promise<unknown>): Promise<Diagnostic> {
  try {
    await collecting;
  } catch (error) {
    if (error instanceof UserError) return error.diagnostic;
    throw error;
  }
  throw new Error('It was not refused.');
}
