import type { FunctionTrigger } from '../../../../lambda/function/function-trigger.js';
import type { EvaluationInputs } from '../../../cloudformation/evaluation.js';
import { knownParts } from '../../../cloudformation/known-parts.js';
import { isMapping, kindOf } from '../../../document/config-node.js';
import { invalidSetting } from '../../../document/settings.js';
import type { FunctionBody } from '../functions.js';
import { triggerOf } from './trigger-kinds.js';

/**
 * The triggers of a function: its `events`, in their order, and its URL. Values that are known only after a deploy are left
 * out.
 * @throws UserError if `events` is no list, or something in it can't be resolved
 */
export async function readTriggers(body: FunctionBody, inputs: EvaluationInputs): Promise<FunctionTrigger[]> {
  const setting = await body.setting('events');
  const url = await body.setting('url');
  const events = setting?.value ?? [];
  if (setting !== undefined && !Array.isArray(events)) {
    throw invalidSetting(setting, `must be a list, and is ${kindOf(events)}`, { code: 'function-events-invalid' });
  }
  const triggers = await Promise.all((events as readonly unknown[]).map((event) => readTrigger(event, inputs)));
  const hasUrl = url !== undefined && url.value !== false;
  return [
    ...triggers.flatMap((trigger) => trigger ?? []),
    ...(hasUrl ? [{ type: 'url', event: { sample: 'function-url', given: {} } }] : []),
  ];
}

/** An event is a mapping from its kind to its settings, or just the name of its kind. */
async function readTrigger(event: unknown, inputs: EvaluationInputs): Promise<FunctionTrigger | undefined> {
  if (typeof event === 'string') return triggerOf(event, {});
  if (!isMapping(event)) return undefined;
  const [type] = Object.keys(event);
  if (type === undefined) return undefined;
  return triggerOf(type, await knownParts(event[type], inputs));
}
