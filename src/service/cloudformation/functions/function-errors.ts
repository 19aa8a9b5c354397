import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { locateNode } from '../../document/locate.js';
import { isMapping } from '../values.js';
import { type DeclaredFunction, functionTypes } from './declared-function.js';

/** How many functions an error names. */
const maxListed = 30;

/**
 * The error for a name that several functions have.
 * @param file the configuration
 */
export function ambiguousFunction(name: string, meant: readonly DeclaredFunction[], file: string): UserError {
  return new UserError({
    code: 'function-ambiguous',
    message: `The name ${name} means ${meant.length} functions: ${listed(meant.map(({ key }) => key))}.`,
    hint: 'Name one of them in full.',
    location: { file },
  });
}

/**
 * The error for a name that no function has.
 * @param file the configuration
 */
export function unknownFunction(name: string, functions: readonly DeclaredFunction[], file: string): UserError {
  const keys = functions.map(({ key }) => key);
  if (keys.length === 0) {
    return new UserError({
      code: 'functions-missing',
      message: 'There is no function in the templates of this project.',
      location: { file },
    });
  }
  const absent = conditionOf(name, functions);
  if (absent !== undefined) {
    return new UserError({
      code: 'function-unknown',
      message: `The template has no function ${name} here: its condition ${absent.condition} does not hold.`,
      hint: 'Give the parameter that decides, by `param` (or --param NAME=VALUE).',
      ...(absent.location === undefined ? {} : { location: absent.location }),
    });
  }
  const nearest = nearestName(name, [...keys, ...functions.flatMap(({ names }) => names)]);
  return new UserError({
    code: 'function-unknown',
    message: `There is no function ${name}; there are ${listed(keys)}.`,
    hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    location: { file },
  });
}

/** The condition of a function that a template declares, and that does not exist because of it. */
function conditionOf(
  name: string,
  functions: readonly DeclaredFunction[],
): { readonly condition: string; readonly location: SourceLocation | undefined } | undefined {
  for (const stack of new Set(functions.map((each) => each.stack))) {
    const resources = stack.value['Resources'];
    const resource = isMapping(resources) && Object.hasOwn(resources, name) ? resources[name] : undefined;
    if (!isMapping(resource) || !functionTypes.has(resource['Type'])) continue;
    const condition = resource['Condition'];
    if (typeof condition !== 'string') continue;
    return { condition, location: locateNode(stack.nodeAt(['Resources', name, 'Condition']), 'key') };
  }
  return undefined;
}

function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, maxListed).join(', ');
  return keys.length > maxListed ? `${shown} and ${keys.length - maxListed} more` : shown;
}
