import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { FailedResult } from '../invoke/result.js';
import { type ReadTraceLine, readTrace } from './trace/read-trace.js';

/** Why a function failed, as people read it. */
export interface FailureReport {
  readonly errorType: string;
  readonly errorMessage: string;
  /** The trace, with the places of original sources, and without the frames of our bootstraps. */
  readonly trace: readonly ReadTraceLine[];
  /** The frame of the user's own code that is nearest to the error. */
  readonly userPlace?: SourceLocation;
  /** Where the configuration names the handler, where that could not be loaded or initialised. */
  readonly handlerPlace?: SourceLocation;
}

/** What says of a handler that it could not be loaded, in any of the runtimes. */
const loadingFailure =
  /^(?:Runtime\.(?:ImportModuleError|HandlerNotFound|MalformedHandlerName|UserCodeSyntaxError|BuiltInModuleConflict|InvalidEntrypoint|CallbackHandlerDeprecated)|Init<.*>|java\.lang\.ClassNotFoundException)$/;

/**
 * Reads the failure of a function.
 * @param runtimes the folder of our bootstraps. Absolute.
 */
export async function reportFailure(result: FailedResult, runtimes: string): Promise<FailureReport> {
  const { function: fn, errorType, errorMessage, trace, stderrTail, initFailed } = result;
  const written = trace.length > 0 ? trace : stderrTail === '' ? [] : stderrTail.split('\n');
  const { lines, userPlace } = await readTrace(written, { sourceRoot: fn.sourceRoot, runtimes });
  const handlerPlace = initFailed || loadingFailure.test(errorType) ? await fn.origin('handler') : undefined;
  return {
    errorType,
    errorMessage,
    trace: lines.filter(({ kind }) => kind !== 'bootstrap'),
    ...(userPlace === undefined ? {} : { userPlace }),
    ...(handlerPlace === undefined ? {} : { handlerPlace }),
  };
}
