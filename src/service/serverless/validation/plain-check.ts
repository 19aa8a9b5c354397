import { type ConfigNode, childNode, childNodes, isMapping } from '../../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';

/** What a node was settled to, as far as it is known. */
export type Known = Resolver['settled'];

/** Tells whether a value is surely right. `false` means only that it has to be looked at closer. */
export type PlainCheck = (node: ConfigNode, known: Known) => boolean;

/** Checks of members by their names. */
export type PlainMembers = Readonly<Record<string, PlainCheck>>;

/** A value that is no mapping or list, and passes a test. */
export function scalar(test: (value: unknown) => boolean): PlainCheck {
  return (node, known) => {
    const value = known(node)?.value;
    return value !== undefined && typeof value !== 'object' && test(value);
  };
}

/** A text of at least one character. */
export function text(pattern = /^/, maxLength = Number.POSITIVE_INFINITY): PlainCheck {
  return scalar(
    (value) => typeof value === 'string' && value !== '' && value.length <= maxLength && pattern.test(value),
  );
}

/** A whole number that is written as one. */
export function wholeNumber(min: number, max: number): PlainCheck {
  return scalar((value) => typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max);
}

export function oneOf(...choices: readonly unknown[]): PlainCheck {
  return scalar((value) => choices.includes(value));
}

/** A value of one of several forms. */
export function either(...checks: readonly PlainCheck[]): PlainCheck {
  return (node, known) => checks.some((check) => check(node, known));
}

/** A list of values that all pass a check. */
export function listOf(check: PlainCheck): PlainCheck {
  return (node, known) => {
    const list = known(node);
    return Array.isArray(list?.value) && childNodes(list).every((item) => check(item, known));
  };
}

/** A mapping with any members of fitting names, whose values all pass a check. */
export function mappingOf(name: RegExp, check: PlainCheck): PlainCheck {
  return (node, known) => passes(node, known, (key) => (name.test(key) ? check : undefined));
}

/** A mapping that has some members, and of others only those that are listed. */
export function mapping(members: PlainMembers, required: readonly string[] = []): PlainCheck {
  return (node, known) => {
    const settled = known(node);
    const hasAll = required.every(
      (name) => settled !== undefined && (childNode(settled, name)?.value ?? null) !== null,
    );
    return hasAll && passes(node, known, (key) => (Object.hasOwn(members, key) ? members[key] : undefined));
  };
}

/** A mapping with one member alone. */
export function single(members: PlainMembers): PlainCheck {
  return (node, known) => {
    const settled = known(node);
    const [only, ...more] = settled === undefined ? [] : childNodes(settled);
    return only !== undefined && only.value !== null && more.length === 0 && mapping(members)(node, known);
  };
}

/** Whether a node is a mapping whose members pass the checks that they have. Members that are empty count as not there. */
function passes(node: ConfigNode, known: Known, checkOf: (key: string) => PlainCheck | undefined): boolean {
  const settled = known(node);
  if (settled === undefined || settled.replaced !== undefined || !isMapping(settled.value)) return false;
  return childNodes(settled).every(
    (member) => member.value === null || checkOf(member.path.at(-1) ?? '')?.(member, known) === true,
  );
}
