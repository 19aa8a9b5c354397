/**
 * One step of a plan for `runtimes/containment/room.pl`: a word and its arguments. Paths are absolute; those of the room are as
 * the program sees them, and those of the machine are real paths.
 */
export type RoomStep =
  /** Makes a new room, or enters the one whose first process has this number. It is the first step. */
  | readonly ['room']
  | readonly ['join', roomPid: string]
  /** Maps the user and the group of this process to others in the room. Without it, the room is made by root. */
  | readonly ['map', hostUid: string, uid: string, hostGid: string, gid: string]
  /** Whom root becomes before the program runs. */
  | readonly ['user', uid: string, gid: string, ...groups: string[]]
  /**
   * Starts the program while the machine's own root is still in the room, as what waits for a word of ours may be: `started` is
   * reported once it is not.
   */
  | readonly ['early']
  /**
   * The room has a network of its own, which is nothing but a loopback. Listening sockets on these ports of it are handed to this
   * process.
   */
  | readonly ['network', ...ports: string[]]
  /** Further descriptors that the program gets. */
  | readonly ['pass', ...descriptors: string[]]
  | readonly ['environment', ...settings: string[]]
  /** The program: its working folder, its file, and all of its arguments from the name on. */
  | readonly ['run', folder: string, file: string, ...argv: string[]]
  /** A folder, with those above it. */
  | readonly ['folder', path: string]
  | readonly ['link', target: string, path: string]
  /** Shows a file or folder of the machine, with all that is mounted below it. */
  | readonly ['bind', hostPath: string, path: string]
  /** Shows what is at one place of the room at another one too. */
  | readonly ['repeat', path: string, newPath: string]
  /** Puts an empty file or folder over what is there, if there is anything. */
  | readonly ['hide', path: string]
  /** Puts a file over what is there. */
  | readonly ['file', path: string, text: string]
  | readonly ['mount', type: 'proc' | 'tmpfs', path: string, options: string]
  /** The only mounts that can be written to. */
  | readonly ['writable', path: string];

/** What `room.pl` is told. Both may come later; where one is rejected, its error says why there is none. */
export interface RoomPlan {
  /** Its first step, and all that is known before the mounts are. */
  readonly settings: readonly RoomStep[] | Promise<readonly RoomStep[]>;
  /** The mounts of a new room. */
  readonly mounts?: Promise<readonly RoomStep[]>;
}

/** Steps as `room.pl` reads them: a 32-bit length before the whole, before each step, and before each word of it. */
export function encodePlan(steps: readonly RoomStep[]): Buffer {
  return framed(steps.map((step) => framed(step.map((word) => framed([Buffer.from(word)])))));
}

function framed(parts: readonly Buffer[]): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(parts.reduce((bytes, part) => bytes + part.length, 0));
  return Buffer.concat([length, ...parts]);
}
