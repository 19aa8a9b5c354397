import type { AsyncInvocations } from '../../../lambda/function/async-invocations.js';
import { knownParts } from '../known-parts.js';
import { functionReferences } from '../triggers/function-references.js';
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
  const settings = await read(isMapping(own) ? own : await invokeConfigOf(declared));
  const queue = await read((properties.get('DeadLetterConfig') ?? properties.get('DeadLetterQueue'))?.value);
  const { DestinationConfig: destinations, MaximumRetryAttempts: written } = settings;
  const retries = typeof written === 'string' || typeof written === 'number' ? Number(written) : Number.NaN;
  const { OnSuccess: onSuccess, OnFailure: onFailure } = isMapping(destinations) ? destinations : {};
  return {
    retries: retries >= 0 && retries <= 2 ? retries : undefined,
    onSuccess: textIn(onSuccess, 'Destination'),
    onFailure: textIn(onFailure, 'Destination'),
    deadLetters: textIn(queue, 'TargetArn'),
  };
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
