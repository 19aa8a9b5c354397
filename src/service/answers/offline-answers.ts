import { posix } from 'node:path';
import { nearestName } from '../../diagnostics/nearest-name.js';

/** What was given in place of asking a remote source. */
export interface OfflineAnswer {
  /** The value as it was given. It is data: no variable in it is expanded. */
  readonly text: string;
  /** Whether it is text whatever it looks like: it was given for the `raw` form of the variable, `ssm(raw):/name`. */
  readonly isRaw: boolean;
}

/** An answer that nobody asked for, and the variable it was probably meant for. */
export interface UnusedAnswer {
  /** Its name, as it was given. */
  readonly name: string;
  readonly meant?: string;
}

/**
 * The caller's answers to what only a remote service knows. They are found by the text of the variable without `${}`,
 * such as `ssm:/app/db-url`, `cf(us-west-2):stack.Output` or `aws:accountId`, whatever blanks it is written with.
 */
export interface OfflineAnswers {
  /** The answer to a variable, `undefined` where none was given. Either way it is remembered that it was asked for. */
  find(name: string): OfflineAnswer | undefined;
  /** The text of the answer to a variable, `undefined` where none was given. Nothing is remembered. */
  given(name: string): string | undefined;
  /** The given name that was probably meant for a variable that has no answer. */
  nearMiss(name: string): string | undefined;
  /** The answers of the caller's own that were not asked for. A file of answers is for many functions: its own are not counted. */
  unused(): UnusedAnswer[];
}

/**
 * Makes the table of what was given: NAME=VALUE, each name a variable's text without `${}`.
 * @param fromFile what a file of answers has: an answer that is given too goes before it
 */
export function createOfflineAnswers(
  given: Readonly<Record<string, string>>,
  fromFile: Readonly<Record<string, string>> = {},
): OfflineAnswers {
  const names = new Map<string, string>();
  const answers = new Map<string, OfflineAnswer>();
  for (const [name, text] of [...Object.entries(fromFile), ...Object.entries(given)]) {
    const key = canonicalName(name);
    names.set(key, name);
    answers.set(key, { text, isRaw: isRawForm(name) });
  }
  const own = new Set(Object.keys(given).map(canonicalName));
  const found = new Set<string>();
  const missed = new Set<string>();
  return {
    find: (name) => {
      const key = canonicalName(name);
      const whole = answers.get(key);
      const [used, answer] = whole === undefined ? (splitAnswer(key, answers) ?? []) : [key, whole];
      if (used === undefined) missed.add(key);
      else found.add(used);
      return answer;
    },
    given: (name) => answers.get(canonicalName(name))?.text,
    nearMiss: (name) => {
      const unused = [...answers.keys()].filter((key) => !found.has(key));
      const nearest = nearestName(canonicalName(name), unused);
      return nearest === undefined ? undefined : names.get(nearest);
    },
    unused: () =>
      [...own]
        .filter((key) => !found.has(key))
        .map((key) => {
          const meant = nearestName(key, missed);
          return { name: names.get(key) ?? key, ...(meant === undefined ? {} : { meant }) };
        }),
  };
}

/** An answer whose name has a `=`: what is given is split at the first one, so that its rest begins the text. */
function splitAnswer(
  name: string,
  answers: ReadonlyMap<string, OfflineAnswer>,
): readonly [string, OfflineAnswer] | undefined {
  const equals = name.indexOf('=');
  const head = name.slice(0, equals);
  const rest = `${name.slice(equals + 1)}=`;
  const given = equals === -1 ? undefined : answers.get(head);
  if (given === undefined || !given.text.startsWith(rest)) return undefined;
  return [head, { ...given, text: given.text.slice(rest.length) }];
}

/**
 * The line that answers a variable: what to add to the input `variables`, or to give as `--variable`. The value is a
 * placeholder.
 */
export function answerLine(name: string, placeholder = '…'): string {
  return `${canonicalName(name)}=${placeholder}`;
}

const prefixesOfAws = /^aws:(?=(?:ssm|s3|cf)[:(])/;
const decoding = /^(?:raw|noDecrypt)$/;

/**
 * The name that the spellings of one question share: without `${}` and blanks, without what only says how the answer is
 * read (`raw`, `noDecrypt`, `~true`), and without the `aws:` that version 4 of the framework puts before its sources.
 */
export function canonicalName(name: string): string {
  const bare = name.replaceAll(/\s+/g, '').replace(/^\$\{(.*)\}$/, '$1');
  const [, type = '', params = '', address = ''] =
    /^([^(:]*)(?:\(([^)]*)\))?(.*)$/s.exec(
      bare
        .replace(prefixesOfAws, '')
        .replace(/^aws:(?=\/)/, 'ssm:')
        .replace(/^(ssm|s3|cf)\.([a-z0-9-]+):/, '$1($2):'),
    ) ?? [];
  if (type === 'file')
    return `file(${posix.normalize(params)})${address.replaceAll(/\.?\[(\d+)\]/g, '.$1').replace(/^:\./, ':')}`;
  if (type !== 'ssm') return params === '' ? `${type}${address}` : `${type}(${params})${address}`;
  const region = params.split(',').filter((param) => param !== '' && !decoding.test(param));
  return `${region.length === 0 ? type : `${type}(${region.join(',')})`}${address.replace(/~(?:true|false|split)$/, '')}`;
}

function isRawForm(name: string): boolean {
  return /^\s*(?:\$\{\s*)?(?:aws:)?ssm\s*\([^)]*\b(?:raw|noDecrypt)\b[^)]*\)/.test(name);
}
