import type { AsyncInvocations } from '../../../lambda/function/async-invocations.js';
import { knownParts } from '../known-parts.js';
import { functionReferences, referencesIn } from '../triggers/function-references.js';
import { isMapping } from '../values.js';
import type { DeclaredFunction } from './declared-function.js';

/**
 * What the template says of events that nobody waits for: SAM's `EventInvokeConfig`, or the resource that it becomes, and the queue
 * for dead letters. What only a deploy knows is left out.
 */
export async function asyncInvocationsOf(declared: DeclaredFunction): Promise<AsyncInvocations> {
  const { properties, stack } = declared;
  const read = async (value: unknown): Promise<Readonly<Record<string, unknown>>> => {
    const known = await knownParts(value, stack.evaluation);
    return isMapping(known) ? known : {};
  };
  const own = properties.get('EventInvokeConfig')?.value;
  const written = isMapping(own) ? own : await invokeConfigOf(declared);
  const settings = await read(written);
  const queue = await read((properties.get('DeadLetterConfig') ?? properties.get('DeadLetterQueue'))?.value);
  const { DestinationConfig: destinations, MaximumRetryAttempts: attempts } = settings;
  const retries = typeof attempts === 'string' || typeof attempts === 'number' ? Number(attempts) : Number.NaN;
  const { OnSuccess: onSuccess, OnFailure: onFailure } = isMapping(destinations) ? destinations : {};
  return {
    retries: retries >= 0 && retries <= 2 ? retries : undefined,
    onSuccess: textIn(onSuccess, 'Destination') ?? unnamedFunctionIn(written, 'OnSuccess', declared),
    onFailure: textIn(onFailure, 'Destination') ?? unnamedFunctionIn(written, 'OnFailure', declared),
    deadLetters: textIn(queue, 'TargetArn'),
  };
}

/** The key of a function of the same template that is a destination, where only a deploy gives it a name. */
function unnamedFunctionIn(
  settings: unknown,
  outcome: 'OnSuccess' | 'OnFailure',
  { keyOf }: DeclaredFunction,
): string | undefined {
  const destinations = isMapping(settings) ? settings['DestinationConfig'] : undefined;
  const destination = isMapping(destinations) ? destinations[outcome] : undefined;
  if (!isMapping(destination)) return undefined;
  const [id, ...others] = referencesIn(destination['Destination']);
  return id === undefined || others.length > 0 ? undefined : keyOf(id);
}

async function invokeConfigOf({ stack, logicalId }: DeclaredFunction): Promise<unknown> {
  const refers = await functionReferences(stack, logicalId);
  for (const { Type: type, Properties: settings } of (await stack.resources()).values()) {
    if (type === 'AWS::Lambda::EventInvokeConfig' && isMapping(settings) && refers(settings['FunctionName'])) {
      return settings;
    }
  }
  return undefined;
}

function textIn(value: unknown, member: string): string | undefined {
  const text = isMapping(value) ? value[member] : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
