import { createContext, Script } from 'node:vm';

/** How long one regular expression may take, in ms. */
const timeLimitMs = 1000;

/** The empty context in which regular expressions are run, because only `vm` has a time limit. */
const context = createContext(Object.create(null) as Record<string, unknown>);
const search = new Script('regex.test(text)');

/**
 * Whether a text matches. A handler's answer may be made to keep a regular expression busy for ever.
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

/**
 * Only expressions with two repetitions or choices can take more than quadratic time. The others run without a time limit,
 * which would cost 0.1 ms.
 */
function isQuick(source: string, text: string): boolean {
  return text.length <= 2000 && !source.includes('|') && (source.match(/[*+?{]/g) ?? []).length <= 1;
}
