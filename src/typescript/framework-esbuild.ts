import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { cacheFolders } from '../process/cache-folders.js';
import { InstallationError, installOnce } from '../process/install-once.js';
import { npmInstall } from '../process/npm-install.js';
import { type EsbuildPackage, esbuildIn } from './project-esbuild.js';

/** The esbuild that version 4.41 of the framework brings along (its package.json). */
export const frameworkEsbuildVersion = '0.28.2';

/** How to get the framework's esbuild. */
export interface EsbuildInstallation {
  /** The environment of the step or the shell: where the caches and npm are, and how npm reaches its registry. */
  readonly environment: Readonly<Record<string, string>>;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/**
 * The esbuild that version 4 of the framework brings along, from a cache folder of this machine, where npm installs it the first
 * time.
 * @throws InstallationError if npm could not get it, or no cache folder can be written
 */
export async function frameworkEsbuild(installation: EsbuildInstallation): Promise<EsbuildPackage> {
  const { environment, report, signal } = installation;
  let start: number | undefined;
  const found = await installOnce({
    places: cacheFolders(environment).map(placeIn),
    find: (place) => {
      const esbuild = esbuildIn(place);
      return esbuild?.program === undefined ? undefined : { esbuild, place };
    },
    fill: async (folder) => {
      start = performance.now();
      await npmInstall({ folder, packages: { esbuild: frameworkEsbuildVersion }, environment, signal });
      if (esbuildIn(folder)?.program === undefined) {
        throw new InstallationError(`npm brought no esbuild for ${process.platform}-${process.arch}`);
      }
    },
    signal,
  });
  if (start !== undefined) {
    report({
      severity: 'notice',
      code: 'esbuild-installed',
      message: `esbuild ${frameworkEsbuildVersion}, as version 4 of the framework has it, was installed into ${found.place} in ${((performance.now() - start) / 1000).toFixed(1)} s.`,
      hint: 'This happens once on a machine, and not if the project has esbuild itself. `install-esbuild: false` turns it off.',
    });
  }
  return found.esbuild;
}

function placeIn(cache: string): string {
  return join(cache, 'invoke-local-esbuild', frameworkEsbuildVersion, `${process.platform}-${process.arch}`);
}
