import type { Json } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';

/** The account in recordings, in place of the real one: AWS's own example account. */
export const exampleAccount = '123456789012';

/** Where a text has the number of an account: in an ARN, in the URL of a queue, and in names of buckets that end with it. */
const accounts = /(?<=\barn:[\w-]+:[\w-]*:[\w-]*:)\d{12}(?=:)|(?<=https?:\/\/[^\s/"]+\/)\d{12}(?=\/)/g;

/** A text whose accounts are the example's. */
export function withoutAccounts(text: string): string {
  return text.replaceAll(accounts, exampleAccount);
}

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;
const isoTime = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g;
const date = /\b20\d{2}[-/]\d{2}[-/]\d{2}\b/g;
/** Seconds or milliseconds since 1970, from 2017 to 2033. */
const epoch = /\b(?:1[5-9]\d{8}|1[5-9]\d{11})\b/g;

/** A text without what differs from run to run: UUIDs and times. */
export function withoutVolatile(text: string): string {
  return text
    .replaceAll(uuid, '<uuid>')
    .replaceAll(isoTime, '<time>')
    .replaceAll(date, '<date>')
    .replaceAll(epoch, '<time>');
}

/** A value whose texts, and numbers that are times, are changed by {@link withoutVolatile}. */
export function stable(value: Json): Json {
  if (typeof value === 'string') return withoutVolatile(value);
  if (typeof value === 'number') return withoutVolatile(String(value)) === '<time>' ? '<time>' : value;
  if (Array.isArray(value)) return value.map(stable);
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [withoutVolatile(name), stable(inner)]));
}

/** Changes each text in a value, names of members too. */
export function mapTexts<Value extends Json>(value: Value, change: (text: string) => string): Value {
  const into = (inner: Json): Json => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(into);
    if (!isMembers(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, member]) => [change(name), into(member)]));
  };
  return into(value) as Value;
}
