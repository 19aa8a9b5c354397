import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import type { Expectations, LogText } from '../expectations/expectations.js';
import { parseRegex, regexOf } from '../expectations/read-regex.js';
import type { OnMistake } from './case-mistakes.js';
import { checkedRegex } from './checked-regex.js';

/** Reads `log`. */
export function readLog(written: ExactJson | undefined, onMistake: OnMistake): Expectations['log'] {
  if (written === undefined) return undefined;
  const has = readLogTexts(written, ['log'], onMistake);
  const hasNot = isJsonObject(written) ? readLogTexts(written['not'] ?? [], ['log', 'not'], onMistake) : [];
  return { has, hasNot };
}

function readLogTexts(written: ExactJson, path: CasePath, onMistake: OnMistake): LogText[] {
  if (!isJsonObject(written)) {
    return texts(written, path, (text, place) => checkedRegex(parseRegex(text), text, place, onMistake) ?? text);
  }
  return [
    ...texts(written['contains'], [...path, 'contains'], (text) => text),
    ...texts(
      written['matches'],
      [...path, 'matches'],
      (text, place) => checkedRegex(regexOf(text), text, place, onMistake) ?? text,
    ),
  ];
}

function texts(
  written: ExactJson | undefined,
  path: CasePath,
  read: (text: string, path: CasePath) => string | RegExp,
): LogText[] {
  if (typeof written === 'string') return [{ text: read(written, path), path }];
  if (!Array.isArray(written)) return [];
  return (written as readonly string[]).map((text, index) => ({
    text: read(text, [...path, index]),
    path: [...path, index],
  }));
}
