import { dirname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { newerSource } from '../formats/newer-source.js';

/**
 * The warning of a build that is older than a source of its project; `undefined` where there is none.
 * @param root the project. Absolute.
 * @param template that of the build. Absolute.
 */
export function staleBuild(root: string, template: string): Diagnostic | undefined {
  const newer = newerSource(root, template);
  if (newer === undefined) return undefined;
  return {
    severity: 'warning',
    code: 'sam-build-old',
    message: `${displayPath(newer)} is newer than the build in ${displayPath(dirname(template))}: what is run may not be what it makes.`,
    hint: 'Run `sam build` again.',
  };
}
