import { resolve } from 'node:path';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { type AwsAsk, type AwsMode, awsModes } from './plan.js';

/** Refuses what was written, with a message that follows its name, and what to do. */
export type Fail = (message: string, hint?: string) => never;

/** The members of `aws`, where it is a mapping. */
const keys = ['mode', 'cassette', 'stubs', 'match', 'redact', 'strict', 'siblings'] as const;

/**
 * Reads what is said of calls as a mapping, or as the mode alone.
 * @param folder what paths start from. Absolute.
 */
export function readAskMembers(value: unknown, folder: string, fail: Fail): AwsAsk {
  if (typeof value === 'string') return { mode: readMode(value, fail) };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(
      `is neither a word nor a mapping`,
      `Write ${awsModes.join(', ')}, or a mapping with ${keys.join(', ')}.`,
    );
  }
  const { mode, cassette, stubs, match, redact, strict, siblings, ...others } = value as Readonly<
    Record<string, unknown>
  >;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const nearest = nearestName(other, keys);
    fail(
      `has \`${other}\`, which is not known`,
      nearest === undefined ? `There are ${keys.join(', ')}.` : `Did you mean \`${nearest}\`?`,
    );
  }
  return {
    ...(mode === undefined ? {} : { mode: readMode(mode, fail) }),
    ...(cassette === undefined ? {} : { cassette: resolve(folder, textOf(cassette, 'cassette', fail)) }),
    ...(stubs === undefined
      ? {}
      : { stubs: textsOf(stubs, 'stubs', fail).map((path) => ({ file: resolve(folder, path) })) }),
    ...(match === undefined ? {} : { match: readMatch(match, fail) }),
    ...(redact === undefined ? {} : { redact: textsOf(redact, 'redact', fail) }),
    ...(strict === undefined ? {} : { strict: booleanOf(strict, 'strict', fail) }),
    ...(siblings === undefined ? {} : { siblings: booleanOf(siblings, 'siblings', fail) }),
  };
}

/** A word for what becomes of calls. */
export function readMode(value: unknown, fail: Fail): AwsMode {
  const known = awsModes.find((mode) => mode === value);
  if (known !== undefined) return known;
  const nearest = typeof value === 'string' ? nearestName(value, awsModes) : undefined;
  return fail(
    `is ${JSON.stringify(value)}, which is not known`,
    nearest === undefined
      ? `Valid words are ${awsModes.join(', ')}.`
      : `Did you mean \`${nearest}\`? Valid words are ${awsModes.join(', ')}.`,
  );
}

function readMatch(value: unknown, fail: Fail): Readonly<Record<string, readonly string[]>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('has `match`, which is no mapping', 'Write it as in `match: { s3:PutObject: [Bucket, Key] }`.');
  }
  return Object.fromEntries(
    Object.entries(value).map(([call, paths]) => {
      if (!/^(?:\*|[\w-]+:(?:\w+|\*))$/.test(call)) {
        fail(`has \`match\` for \`${call}\`, which is no call`, 'Write `s3:PutObject`, `s3:*` or `*`.');
      }
      return [call, textsOf(paths, `match of ${call}`, fail)];
    }),
  );
}

function booleanOf(value: unknown, name: string, fail: Fail): boolean {
  return typeof value === 'boolean' ? value : fail(`has \`${name}\`, which is no boolean`);
}

function textOf(value: unknown, name: string, fail: Fail): string {
  return typeof value === 'string' && value !== '' ? value : fail(`has \`${name}\`, which is no text`);
}

function textsOf(value: unknown, name: string, fail: Fail): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map((one) => textOf(one, name, fail));
}
