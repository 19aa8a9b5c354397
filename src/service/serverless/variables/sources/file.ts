import { resolve } from 'node:path';

import type { OfflineAnswers } from '../../../answers/offline-answers.js';
import { type ConfigDocument, type ConfigNode, rootNode } from '../../../document/config-node.js';
import { isScript } from '../../scripts/script-file.js';
import { SourceFailure } from '../problem.js';
import { answerOfFile } from './file-answer.js';
import { explainMissingFile, orEncrypted } from './missing-file.js';
import { pathOf } from './self.js';
import type { Source, SourceAccess } from './source.js';

/** An address may be written as in version 4: `a[0].b` means `a.0.b`. */
function indexedPathOf(address: string): string[] {
  return pathOf(address.replaceAll(/\.?\[(\d+)\]/g, '.$1').replace(/^\./, ''));
}

/** Reads a file as configuration; `undefined` where there is none. */
export type ReadDocument = (path: string) => Promise<ConfigDocument | undefined>;

/** The value at a path in a script's result; `undefined` if there is none. */
export type ReadScript = (
  path: string,
  keys: readonly string[],
  access: SourceAccess,
) => Promise<ConfigNode | undefined>;

/**
 * `file(path):a.b`: a file, or a place in it. Paths start from the service's root, also in an included file. Scripts are
 * run; files that are neither YAML nor JSON are text.
 */
export function fileSource(
  folder: string,
  readDocument: ReadDocument,
  readScript: ReadScript,
  answers: OfflineAnswers,
): Source {
  return {
    resolve: async ({ params: [name], address }, access) => {
      if (typeof name !== 'string' || name === '') {
        throw new SourceFailure('variable-address', 'names no file', 'Write ${file(./name.yml)}.');
      }
      const given = answerOfFile(name, indexedPathOf(address ?? ''), answers);
      if (given !== undefined) return given.node;
      const path = resolve(folder, name);
      const read = async (keys: readonly string[]): Promise<ConfigNode | undefined> => {
        if (isScript(path)) return readScript(path, keys, access);
        const document = await readDocument(path).catch((error) =>
          Promise.reject(orEncrypted(error, name, indexedPathOf(address ?? ''), answers)),
        );
        return document && access.walk(rootNode(document), keys);
      };
      const found = await read(pathOf(address));
      return found === undefined && address?.includes('[') ? read(indexedPathOf(address)) : found;
    },
    explainMissing: ({ params: [name], address }) =>
      explainMissingFile({ folder, name: String(name), address, keys: indexedPathOf(address ?? ''), answers }),
  };
}
