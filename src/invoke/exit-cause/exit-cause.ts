import type { LastWords, SandboxOutcome } from '../../lambda/sandbox/outcome.js';
import { goCause } from './go.js';
import { javaCause } from './java.js';
import { nativeCause } from './native.js';
import { calledExit, loadedLast, loggedByNode, nodeCause } from './node.js';
import { pythonCause } from './python.js';
import { readable } from './report-text.js';
import { rubyCause } from './ruby.js';
import { rustCause } from './rust.js';
import { lastLine, shellCause } from './shell.js';

/** Why a process ended, as it said itself. */
export interface ExitCause {
  /** Such as `Error: connect ECONNREFUSED 10.0.0.1:5432`. */
  readonly message: string;
  /** The lines that say where, in the way of the language; none where that is not known. */
  readonly trace: readonly string[];
  /** `false` where the log has nothing of it. */
  readonly isLogged?: false;
}

/** Finds a cause in the end of what a process wrote; the last, where there are several. */
export type FindCause = (text: string) => ExitCause | undefined;

/** What the runtimes of the languages print as they end. */
const runtimes: readonly FindCause[] = [pythonCause, rubyCause, javaCause, goCause, rustCause, nodeCause];

/** No cause is shown that is longer, in characters. */
const longestMessage = 2000;

/** The signals that a process gets for what its own code does. */
const fault =
  /signal: (?:aborted|bus error|floating point exception|illegal instruction|segmentation fault|trace\/breakpoint trap)"/;

/** How our bootstrap for Node.js ends on an exception, up to Node.js 22. */
const exception = /exit status 129"/;

/**
 * Why the process of a crashed function ended, where its runtime or its interpreter said so just before; the error that Lambda's
 * caller gets names no more than the exit status.
 * @param isProgram whether the function brings its own program
 */
export function exitCauseOf(
  { lastWords, error, errorType, outOfMemory }: Extract<SandboxOutcome, { status: 'timeout' | 'crash' }>,
  isProgram: boolean,
): ExitCause | undefined {
  if (outOfMemory || errorType === 'Runtime.InvalidEntrypoint') return undefined;
  const said = readable(lastWords.stderr);
  const cause =
    loggedByNode(lastWords.stdout, exception.test(error.toString())) ??
    first(runtimes, said) ??
    javaCause(readable(lastWords.stdout)) ??
    joined(nativeCause(said), noted(readable(lastWords.notes), error)) ??
    (isProgram ? first([shellCause, lastLine], said) : undefined);
  if (cause === undefined || cause.message.length <= longestMessage) return cause;
  return { ...cause, message: `${cause.message.slice(0, longestMessage)}…` };
}

/** The reason of a promise that was rejected with nobody to handle it, whose error has the trace of the runtime alone. */
export function rejectionCauseOf({ stdout }: LastWords): ExitCause | undefined {
  return loggedByNode(stdout);
}

/** What our bootstrap wrote down, which no log has. */
function noted(notes: string, error: Buffer): ExitCause | undefined {
  const cause =
    pythonCause(notes) ?? calledExit(notes) ?? (fault.test(error.toString()) ? loadedLast(notes) : undefined);
  return cause && { ...cause, isLogged: false };
}

/** What a library of the system said, and what our bootstrap knows beside it. */
function joined(said: ExitCause | undefined, noted: ExitCause | undefined): ExitCause | undefined {
  if (said === undefined || noted === undefined) return said ?? noted;
  return { ...noted, message: `${said.message}; ${noted.message}` };
}

function first(finders: readonly FindCause[], text: string): ExitCause | undefined {
  for (const find of finders) {
    const cause = find(text);
    if (cause !== undefined) return cause;
  }
  return undefined;
}
