import { isMapping } from './document/config-node.js';

/**
 * Members of an event that matches a pattern of EventBridge: for each member, the first value that the pattern allows
 * ("Amazon EventBridge event patterns").
 */
export function eventOfPattern(pattern: unknown): Readonly<Record<string, unknown>> {
  if (!isMapping(pattern)) return {};
  const { detail, ...members } = fitting(pattern) as Readonly<Record<string, unknown>>;
  const known = ['source', 'detail-type', 'account', 'region', 'resources', 'time', 'id', 'version'];
  const taken = Object.entries(members).filter(([key]) => known.includes(key));
  return {
    ...Object.fromEntries(taken.map(([key, value]) => [key, key === 'resources' ? [value] : value])),
    ...(detail === undefined ? {} : { detail }),
  };
}

function fitting(pattern: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(pattern).filter(([key]) => !key.startsWith('$'));
  const members = entries.map(
    ([key, allowed]) => [key, isMapping(allowed) ? fitting(allowed) : firstAllowed(allowed)] as const,
  );
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function firstAllowed(allowed: unknown): unknown {
  const [value] = Array.isArray(allowed) ? allowed : [allowed];
  return isMapping(value) ? ofFilter(value) : value;
}

/** A value that passes a content filter; `undefined` for filters that are not simple. */
function ofFilter(filter: Readonly<Record<string, unknown>>): unknown {
  const { prefix, suffix, exists, numeric } = filter;
  if (typeof prefix === 'string') return prefix;
  if (typeof suffix === 'string') return suffix;
  if (exists === true) return 'value';
  if (Array.isArray(numeric) && numeric[0] === '=') return numeric[1];
  return undefined;
}
