import { realPath } from '../diagnostics/real-path.js';
import type { Enclosure } from '../process/enclosure.js';
import { findContainment, type RoomContainment } from './containment-policy.js';
import type { Installation } from './installation.js';
import { defaultContainment } from './isolation.js';
import { packageCaches, registrySettings } from './package-manager-places.js';
import { projectEnclosure } from './project-enclosure.js';
import type { ProjectRequest } from './request.js';

/** What a build reaches beside the project and the caches of package managers. */
export interface BuildPlaces {
  /** A folder for its output. Absolute, and there. */
  readonly output?: string;
  /** Whether it sees the credentials for registries of packages. */
  readonly installs?: boolean;
}

/**
 * Encloses programs of the project that build or install: they may also write to the caches of package managers.
 */
export function encloseBuilds(
  containment: RoomContainment,
  { workingDirectory, hostEnvironment }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment'>,
  { output, installs = false }: BuildPlaces,
): Enclosure {
  return projectEnclosure(containment, workingDirectory, {
    writable: [...packageCaches(hostEnvironment), ...(output === undefined ? [] : [realPath(output)])],
    shown: installs ? registrySettings(hostEnvironment) : [],
  });
}

/**
 * Encloses the commands that install and build what a commit has, in its checkout.
 * @param checkout a folder in it. Absolute.
 * @returns `undefined` where nothing is contained
 * @throws UserError where it has to be, and can't be
 */
export async function encloseInstallation(
  request: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment' | 'containment'>,
  installation: Installation,
  checkout: string,
): Promise<Enclosure | undefined> {
  const choice = request.containment ?? defaultContainment;
  const containment = await findContainment({ ...request, network: 'step' }, choice, installation, undefined);
  if (containment.kind === 'none') return undefined;
  return encloseBuilds(containment, { ...request, workingDirectory: checkout }, { installs: true });
}
