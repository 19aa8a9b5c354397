import { knownParts } from '../known-parts.js';
import { functionReferences } from '../triggers/function-references.js';
import { isMapping } from '../values.js';
import type { DeclaredFunction } from './declared-function.js';

/**
 * How often the template has an event tried again that nobody waits for: SAM's `EventInvokeConfig`, or the resource that it
 * becomes. `undefined` where it does not say, or only a deploy knows.
 */
export async function asyncRetriesOf({ properties, stack, logicalId }: DeclaredFunction): Promise<number | undefined> {
  const own = await retriesIn(properties.get('EventInvokeConfig')?.value, stack);
  if (own !== undefined) return own;
  const refers = await functionReferences(stack, logicalId);
  for (const { Type: type, Properties: settings } of (await stack.resources()).values()) {
    if (type !== 'AWS::Lambda::EventInvokeConfig' || !isMapping(settings) || !refers(settings['FunctionName']))
      continue;
    return retriesIn(settings, stack);
  }
  return undefined;
}

async function retriesIn(settings: unknown, { evaluation }: DeclaredFunction['stack']): Promise<number | undefined> {
  const known = isMapping(settings) ? await knownParts(settings['MaximumRetryAttempts'], evaluation) : undefined;
  const attempts = typeof known === 'string' || typeof known === 'number' ? Number(known) : Number.NaN;
  return attempts >= 0 && attempts <= 2 ? attempts : undefined;
}
