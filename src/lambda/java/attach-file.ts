import { closeSync, constants, existsSync, lstatSync, openSync, rmSync } from 'node:fs';
import type { HotSpot } from './hotspot.js';

/** The folder in which a JVM and who attaches to it meet: its own `/tmp`, whatever `java.io.tmpdir` says. */
export class MeetingPlace {
  readonly #descriptor: number;
  readonly #jvm: HotSpot;

  private constructor(descriptor: number, jvm: HotSpot) {
    this.#descriptor = descriptor;
    this.#jvm = jvm;
  }

  /**
   * Opens the folder. It is held by its descriptor: a process that puts a link in its place can't lead us elsewhere.
   * @throws where there is no such folder, or it is not to be reached
   */
  static open(jvm: HotSpot): MeetingPlace {
    const flags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
    return new MeetingPlace(openSync(`/proc/${jvm.pid}/root/tmp`, flags), jvm);
  }

  /** The socket on which the JVM listens, once somebody has attached to it; `undefined` where it is not there, or not the JVM's. */
  get socket(): string | undefined {
    const path = this.#path(`.java_pid${this.#jvm.ownPid}`);
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found?.isSocket() === true && found.uid === this.#jvm.uid ? path : undefined;
  }

  /** Puts the file there by which the JVM knows that a signal is meant for its attach listener. @throws where that can't be done */
  invite(): void {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
    const file = openSync(this.#path(this.#invitation), flags, 0o600);
    closeSync(file);
  }

  /** Takes that file away. */
  withdraw(): void {
    rmSync(this.#path(this.#invitation), { force: true });
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  get #invitation(): string {
    return `.attach_pid${this.#jvm.ownPid}`;
  }

  #path(name: string): string {
    return `/proc/self/fd/${this.#descriptor}/${name}`;
  }
}

/** Removes the socket that a JVM has left in this machine's `/tmp`, as one does that is killed. One that runs keeps it. */
export function removeSocketOf(pid: number): void {
  if (existsSync(`/proc/${pid}`)) return;
  const path = `/tmp/.java_pid${pid}`;
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSocket() === true && found.uid === process.geteuid?.()) rmSync(path, { force: true });
}
