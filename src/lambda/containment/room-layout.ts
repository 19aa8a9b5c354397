import { readdirSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { membersOf } from '../../host/members-of.js';
import { isInTaskPlace, layerMountPoint, taskMountPoint } from '../environment/layer-paths.js';
import type { RoomStep } from './room-plan.js';
import { shownAbove } from './shown-places.js';

/** What a room shows of the machine. All paths are absolute. */
export interface RoomLayout {
  /** The folder of the code, which is `/var/task` in the room; none if what runs there is no function. */
  readonly taskRoot?: string;
  /**
   * How `/var/task` shows it: as a folder, or as a link to its own place, from where what is beside the folder can be found too.
   */
  readonly taskAs?: 'folder' | 'link';
  /** The folder of the merged layers, which are in `/opt`. */
  readonly layerRoot?: string;
  /** Links in places that the machine has not, and where they lead to, which may come later. */
  readonly links?: readonly { readonly path: string; readonly target: string }[];
  /** What is in the room, wherever it is: it is shown also below of what is hidden. */
  readonly shown: readonly string[];
  /** As `shown`, and the program may write to it. */
  readonly writable?: readonly string[];
  /** What is not in the room. */
  readonly hidden: readonly string[];
  /** What has another content in the room. */
  readonly replaced?: readonly { readonly path: string; readonly text: string }[];
  /** The size of a `/tmp` of its own; without it, the room has that of the machine. */
  readonly scratchMiB?: number;
}

/** The folder for the program's own files, which is empty in a new room. */
const scratch = '/tmp';

/** The devices of a room. Lambda has no `/dev/shm` either. */
const devices = ['null', 'zero', 'full', 'random', 'urandom', 'tty'];

/** A room has it for nothing but what is shown: code that a machine keeps there to have it in memory. */
const sharedMemory = '/dev/shm';

/** Lambda's user (`id` in a function says so): https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
export const roomUser = { name: 'sbx_user1051', uid: 993, gid: 990 };

/** The mounts of a room: the machine read-only, Lambda's own folders, and nothing of what is hidden. */
export function mountSteps(layout: RoomLayout): RoomStep[] {
  const { taskRoot, taskAs, layerRoot, scratchMiB, writable = [] } = layout;
  const hasTaskPlace = taskRoot !== undefined && isInTaskPlace(taskRoot);
  return [
    ...shownMembers('/', ['dev', 'lost+found', 'opt', 'proc', 'tmp', 'var']),
    ['folder', '/var'],
    ...shownMembers('/var', hasTaskPlace ? [] : ['task']),
    ...optSteps(layerRoot),
    ...linkSteps(layout.links),
    ...devices.map((name): RoomStep => ['bind', `/dev/${name}`, `/dev/${name}`]),
    ['link', '/proc/self/fd', '/dev/fd'],
    ...['stdin', 'stdout', 'stderr'].map((name, index): RoomStep => ['link', `/proc/self/fd/${index}`, `/dev/${name}`]),
    ['mount', 'proc', '/proc', ''],
    scratchMiB === undefined
      ? ['bind', scratch, scratch]
      : ['mount', 'tmpfs', scratch, `mode=1777,size=${scratchMiB}m`],
    ...overlays(layout),
    ...(hasTaskPlace ? [] : taskSteps(taskRoot, taskAs)),
    ...[scratch, ...writable].map((path): RoomStep => ['writable', path]),
  ];
}

function linkSteps(links: RoomLayout['links'] = []): RoomStep[] {
  const folders = new Set(links.map(({ path }) => dirname(path)));
  return [
    ...[...folders].map((path): RoomStep => ['folder', path]),
    ...links.map(({ path, target }): RoomStep => ['link', target, path]),
  ];
}

/** What is hidden of the code at its own place is so here too. */
function taskSteps(taskRoot: string | undefined, taskAs: RoomLayout['taskAs']): RoomStep[] {
  if (taskRoot === undefined) return [];
  return [taskAs === 'link' ? ['link', taskRoot, taskMountPoint] : ['repeat', taskRoot, taskMountPoint]];
}

/** Layers, and beside them what the machine has in `/opt`: the runner's tool cache with its interpreters is there. */
function optSteps(layerRoot: string | undefined): RoomStep[] {
  if (layerRoot === undefined) return shownMembers('/', [], ['opt']);
  const names = readdirSync(layerRoot);
  const ofLayers = names.map((name): RoomStep => ['bind', join(layerRoot, name), `${layerMountPoint}/${name}`]);
  return [['folder', layerMountPoint], ...ofLayers, ...shownMembers(layerMountPoint, names)];
}

/** The members of a folder of the machine at their own places: links as links, all else as mounts. */
function shownMembers(folder: string, without: readonly string[], only?: readonly string[]): RoomStep[] {
  return membersOf(folder)
    .filter(({ name }) => !without.includes(name) && (only?.includes(name) ?? true))
    .map((member): RoomStep => {
      const path = join(folder, member.name);
      return member.isSymbolicLink() ? ['link', readlinkSync(path), path] : ['bind', path, path];
    });
}

/** What hides parts of the machine and what shows parts of these again, from the outside in. */
function overlays({ hidden, replaced = [], shown, scratchMiB, writable = [] }: RoomLayout): RoomStep[] {
  // What is shown is read-only also below of what can be written to.
  const own = scratchMiB === undefined ? [] : [scratch];
  const covers = [...hidden, ...own, ...writable, sharedMemory];
  const again = shown.flatMap((path) => shownAbove(path, covers));
  const steps = [
    ...hidden.map((path): RoomStep => ['hide', path]),
    ...replaced.map(({ path, text }): RoomStep => ['file', path, text]),
    ...[...new Set([...again, ...writable])].map((path): RoomStep => ['bind', path, path]),
  ];
  return steps.sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1));
}
