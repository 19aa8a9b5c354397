import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { UserError } from '../diagnostics/user-error.js';
import type { SampleRequest } from '../event/request.js';
import { mergeMembers } from '../event/samples/merge-members.js';
import { sampleEvent, somewhere } from '../event/samples/samples.js';
import type { FunctionTrigger } from '../lambda/function/function-trigger.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';

type SourceRequest = Extract<SampleRequest, { kind: 'source' }>;

/**
 * The event that a sample gives, as JSON: the sample that is named, or the one for a trigger of the function.
 * @param place where the sample is asked for, for a message
 * @throws UserError where the function has no such trigger, or the sample no such member
 */
export async function sampleEventOf(
  request: SampleRequest,
  fn: Pick<LambdaFunction, 'key' | 'region' | 'triggers'>,
  place: () => SourceLocation | undefined = () => undefined,
): Promise<string> {
  const source = { ...somewhere, region: fn.region };
  if (request.kind === 'sample') return sampleEvent(request.sample, request.with, source);
  const found = choose(await (fn.triggers?.() ?? []), request, fn.key);
  if ('message' in found) throw new UserError({ code: 'event-source-unknown', ...found, location: place() });
  const { event: sent } = found;
  if ('value' in sent) return JSON.stringify(mergeMembers(sent.value, request.with));
  return sampleEvent(sent.sample, mergeMembers(sent.given, request.with) as Record<string, unknown>, source);
}

/** The requested trigger, or why there is none. */
function choose(
  triggers: readonly FunctionTrigger[],
  { type, number = 1 }: SourceRequest,
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
