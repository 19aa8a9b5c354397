import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { withoutCredentials } from '../lambda/containment/git-configuration.js';
import { hiddenPaths, shownOfSystem } from '../lambda/containment/hidden-paths.js';
import { findMechanism } from '../lambda/containment/mechanism.js';
import type { RoomLayout } from '../lambda/containment/room-layout.js';
import type { Mechanism } from '../lambda/containment/room-process.js';
import type { Installation } from './installation.js';
import type { ContainmentChoice, ProjectRequest } from './request.js';

/** How the programs of a run are contained, or why they are not. */
export type Containment = RoomContainment | { readonly kind: 'none'; readonly reason: string };

/** Programs run in rooms. */
export interface RoomContainment {
  readonly kind: 'rooms';
  readonly mechanism: Mechanism;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** What rooms show of the machine, whatever runs in them. */
  readonly machine: Pick<RoomLayout, 'hidden' | 'shown' | 'replaced'>;
}

/**
 * Finds how programs are contained on this machine.
 * @throws UserError where they have to be, and can't be
 */
export async function findContainment(
  { workingDirectory, hostEnvironment }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment'>,
  choice: Exclude<ContainmentChoice, 'off'>,
  { runtimes, chunks }: Installation,
): Promise<Containment> {
  const machine = machineView(workingDirectory, hostEnvironment, [runtimes, chunks]);
  const found = await findMechanism({ runtimes, layout: { scratchMiB: 1, ...machine } });
  if (found.kind === 'found') return { kind: 'rooms', mechanism: found.mechanism, runtimes, machine };
  if (choice === 'auto') return found;
  throw new UserError({
    code: 'containment-impossible',
    message: `The function can't be contained on this machine: ${found.reason}.`,
    hint: 'Leave `isolate` at `auto`, which runs it without containment where there is none.',
  });
}

function machineView(
  workingDirectory: string,
  environment: ProjectRequest['hostEnvironment'],
  ours: readonly string[],
): RoomContainment['machine'] {
  const hidden = hiddenPaths({
    environment,
    home: environment['HOME'] || homedir(),
    temporary: tmpdir(),
  });
  const present = hidden.filter((path) => existsSync(path)).map(realPath);
  const shown = [...shownOfSystem.filter((path) => existsSync(path)), ...ours, workingDirectory].map(realPath);
  const replaced = foldersAbove(realPath(workingDirectory)).flatMap(repositoryConfigurations);
  return { hidden: [...new Set(present)].filter((path) => path !== '/tmp' && !shown.includes(path)), shown, replaced };
}

/** The configurations of a folder's repository and of its submodules, without the credentials that a checkout leaves in them. */
function repositoryConfigurations(folder: string): { path: string; text: string }[] {
  const git = join(folder, '.git');
  const modules = join(git, 'modules');
  const folders = [git, ...namesIn(modules).map((name) => join(modules, name))];
  return folders.flatMap((each) => {
    const path = join(each, 'config');
    const text = textOf(path);
    return text === undefined ? [] : [{ path, text: withoutCredentials(text) }];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A folder and those above it. */
function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
