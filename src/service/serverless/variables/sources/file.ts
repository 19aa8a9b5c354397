import { resolve } from 'node:path';

import { displayPath } from '../../../../diagnostics/display-path.js';
import { type ConfigDocument, type ConfigNode, rootNode } from '../../config-node.js';
import { isScript } from '../../scripts/script-file.js';
import { SourceFailure } from '../problem.js';
import { pathOf } from './self.js';
import type { Source, SourceAccess } from './source.js';

/** Reads a file as configuration; `undefined` where there is none. */
export type ReadDocument = (path: string) => Promise<ConfigDocument | undefined>;

/** The value at a path of what a script gives; `undefined` where there is none. */
export type ReadScript = (
  path: string,
  keys: readonly string[],
  access: SourceAccess,
) => Promise<ConfigNode | undefined>;

/**
 * `file(path):a.b`: a file, or a place in it. Paths start from the service's root, those in an included file too. Scripts
 * are run; files that are neither YAML nor JSON are text.
 */
export function fileSource(root: string, readDocument: ReadDocument, readScript: ReadScript): Source {
  return {
    resolve: async ({ params: [name], address }, access) => {
      if (typeof name !== 'string' || name === '') {
        throw new SourceFailure('variable-address', 'names no file', 'Write ${file(./name.yml)}.');
      }
      const path = resolve(root, name);
      if (isScript(path)) return readScript(path, pathOf(address), access);
      const document = await readDocument(path);
      return document && access.walk(rootNode(document), pathOf(address));
    },
    explainMissing: ({ params: [name], address }) => {
      const path = displayPath(resolve(root, String(name)));
      const hint = "Mend the path (it starts from the service's root), or give a fallback.";
      return address === undefined
        ? { reason: `has no value: ${path} does not exist, or holds nothing`, hint }
        : { reason: `has no value: ${path} does not exist, or has nothing at ${address}`, hint };
    },
  };
}
