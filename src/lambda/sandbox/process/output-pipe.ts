import { closeSync, constants, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { runTool } from '../../../process/run-tool.js';

/** How long the program that makes pipes may take, in ms. */
const makeLimitMs = 5_000;

/**
 * A pipe that a process may take in the place of its standard output. Node.js itself starts processes with sockets, in which each write
 * is a message of its own: that costs both sides more than twice as much.
 */
export class OutputPipe implements Disposable {
  /** What comes out of it. */
  readonly stream: Socket;
  readonly #path: string;

  private constructor(path: string, fd: number) {
    this.#path = path;
    this.stream = new Socket({ fd, readable: true, writable: false });
    this.stream.on('error', () => this.stream.destroy());
  }

  /**
   * Makes one, and writes into a file by which path it can be opened, which is a descriptor of this process: a pipe with a name of its
   * own would stop whoever reads all files of a folder.
   * @returns `undefined` where that can't be done
   */
  static async make(path: string): Promise<OutputPipe | undefined> {
    const name = `${path}-pipe`;
    if ((await runTool({ command: 'mkfifo', args: ['-m', '600', name] }, makeLimitMs)) === undefined) return undefined;
    let fd: number | undefined;
    let pipe: OutputPipe | undefined;
    try {
      fd = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
      pipe = new OutputPipe(path, fd);
      writeFileSync(path, `/proc/${process.pid}/fd/${fd}`, { flag: 'wx', mode: 0o600 });
      return pipe;
    } catch {
      // A descriptor that the stream has is the stream's to close.
      if (pipe !== undefined) pipe[Symbol.dispose]();
      else if (fd !== undefined) closeSync(fd);
      return undefined;
    } finally {
      remove(name);
    }
  }

  /** Ends it, also for those who write to it. */
  [Symbol.dispose](): void {
    remove(this.#path);
    this.stream.destroy();
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Who took the pipe has removed it.
  }
}
