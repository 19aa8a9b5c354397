import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';

/** Properties of a resource or an event source, as far as they are known. */
export type Settings = Readonly<Record<string, unknown>>;

/** The event that a trigger sends. */
export type TriggerEvent = FunctionTrigger['event'];

/** A sample event with what is known of its members. */
export function sample(name: string, given: Settings = {}): TriggerEvent {
  return { sample: name, given: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/** An event that is written in the template, as JSON text. */
export function writtenEvent(input: string): TriggerEvent {
  try {
    return { value: JSON.parse(input) };
  } catch {
    return { value: input };
  }
}

/** The method of a route; `undefined` where it takes every method. */
export function methodOf(value: unknown): string | undefined {
  const name = text(value)?.toUpperCase();
  return name === undefined || name === 'ANY' || name === 'X-AMAZON-APIGATEWAY-ANY-METHOD' ? undefined : name;
}

/** The name of an S3 event, as it is in events. */
export function s3EventName(value: unknown): string | undefined {
  return firstText(value)?.replace(/^s3:/, '').replace(/\*$/, 'Put');
}

/** A value that is a text with something in it. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A text, or the first one of a list. */
export function firstText(value: unknown): string | undefined {
  return text(Array.isArray(value) ? value[0] : value);
}
