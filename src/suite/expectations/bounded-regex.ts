import { createContext, Script } from 'node:vm';
import { withinProcessorTime } from '../../process/processor-time.js';

/** How long one regular expression may take of a processor, in ms. */
const timeLimitMs = 1000;

/** How many of the texts that an expression was given up on are remembered: a few, since they may be large. */
const mostGivenUp = 8;

/** The last that were given up. What is said of a value looks at it again, and would wait as long again. */
const givenUp: { readonly regex: RegExp; readonly text: string }[] = [];

/** The empty context in which regular expressions are run, because only `vm` has a time limit. */
const context = createContext(Object.create(null) as Record<string, unknown>);
const search = new Script('regex.test(text)');

/**
 * Whether a text matches. A handler's answer may be made to keep a regular expression busy for ever.
 * @returns `undefined` where it takes more than a second of a processor, or more of the stack than there is
 */
export function matches(regex: RegExp, text: string): boolean | undefined {
  const fresh = new RegExp(regex.source, regex.flags.replace(/[gy]/g, ''));
  try {
    if (isQuick(regex.source, text)) return fresh.test(text);
    if (givenUp.some((one) => String(one.regex) === String(fresh) && one.text === text)) return undefined;
    const isMatch = withinProcessorTime(timeLimitMs, (timeout) => matchesWithin(timeout, fresh, text));
    if (isMatch === undefined) remember(fresh, text);
    return isMatch;
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}

function remember(regex: RegExp, text: string): void {
  givenUp.push({ regex, text });
  if (givenUp.length > mostGivenUp) givenUp.shift();
}

/** @returns `undefined` where it takes longer */
function matchesWithin(timeout: number, regex: RegExp, text: string): boolean | undefined {
  Object.assign(context, { regex, text });
  try {
    return search.runInContext(context, { timeout }) as boolean;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    Object.assign(context, { regex: undefined, text: undefined });
  }
}

/**
 * Only expressions with two repetitions or choices can take more than quadratic time. The others run without a time limit,
 * which would cost 0.1 ms.
 */
function isQuick(source: string, text: string): boolean {
  return text.length <= 2000 && !source.includes('|') && (source.match(/[*+?{]/g) ?? []).length <= 1;
}
