import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { withoutCredentials } from '../lambda/containment/git-configuration.js';
import { hiddenPaths, shownOfSystem } from '../lambda/containment/hidden-paths.js';
import type { RoomLayout } from '../lambda/containment/room-layout.js';
import { isBelow } from '../lambda/containment/shown-places.js';
import { imageFolders } from '../lambda/image/image-folders.js';
import type { Installation } from './installation.js';

/** What rooms show of the machine, whatever runs in them. */
export type MachineView = Pick<RoomLayout, 'hidden' | 'shown' | 'replaced'>;

/** What of this machine the programs of a project may see: all but secrets, and our own files wherever they are. */
export function machineView(
  workingDirectory: string,
  environment: Readonly<Record<string, string | undefined>>,
  { runtimes, chunks }: Installation,
): MachineView {
  const hidden = hiddenPaths({
    environment,
    home: environment['HOME'] || homedir(),
    temporary: tmpdir(),
  });
  const present = hidden.filter((path) => existsSync(path)).map(realPath);
  const ours = [runtimes, chunks, workingDirectory, ...imagePlaces(environment, [...present, '/tmp'])];
  const shown = [...shownOfSystem.filter((path) => existsSync(path)), ...ours].map(realPath);
  const replaced = foldersAbove(realPath(workingDirectory)).flatMap(repositoryConfigurations);
  return { hidden: [...new Set(present)].filter((path) => path !== '/tmp' && !shown.includes(path)), shown, replaced };
}

/**
 * Where packages of Lambda's images are. They may come while a room is used: the folder has to be there where the room would not
 * show it by itself.
 */
function imagePlaces(environment: Parameters<typeof imageFolders>[0], covers: readonly string[]): string[] {
  return imageFolders(environment).filter(
    (path) => existsSync(path) || (covers.some((cover) => isBelow(path, cover)) && made(path)),
  );
}

function made(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
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
