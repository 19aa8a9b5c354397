import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { FailedResult } from '../../invoke/result.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import { causesOf } from '../trace/causes.js';
import { isBootstrap, type TraceProject } from '../trace/locate-source.js';
import { type ReadTrace, type ReadTraceLine, readTrace } from '../trace/read-trace.js';
import { handlerFile } from './handler-file.js';
import { importPlace } from './import-place.js';

/** A function's failure, prepared for people to read. */
export interface FailureReport {
  readonly errorType: string;
  /**
   * As the runtime gave it, without the lines that name our bootstraps; for a crash, with the cause that the process logged.
   */
  readonly errorMessage: string;
  /** The trace, with its places mapped to original sources, and without the frames of our bootstraps. */
  readonly trace: readonly ReadTraceLine[];
  /** The frame of the user's own code that is nearest to the error, or the line that imports a missing module. */
  readonly userPlace?: SourceLocation;
  /**
   * Where the configuration names the handler. Set if the handler could not be loaded or initialised, or no other place is
   * known.
   */
  readonly handlerPlace?: SourceLocation;
  /**
   * Whether the trace tells more than the log: it has places in original sources, or frames that the runtime did not report.
   */
  readonly traceTellsMore?: true;
}

/** Matches the error types that say, in any of the runtimes, that a handler could not be loaded. */
const loadingFailure =
  /^(?:Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|BuiltInModuleConflict|InvalidEntrypoint|CallbackHandlerDeprecated)|Init<.*>|java\.lang\.ClassNotFoundException)$/;

/**
 * Prepares a function's failure for people to read.
 * @param runtimes the folder of our bootstraps. Absolute.
 */
export async function reportFailure(result: FailedResult, runtimes: string): Promise<FailureReport> {
  const { function: fn, errorType, initFailed } = result;
  const project: TraceProject = { sourceRoot: codeRoot(fn), projectRoot: fn.sourceRoot, runtimes };
  const { read, traceTellsMore } = await tracedFailure(result, project);
  const userPlace = read.userPlace ?? importPlace(result.errorMessage, handlerFile(fn));
  const wantsHandler = initFailed || loadingFailure.test(errorType) || userPlace === undefined;
  const handlerPlace = wantsHandler ? await fn.origin('handler') : undefined;
  return {
    errorType,
    errorMessage: withCause(withoutBootstraps(result.errorMessage, runtimes), result),
    trace: read.lines.filter(({ kind, text }) => kind !== 'bootstrap' && !namesBootstrap(text, runtimes)),
    ...(traceTellsMore ? { traceTellsMore } : {}),
    ...(userPlace === undefined ? {} : { userPlace }),
    ...(handlerPlace === undefined ? {} : { handlerPlace }),
  };
}

interface TracedFailure {
  readonly read: ReadTrace;
  readonly traceTellsMore: boolean;
}

/** The trace of a failure: the runtime's own if it names the user's code, else the best substitute that does. */
async function tracedFailure(result: FailedResult, project: TraceProject): Promise<TracedFailure> {
  const { trace, status, error, cause } = result;
  const written = trace.length === 0 && status === 'crash' ? lastLines(result) : [...trace, ...causesOf(error)];
  const read = await readTrace(written, project);
  const isNews = status === 'crash' && cause?.isLogged === false && cause.trace.length > 0;
  if (read.userPlace !== undefined) return { read, traceTellsMore: read.isMapped || isNews };
  for await (const lines of otherTraces(result)) {
    if (lines.length === 0) continue;
    const other = await readTrace(lines, project);
    if (other.userPlace !== undefined) return { read: other, traceTellsMore: true };
  }
  return { read, traceTellsMore: read.isMapped };
}

/** Other texts that may name the place of a failure, the likeliest first. */
async function* otherTraces(result: FailedResult): AsyncGenerator<readonly string[]> {
  const { errorType, errorMessage, stderrTail, cause, status, function: fn } = result;
  if (status === 'error') yield cause?.trace ?? [];
  if (!errorType.includes('SyntaxError')) return;
  yield linesOf(errorMessage);
  yield linesOf(stderrTail);
  const file = fn.runtime.startsWith('nodejs') ? handlerFile(fn) : undefined;
  if (file === undefined) return;
  const { syntaxErrorLines } = await import('./syntax-error-place.js');
  yield await syntaxErrorLines(file);
}

/** The cause that a crashed process logged, else the end of its standard error. */
function lastLines({ cause, stderrTail }: FailedResult): readonly string[] {
  return cause !== undefined && cause.trace.length > 0 ? cause.trace : linesOf(stderrTail);
}

/** Lambda's message for a crash says only how the process ended, so the cause is added. */
function withCause(message: string, { status, cause }: FailedResult): string {
  return status === 'crash' && cause !== undefined ? `${message}: ${cause.message}` : message;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.trimEnd().split('\n');
}

/** Node.js lists the chain of modules that required each other; the last of them are ours, and are left out. */
function withoutBootstraps(message: string, runtimes: string): string {
  if (!message.includes('\n- ')) return message;
  const kept = message.split('\n').filter((line) => !namesBootstrap(line, runtimes));
  if (kept.at(-1) === 'Require stack:') kept.pop();
  return kept.join('\n');
}

function namesBootstrap(line: string, runtimes: string): boolean {
  return line.startsWith('- ') && isBootstrap(line.slice(2), runtimes);
}
