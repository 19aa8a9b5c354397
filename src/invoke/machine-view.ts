import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { realPath } from '../diagnostics/real-path.js';
import { isBelow } from '../host/path-below.js';
import { hiddenPaths, shownOfSystem } from '../lambda/containment/hidden-paths.js';
import { repositorySecrets } from '../lambda/containment/repository-secrets.js';
import type { RoomLayout } from '../lambda/containment/room-layout.js';
import { runnerSecrets, workspaceFolders } from '../lambda/containment/runner-secrets.js';
import { imageFolders } from '../lambda/image/image-folders.js';
import type { Installation } from './installation.js';
import { makeFolder } from './make-folder.js';

/** What rooms show of the machine, whatever runs in them. */
export type MachineView = Pick<RoomLayout, 'hidden' | 'shown' | 'replaced'>;

/** What of this machine the programs of a project may see: all but secrets, and our own files wherever they are. */
export function machineView(
  workingDirectory: string,
  environment: Readonly<Record<string, string | undefined>>,
  { runtimes, chunks }: Installation,
): MachineView {
  const home = environment['HOME'] || homedir();
  const ofGit = repositorySecrets(realPath(workingDirectory), home, workspaceFolders(environment));
  const hidden = [
    ...hiddenPaths({ environment, home, project: workingDirectory, temporary: tmpdir() }),
    ...runnerSecrets(environment),
    ...ofGit.hidden,
  ];
  const present = hidden
    .filter((path) => existsSync(path))
    .map(realPath)
    .filter(isNoDevice);
  const ours = [runtimes, chunks, workingDirectory, ...imagePlaces(environment, [...present, '/tmp'])];
  const shown = [...shownOfSystem.filter((path) => existsSync(path)), ...ours].map(realPath);
  return {
    hidden: [...new Set(present)].filter((path) => path !== '/tmp' && !shown.includes(path)),
    shown,
    replaced: ofGit.replaced.filter(({ path }) => !present.includes(path)),
  };
}

/** Who wants no settings names `/dev/null` as their file: a room has its own devices, and its own `/proc`. */
function isNoDevice(path: string): boolean {
  return !isBelow(path, '/dev') && !isBelow(path, '/proc');
}

/**
 * Where packages of Lambda's images are. They may come while a room is used: the folder has to be there where the room would not
 * show it by itself.
 */
function imagePlaces(environment: Parameters<typeof imageFolders>[0], covers: readonly string[]): string[] {
  return imageFolders(environment).filter(
    (path) => existsSync(path) || (covers.some((cover) => isBelow(path, cover)) && makeFolder(path)),
  );
}
