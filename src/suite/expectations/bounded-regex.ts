import { createContext, Script } from 'node:vm';

/** How long one regular expression may take, in ms. */
const timeLimitMs = 1000;

/** What regular expressions are run in, for its time limit: it holds nothing. */
const context = createContext(Object.create(null) as Record<string, unknown>);
const search = new Script('regex.test(text)');

/**
 * Whether a text matches. What a handler answers may have been made to keep a regular expression busy for ever.
 * @returns `undefined` where it takes longer than a second, or more of the stack than there is
 */
export function matches(regex: RegExp, text: string): boolean | undefined {
  const fresh = new RegExp(regex.source, regex.flags.replace(/[gy]/g, ''));
  try {
    if (isQuick(regex.source, text)) return fresh.test(text);
    Object.assign(context, { regex: fresh, text });
    return search.runInContext(context, { timeout: timeLimitMs }) as boolean;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' || name === 'RangeError') return undefined;
    throw error;
  } finally {
    Object.assign(context, { regex: undefined, text: undefined });
  }
}

/** Only where two repetitions or choices meet can time grow faster than the square of the length; a time limit costs 0.1 ms. */
function isQuick(source: string, text: string): boolean {
  return text.length <= 2000 && !source.includes('|') && (source.match(/[*+?{]/g) ?? []).length <= 1;
}
