import type { CasePath } from '../case-path.js';
import type { MalformedRegex } from '../expectations/read-regex.js';
import type { OnMistake } from './case-mistakes.js';

/** A regular expression that was read; a malformed one is a mistake. */
export function checkedRegex(
  regex: RegExp | MalformedRegex | undefined,
  text: string,
  path: CasePath,
  onMistake: OnMistake,
): RegExp | undefined {
  if (regex === undefined || regex instanceof RegExp) return regex;
  onMistake({ path, message: `\`${text}\` is no regular expression: ${regex.reason}` });
  return undefined;
}
