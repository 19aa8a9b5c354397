import type { LastWords, SandboxOutcome } from '../../lambda/sandbox/outcome.js';
import type { ExitCause, FindCause } from './find-cause.js';
import { goCause } from './go.js';
import { javaCause } from './java.js';
import { nativeCause } from './native.js';
import { calledExit, loadedLast, loggedByNode, nodeCause } from './node.js';
import { pythonCause } from './python.js';
import { readable } from './report-text.js';
import { rubyCause } from './ruby.js';
import { rustCause } from './rust.js';
import { lastLine, shellCause } from './shell.js';

/** Finds the cause in what each language's runtime prints when it crashes. */
const runtimes: readonly FindCause[] = [pythonCause, rubyCause, javaCause, goCause, rustCause, nodeCause];

/** The longest cause that is shown, in characters. */
const longestMessage = 2000;

/** The signals that a process gets because of its own code. */
const fault =
  /signal: (?:aborted|bus error|floating point exception|illegal instruction|segmentation fault|trace\/breakpoint trap)"/;

/** The exit code of our bootstrap for Node.js after an exception, up to Node.js 22. */
const exception = /exit status 129"/;

/**
 * Why a crashed function's process ended, if its runtime or interpreter logged that just before. (The error for Lambda's
 * caller has only the exit status.)
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

/** The reason of an unhandled rejection. The error itself has only the runtime's own trace. */
export function rejectionCauseOf({ stdout }: LastWords): ExitCause | undefined {
  return loggedByNode(stdout);
}

/** The cause in our bootstrap's notes, which are not in the log. */
function noted(notes: string, error: Buffer): ExitCause | undefined {
  const cause =
    pythonCause(notes) ?? calledExit(notes) ?? (fault.test(error.toString()) ? loadedLast(notes) : undefined);
  return cause && { ...cause, isLogged: false };
}

/** What a system library printed, together with our bootstrap's notes. */
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
