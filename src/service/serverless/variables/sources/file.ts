import { resolve } from 'node:path';

import { displayPath } from '../../../../diagnostics/display-path.js';
import { type ConfigDocument, rootNode } from '../../config-node.js';
import { SourceFailure } from '../problem.js';
import { pathOf } from './self.js';
import type { Source } from './source.js';

/** Reads a file as configuration; `undefined` where there is none. */
export type ReadDocument = (path: string) => Promise<ConfigDocument | undefined>;

/**
 * `file(path):a.b`: a file, or a place in it. Paths start from the service's root, those in an included file too. Files
 * that are neither YAML nor JSON are text.
 */
export function fileSource(root: string, readDocument: ReadDocument): Source {
  return {
    resolve: async ({ params: [name], address }, { walk }) => {
      if (typeof name !== 'string' || name === '') {
        throw new SourceFailure('variable-address', 'names no file', 'Write ${file(./name.yml)}.');
      }
      const document = await readDocument(resolve(root, name));
      return document && walk(rootNode(document), pathOf(address));
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
