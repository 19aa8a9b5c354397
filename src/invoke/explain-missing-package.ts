import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { codeRoot } from '../lambda/function/code-root.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { ancestors } from '../typescript/ancestors.js';

const missingPackage = /Cannot find (?:module|package) '([^'./\\][^']*)'/;

/** Why an installed package is not found: Yarn's Plug'n'Play does not put it into a folder that Node searches. */
export function explainMissingPackage(fn: LambdaFunction, error: Buffer): Diagnostic | undefined {
  if (fn.code.kind !== 'folder' || !fn.runtime.startsWith('nodejs')) return undefined;
  const name = missingPackage.exec(error.toString('utf8'))?.[1];
  if (name === undefined) return undefined;
  const manifest = [...ancestors(codeRoot(fn))].map((folder) => join(folder, '.pnp.cjs')).find(existsSync);
  if (manifest === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'plug-n-play',
    message: `${name} was not found: Yarn's Plug'n'Play has installed the packages of this project, and Node has to load ${displayPath(manifest)} to find them.`,
    hint: `Add the line \`NODE_OPTIONS=--require ${manifest}\` to \`env\` (or give it as --env), or install with \`nodeLinker: node-modules\`, as a deploy of the folder needs it.`,
  };
}
