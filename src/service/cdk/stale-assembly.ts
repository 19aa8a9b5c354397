import { dirname, relative } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { newerSource } from '../formats/newer-source.js';
import { readCdkSettings } from './assembly-folder.js';

/**
 * The warning of an assembly that is older than the sources of the project around it; `undefined` where there is none, or the folder is
 * no project.
 * @param folder absolute
 */
export function staleAssembly(folder: string, manifest: string): Diagnostic | undefined {
  const isSst = relative(folder, manifest).startsWith('.sst');
  if (!isSst && readCdkSettings(folder) === undefined) return undefined;
  const newer = newerSource(folder, manifest);
  if (newer === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'cdk-assembly-old',
    message: `${displayPath(newer)} is newer than the assembly ${displayPath(dirname(manifest))}: what is run may not be what it makes.`,
    hint: `Run \`${isSst ? 'npx sst build' : 'npx cdk synth --quiet'}\` before this step.`,
  };
}
