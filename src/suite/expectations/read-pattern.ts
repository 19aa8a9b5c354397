import { nearestName } from '../../diagnostics/nearest-name.js';
import { type ExactJson, ExactNumber } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import { parseRange } from './number-range.js';
import { type Pattern, type ValueType, valueTypes } from './pattern.js';
import { parseRegex, regexOf } from './read-regex.js';

/** A mistake in an expectation, found when the case is read. */
export class PatternMistake extends Error {
  /** Relative to the value that was read. */
  readonly path: CasePath;
  readonly hint: string | undefined;

  constructor(message: string, path: CasePath, hint?: string) {
    super(message);
    this.path = path;
    this.hint = hint;
  }
}

/** How to read a pattern. */
export interface PatternOptions {
  /** Whether objects allow no further members. */
  readonly exact: boolean;
}

/**
 * Reads what is expected of a value.
 * @throws PatternMistake where a matcher is malformed, or a text may be two things
 */
export function readPattern(value: ExactJson, { exact }: PatternOptions, path: CasePath = []): Pattern {
  const pattern = readMember(value, exact, path);
  refuseAbsent(pattern, path);
  return pattern;
}

function readMember(value: ExactJson, exact: boolean, path: CasePath): Pattern {
  if (typeof value === 'string') return readText(value, path);
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'list', items: readItems(value, exact, path) };
  const entries = Object.entries(value) as [string, ExactJson][];
  const matcher = readMatcher(entries, exact, path);
  if (matcher !== undefined) return matcher;
  const members = entries.map(([key, member]): [string, Pattern] => [key, readMember(member, exact, [...path, key])]);
  return { kind: 'object', members: new Map(members), exact };
}

function readItems(items: readonly ExactJson[], exact: boolean, path: CasePath): Pattern[] {
  return items.map((item, index) => {
    const pattern = readMember(item, exact, [...path, index]);
    refuseAbsent(pattern, [...path, index]);
    return pattern;
  });
}

function refuseAbsent({ kind }: Pattern, path: CasePath): void {
  if (kind !== 'absent') return;
  throw new PatternMistake('`absent()` stands for a member that an object has not, and this is no member', path);
}

function readText(text: string, path: CasePath): Pattern {
  const [, name = '', argument = ''] = /^(any|absent|number)\((.*)\)$/.exec(text) ?? [];
  switch (name) {
    case 'any':
      return { kind: 'any', type: readType(argument, path) };
    case 'absent':
      if (argument.trim() === '') return { kind: 'absent' };
      throw new PatternMistake(`\`${text}\` is malformed: \`absent()\` takes nothing`, path);
    case 'number': {
      const bounds = parseRange(argument);
      if (bounds !== undefined) return { kind: 'range', written: text, bounds };
      throw new PatternMistake(`\`${text}\` is no range of numbers`, path, `${rangeHint} ${literalHint}`);
    }
  }
  const regex = parseRegex(text);
  if (regex === undefined) return { kind: 'scalar', value: text };
  if ('reason' in regex)
    throw new PatternMistake(`\`${text}\` is no regular expression: ${regex.reason}`, path, literalHint);
  if (isPathLike(regex.source))
    throw new PatternMistake(`\`${text}\` may be a text or a regular expression`, path, either(text, regex.source));
  return { kind: 'regex', regex };
}

const rangeHint = 'Write `number(1..10)`, `number(1..)`, `number(..10)`, or comparisons such as `number(>= 1, < 10)`.';
const literalHint = 'Where the text itself is meant, write `{ $equals: … }`.';

function either(text: string, source: string): string {
  const [expression, literal] = [source, text].map((each) => JSON.stringify(each));
  return `Write \`{ $regex: ${expression} }\` for the expression, or \`{ $equals: ${literal} }\` for the text.`;
}

/**
 * Whether a text between slashes may as well be the path of a URL, because it has no special characters of a regular
 * expression.
 */
function isPathLike(source: string): boolean {
  return !/[\^$*+?\\()[\]|]|\{\d/.test(source);
}

function readType(argument: string, path: CasePath): ValueType {
  const name = argument.trim() === 'array' ? 'list' : argument.trim() || 'value';
  if ((valueTypes as readonly string[]).includes(name)) return name as ValueType;
  const nearest = nearestName(name, valueTypes);
  const known = valueTypes.map((type) => `any(${type})`).join(', ');
  throw new PatternMistake(
    `\`any(${argument})\` names no type`,
    path,
    nearest === undefined ? `There are ${known}.` : `Did you mean \`any(${nearest})\`?`,
  );
}

const matcherKeys = ['$equals', '$one-of', '$regex', '$unordered'] as const;

/** The matcher that `{ $name: … }` means; `undefined` if it is an ordinary object. */
function readMatcher(entries: readonly [string, ExactJson][], exact: boolean, path: CasePath): Pattern | undefined {
  const found = entries.find(([key]) => (matcherKeys as readonly string[]).includes(key));
  if (found === undefined) return refuseMisspelt(entries, path);
  const [key, value] = found;
  const [other] = entries.filter(([name]) => name !== key);
  if (other !== undefined) {
    throw new PatternMistake(`\`${key}\` stands alone in its mapping, and \`${other[0]}\` is there too`, [
      ...path,
      other[0],
    ]);
  }
  const inner = [...path, key];
  switch (key) {
    case '$equals':
      return literal(value);
    case '$regex':
      return { kind: 'regex', regex: readRegex(value, inner) };
    case '$unordered':
      return { kind: 'unordered', items: readItems(asList(key, value, inner), exact, inner) };
    default: {
      const choices = asList(key, value, inner);
      if (choices.length === 0) throw new PatternMistake('`$one-of` has nothing to choose from', inner);
      return { kind: 'one-of', choices: choices.map((choice, index) => readMember(choice, exact, [...inner, index])) };
    }
  }
}

function refuseMisspelt(entries: readonly [string, ExactJson][], path: CasePath): undefined {
  const [only, ...others] = entries;
  if (only === undefined || others.length > 0 || !only[0].startsWith('$')) return undefined;
  const nearest = nearestName(only[0], matcherKeys);
  if (nearest === undefined) return undefined;
  throw new PatternMistake(
    `\`${only[0]}\` is no matcher`,
    [...path, only[0]],
    `Did you mean \`${nearest}\`? ${literalHint}`,
  );
}

function asList(key: string, value: ExactJson, path: CasePath): readonly ExactJson[] {
  if (Array.isArray(value)) return value as readonly ExactJson[];
  throw new PatternMistake(`\`${key}\` takes a list`, path);
}

function readRegex(value: ExactJson, path: CasePath): RegExp {
  if (typeof value !== 'string' || value === '') throw new PatternMistake('`$regex` takes a text', path);
  const regex = regexOf(value);
  if ('reason' in regex) throw new PatternMistake(`\`${value}\` is no regular expression: ${regex.reason}`, path);
  return regex;
}

/** A value that must be equal, even if its texts look like matchers. */
export function literal(value: ExactJson): Pattern {
  if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'list', items: (value as readonly ExactJson[]).map(literal) };
  const members = (Object.entries(value) as [string, ExactJson][]).map(
    ([key, member]) => [key, literal(member)] as const,
  );
  return { kind: 'object', members: new Map(members), exact: true };
}
