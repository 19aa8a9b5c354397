import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { hiddenPaths, shownOfSystem } from '../lambda/containment/hidden-paths.js';
import { findMechanism } from '../lambda/containment/mechanism.js';
import type { RoomLayout } from '../lambda/containment/room-layout.js';
import type { Mechanism } from '../lambda/containment/room-process.js';
import type { ContainmentChoice, ProjectRequest } from './request.js';

/** How the programs of a run are contained. */
export interface Containment {
  readonly mechanism: Mechanism;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** What rooms show of the machine, whatever runs in them. */
  readonly machine: Pick<RoomLayout, 'hidden' | 'shown'>;
}

/**
 * Finds how programs are contained on this machine.
 * @returns `undefined` where they are not
 * @throws UserError where they have to be, and can't be
 */
export async function findContainment(
  { workingDirectory, hostEnvironment }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment'>,
  choice: Exclude<ContainmentChoice, 'off'>,
  runtimes: string,
): Promise<Containment | undefined> {
  const machine = machineView(workingDirectory, hostEnvironment, runtimes);
  const found = await findMechanism({ runtimes, layout: { taskRoot: '/', taskAs: 'link', scratchMiB: 1, ...machine } });
  if (found.kind === 'found') return { mechanism: found.mechanism, runtimes, machine };
  if (choice === 'auto') return undefined;
  throw new UserError({
    code: 'containment-impossible',
    message: `The function can't be contained on this machine: ${found.reason}.`,
    hint: 'Leave `isolate` at `auto`, which runs it without containment where there is none.',
  });
}

function machineView(
  workingDirectory: string,
  environment: ProjectRequest['hostEnvironment'],
  runtimes: string,
): Containment['machine'] {
  const hidden = hiddenPaths({
    environment,
    home: environment['HOME'] || homedir(),
    temporary: tmpdir(),
    repositories: foldersAbove(workingDirectory),
  });
  const present = hidden.filter((path) => existsSync(path)).map(realPath);
  const shown = [...shownOfSystem.filter((path) => existsSync(path)), runtimes, workingDirectory].map(realPath);
  return { hidden: [...new Set(present)].filter((path) => path !== '/tmp' && !shown.includes(path)), shown };
}

/** A folder and those above it. */
function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
