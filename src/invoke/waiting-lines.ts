import { isDeepStrictEqual } from 'node:util';
import type { LocateCall, NamedCall } from '../aws-gateway/aws-call.js';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { removeSocketOf } from '../lambda/java/attach-file.js';
import { callingFrames } from '../lambda/java/calling-frames.js';
import { threadDump } from '../lambda/java/thread-dump.js';

/**
 * Finds the user's lines that wait for answers to calls: of Java alone, whose virtual machine tells its threads. Disposing of it, once
 * the processes have ended, removes what they leave of that.
 */
export class WaitingLines implements Disposable {
  readonly #asked = new Set<number>();

  /**
   * The line that waits for the answer to a call. Where several threads wait for such an answer, it counts if it is the same.
   * @param pids the processes of the sandbox
   */
  async find(pids: readonly number[], call: NamedCall, locate: LocateCall): Promise<SourceLocation | undefined> {
    const dumps = await Promise.all(pids.map((pid) => this.#dump(pid)));
    const waiting = dumps.flatMap((dump) => (dump === undefined ? [] : callingFrames(dump, call)));
    const [line, ...others] = await Promise.all(waiting.map(locate));
    return others.every((other) => isDeepStrictEqual(other, line)) ? line : undefined;
  }

  [Symbol.dispose](): void {
    for (const pid of this.#asked) removeSocketOf(pid);
  }

  async #dump(pid: number): Promise<string | undefined> {
    const dump = await threadDump(pid);
    if (dump !== undefined) this.#asked.add(pid);
    return dump;
  }
}
