import { join } from 'node:path';
import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { installOnce } from '../../process/install-once.js';
import { imageFolders } from './image-folders.js';

/** Packages of an image, as one of the machine's package managers installs them. */
export interface ImageInstallation {
  /** What they are, for messages: `@aws-sdk/client-s3 (AWS SDK 3.1049.0)`. */
  readonly title: string;
  /** Who has them in Lambda, for messages: `Lambda's image of nodejs22.x`. */
  readonly owner: string;
  /** Their folder below that of all images, in which each part says on what they depend. */
  readonly path: readonly string[];
  /** Files below the folder that are there once all is. */
  readonly marks: readonly string[];
  /**
   * Fills the folder.
   * @throws InstallationError
   */
  fill(folder: string): Promise<void>;
}

/** What all installations of a run share. */
export interface ImageMachine {
  /** The environment of the step or the shell: where the caches and the package managers are. */
  readonly environment: Readonly<Record<string, string>>;
  exists(path: string): boolean;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/**
 * The folder of some packages, which are installed where they are not there yet; a notice says so.
 * @throws InstallationError where that fails
 */
export async function installedPackages(
  { title, owner, path, marks, fill }: ImageInstallation,
  { environment, exists, report, signal }: ImageMachine,
): Promise<string> {
  let start: number | undefined;
  const place = await installOnce({
    places: imageFolders(environment).map((folder) => join(folder, ...path)),
    find: (candidate) => (marks.every((mark) => exists(join(candidate, mark))) ? candidate : undefined),
    fill: (folder) => {
      start = performance.now();
      return fill(folder);
    },
    signal,
  });
  if (start !== undefined) {
    report({
      severity: 'notice',
      code: 'image-package-installed',
      message: `${title}, which ${owner} has and this machine has not, was installed into ${place} in ${((performance.now() - start) / 1000).toFixed(1)} s.`,
      hint: 'This happens once on a machine. `image-packages: found` turns it off.',
    });
  }
  return place;
}
