import type { FailedResult } from '../../invoke/result.js';
import type { CaseError } from '../case-result.js';
import type { SuiteHooks } from './suite-hooks.js';

/** The longest type, message and line of a trace that are kept, in UTF-16 units, and how many lines. */
const longestType = 500;
const longestMessage = 4000;
const longestLine = 500;
const mostLines = 30;

/** The failure of an invocation in short, explained where the case failed by it. */
export async function caseError(result: FailedResult, explain?: SuiteHooks['explain']): Promise<CaseError> {
  const type = cut(result.errorType, longestType);
  if (explain === undefined) return { type, message: cut(result.errorMessage, longestMessage), trace: [] };
  const { message, location, trace } = await explain(result);
  return {
    type,
    message: cut(message, longestMessage),
    ...(location === undefined ? {} : { location }),
    trace: trace.slice(0, mostLines).map((line) => cut(line, longestLine)),
  };
}

/** The beginning of a text, ended within no character. */
function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
}
