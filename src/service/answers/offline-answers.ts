import { posix } from 'node:path';
import { nearestName } from '../../diagnostics/nearest-name.js';

/** An answer that is used instead of asking a remote source. */
export interface OfflineAnswer {
  /** The value as it was given. It is data, so variables in it are not expanded. */
  readonly text: string;
  /** Whether it is always text, because it was given for the `raw` form of the variable, `ssm(raw):/name`. */
  readonly isRaw: boolean;
}

/** An answer that no variable used, and the variable for which it was probably meant. */
export interface UnusedAnswer {
  /** Its name, as it was given. */
  readonly name: string;
  readonly meant?: string;
}

/**
 * The caller's answers in place of remote services. An answer is found by the text of the variable without `${}`, such as
 * `ssm:/app/db-url`, `cf(us-west-2):stack.Output` or `aws:accountId`; blanks in it are ignored.
 */
export interface OfflineAnswers {
  /** The answer to a variable; `undefined` if none was given. Either way the variable counts as asked for. */
  find(name: string): OfflineAnswer | undefined;
  /** The text of the answer to a variable; `undefined` if none was given. The variable does not count as asked for. */
  given(name: string): string | undefined;
  /** The given name that was probably meant for a variable without an answer. */
  nearMiss(name: string): string | undefined;
  /** The caller's answers that no variable used. Those in a file do not count, since a file serves many functions. */
  unused(): UnusedAnswer[];
}

/**
 * Makes the table of what was given: NAME=VALUE, each name a variable's text without `${}`.
 * @param fromFile the answers of a file; those that are also given directly take precedence
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

/**
 * Finds an answer whose name contains a `=`. It was split at the first one, so the rest of its name is at the start of its
 * text.
 */
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

/** The line that answers a variable, for the input `variables` or the flag `--variable`, with a placeholder as its value. */
export function answerLine(name: string, placeholder = '…'): string {
  return `${canonicalName(name)}=${placeholder}`;
}

const prefixesOfAws = /^aws:(?=(?:ssm|s3|cf)[:(])/;
const decoding = /^(?:raw|noDecrypt)$/;

/**
 * The common name of all spellings of one question: without `${}` and blanks, without the parts that only say how to read
 * the answer (`raw`, `noDecrypt`, `~true`), and without the `aws:` that version 4 of the framework puts before its sources.
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
