import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { ownTemporary } from '../host/own-temporary.js';
import { Room } from '../lambda/containment/room.js';
import type { Enclosure } from '../process/enclosure.js';
import type { RoomContainment } from './containment-policy.js';
import { repositoryFolder } from './repository-folder.js';

/** What a program reaches beside the project. Absolute, real paths. */
export interface FurtherPlaces {
  /** Where it may write to. */
  readonly writable?: readonly string[];
  /** What it sees although it is hidden. */
  readonly shown?: readonly string[];
}

/**
 * Encloses the project's own code that is run for its configuration, its builds and its events. It may write to the project, but
 * not to its `.git`, and to the folders for temporary files.
 * @param folder the project's folder, or one in it. Absolute.
 */
export function projectEnclosure(
  { mechanism, runtimes, machine }: RoomContainment,
  folder: string,
  further: FurtherPlaces = {},
): Enclosure {
  const root = repositoryFolder(realPath(folder));
  const temporary = [realPath('/tmp'), realPath(tmpdir()), ownTemporary()];
  const writable = [...new Set([root, ...temporary, ...(further.writable ?? [])])];
  const git = join(root, '.git');
  const shown = [...machine.shown, ...(existsSync(git) ? [git] : []), ...(further.shown ?? [])];
  const hidden = machine.hidden.filter((path) => !writable.includes(path) && !shown.includes(path));
  // The environment of an event's command is that of the function, which names `/var/task`.
  const layout = {
    taskRoot: realPath(folder),
    taskAs: 'link',
    shown,
    writable,
    hidden,
    replaced: machine.replaced ?? [],
  } as const;
  return {
    // Each program gets a room of its own, which ends with it.
    start: (program, stdio) => Room.of({ mechanism, runtimes, user: 'own', layout }).start(program, stdio),
  };
}
