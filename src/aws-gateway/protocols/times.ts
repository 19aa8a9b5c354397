import type { TimestampFormat } from '../models/service-model.js';

/** A time of any format as ISO 8601, to the microsecond; what is no time stays a text. */
export function readTime(value: string | number): string {
  if (typeof value === 'string' && !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) {
    const date = new Date(value);
    return Number.isNaN(date.getTime()) || isoTime.test(value) ? value : withoutZeros(date.toISOString());
  }
  const seconds = Math.floor(Number(value));
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(value);
  const micros = Math.round((Number(value) - seconds) * 1e6);
  // Half a microsecond below a second is a whole one.
  if (micros === 1e6) return withoutZeros(new Date((seconds + 1) * 1000).toISOString());
  return withoutZeros(date.toISOString().replace('.000Z', `.${String(micros).padStart(6, '0')}Z`));
}

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

function withoutZeros(text: string): string {
  return text.replace(/\.0+Z$/, 'Z').replace(/(\.\d*[1-9])0+Z$/, '$1Z');
}

/** A time in ISO 8601 in the format of a protocol: a number for `unixTimestamp`. */
export function writeTime(text: string, format: TimestampFormat): string | number {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return text;
  if (format === 'unixTimestamp') return secondsOf(text, date);
  if (format === 'rfc822') return date.toUTCString();
  return isoTime.test(text) ? text : withoutZeros(date.toISOString());
}

/** Seconds since 1970, with all digits of the text. */
export function secondsOf(text: string, date = new Date(text)): number {
  const [, fraction] = /\.(\d+)Z$/.exec(text) ?? [];
  const whole = Math.floor(date.getTime() / 1000);
  return fraction === undefined ? date.getTime() / 1000 : Number(`${whole}.${fraction}`);
}
