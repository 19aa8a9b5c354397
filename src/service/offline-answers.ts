import { nearestName } from '../diagnostics/nearest-name.js';

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
  /** The given name that was probably meant for a variable that has no answer. */
  nearMiss(name: string): string | undefined;
  /** The answers that were not asked for. */
  unused(): UnusedAnswer[];
}

/** Makes the table of what was given: NAME=VALUE, each name a variable's text without `${}`. */
export function createOfflineAnswers(given: Readonly<Record<string, string>>): OfflineAnswers {
  const names = new Map<string, string>();
  const answers = new Map<string, OfflineAnswer>();
  for (const [name, text] of Object.entries(given)) {
    const key = canonicalName(name);
    names.set(key, name);
    answers.set(key, { text, isRaw: isRawForm(name) });
  }
  const found = new Set<string>();
  const missed = new Set<string>();
  return {
    find: (name) => {
      const key = canonicalName(name);
      const own = answers.get(key);
      const [given, answer] = own === undefined ? (splitAnswer(key, answers) ?? []) : [key, own];
      if (given === undefined) missed.add(key);
      else found.add(given);
      return answer;
    },
    nearMiss: (name) => {
      const unused = [...answers.keys()].filter((key) => !found.has(key));
      const nearest = nearestName(canonicalName(name), unused);
      return nearest === undefined ? undefined : names.get(nearest);
    },
    unused: () =>
      [...answers.keys()]
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
function canonicalName(name: string): string {
  const bare = name.replaceAll(/\s+/g, '').replace(/^\$\{(.*)\}$/, '$1');
  const [, type = '', params = '', address = ''] =
    /^([^(:]*)(?:\(([^)]*)\))?(.*)$/s.exec(
      bare
        .replace(prefixesOfAws, '')
        .replace(/^aws:(?=\/)/, 'ssm:')
        .replace(/^(ssm|s3|cf)\.([a-z0-9-]+):/, '$1($2):'),
    ) ?? [];
  if (type !== 'ssm') return params === '' ? `${type}${address}` : `${type}(${params})${address}`;
  const region = params.split(',').filter((param) => param !== '' && !decoding.test(param));
  return `${region.length === 0 ? type : `${type}(${region.join(',')})`}${address.replace(/~(?:true|false|split)$/, '')}`;
}

function isRawForm(name: string): boolean {
  return /^\s*(?:\$\{\s*)?(?:aws:)?ssm\s*\([^)]*\b(?:raw|noDecrypt)\b[^)]*\)/.test(name);
}
