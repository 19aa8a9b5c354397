import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import { mergeMembers } from '../../event/samples/merge-members.js';
import { sampleEvent, somewhere } from '../../event/samples/samples.js';
import type { FunctionTrigger } from '../../lambda/function/function-trigger.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { CaseEvent, SuiteCase } from '../suite-case.js';

type SourceEvent = Extract<CaseEvent, { kind: 'source' }>;

/**
 * The event of a case that takes a sample, as JSON: the sample that it names, or the one for a trigger of its function.
 * @throws UserError at the case's own line, where the function has no such trigger, or the sample no such member
 */
export async function sampleText(
  { origin }: Pick<SuiteCase, 'origin'>,
  event: Extract<CaseEvent, { kind: 'sample' | 'source' }>,
  fn: Pick<LambdaFunction, 'key' | 'region' | 'triggers'>,
): Promise<string> {
  const place = { ...somewhere, region: fn.region };
  if (event.kind === 'sample') return sampleEvent(event.sample, event.with, place);
  const found = choose(await (fn.triggers?.() ?? []), event, fn.key);
  if ('message' in found) {
    throw new UserError({ code: 'event-source-unknown', ...found, location: origin.of(['event-source']) });
  }
  const { event: sent } = found;
  if ('value' in sent) return JSON.stringify(mergeMembers(sent.value, event.with));
  return sampleEvent(sent.sample, mergeMembers(sent.given, event.with) as Record<string, unknown>, place);
}

/** The requested trigger, or why there is none. */
function choose(
  triggers: readonly FunctionTrigger[],
  { type, number = 1 }: SourceEvent,
  name: string,
): FunctionTrigger | { readonly message: string; readonly hint: string } {
  const types = [...new Set(triggers.map((trigger) => trigger.type))];
  const fitting = type === undefined ? triggers : triggers.filter((trigger) => trigger.type === type);
  const found = fitting[number - 1];
  if (found !== undefined) return found;
  if (triggers.length === 0) {
    return {
      message: `The function ${name} has no event in its configuration that there is a sample of.`,
      hint: 'Name a sample: `event: sqs`. `invoke-local event` lists them.',
    };
  }
  const has = `It has ${triggers.map((trigger) => trigger.type).join(', ')}.`;
  if (fitting.length > 0) {
    return {
      message: `The function ${name} has ${fitting.length} such events, and number ${number} was asked for.`,
      hint: has,
    };
  }
  const nearest = nearestName(type ?? '', types);
  return {
    message: `The function ${name} has no event of the type ${type}.`,
    hint: nearest === undefined ? has : `Did you mean ${nearest}?`,
  };
}
