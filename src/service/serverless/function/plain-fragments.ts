import { resolve } from 'node:path';
import type { OfflineAnswers } from '../../answers/offline-answers.js';
import type { ConfigNode } from '../../document/config-node.js';
import { readPlainYaml } from '../../document/plain-yaml.js';
import { readText } from '../../document/read-text.js';
import { fileQuestion } from '../variables/sources/file-answer.js';

/** Tells whether an item of the list of functions surely has no function of a name. */
export type LacksFunction = (item: ConfigNode, name: string) => Promise<boolean>;

/** The whole of a file of the project, by a path without variables. */
const wholeFile = /^\$\{file\(([\w./-]+\.ya?ml)\)\}$/;

/**
 * Looks into the files of a list of functions at a glance: parsing those of functions that are not asked for takes most of the
 * time of a large service. What is not plain has to be parsed.
 * @param root the folder of the service. Absolute
 */
export function createFragmentCheck(root: string, answers: OfflineAnswers | undefined): LacksFunction {
  const known = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  const membersOf = async (file: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    if (answers?.given(fileQuestion(file, [])) !== undefined) return undefined;
    const text = await readText(resolve(root, file)).catch(() => undefined);
    return text === undefined ? undefined : readPlainYaml(text);
  };
  return async ({ value }, name) => {
    const [, file] = typeof value === 'string' ? (wholeFile.exec(value) ?? []) : [];
    if (file === undefined) return false;
    if (!known.has(file)) known.set(file, await membersOf(file));
    const members = known.get(file);
    return members !== undefined && !Object.hasOwn(members, name);
  };
}
