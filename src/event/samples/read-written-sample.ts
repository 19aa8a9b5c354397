import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { SampleRequest, WrittenSample } from '../request.js';
import { yamlToJson } from '../yaml.js';

/** The keys of each kind of mapping, and an example of it. */
const forms = {
  sample: { keys: ['sample', 'with'], example: 'sqs, or { sample: sqs, with: { body: { id: 7 } } }' },
  source: { keys: ['type', 'number', 'with'], example: 'true, or { type: httpApi, with: { path: /orders/7 } }' },
} as const;

/**
 * Reads what asks for a sample event.
 * @throws UserError where it is neither a name (or `true`) nor such a mapping
 */
export async function readWrittenSample({ kind, text, asked }: WrittenSample): Promise<SampleRequest> {
  const written = text.trim();
  if (!/[{:\n]/.test(written)) {
    if (kind === 'sample') return { kind, sample: written, with: {} };
    if (/^(?:true|True|TRUE)$/.test(written)) return { kind, with: {} };
    throw malformed(kind, `${asked} is ${JSON.stringify(written)}`);
  }
  const value: unknown = JSON.parse(await yamlToJson(written, undefined, asked));
  if (!isMapping(value)) throw malformed(kind, `${asked} is no mapping`);
  const { keys } = forms[kind];
  const unknown = Object.keys(value).find((key) => !keys.some((known) => known === key));
  if (unknown !== undefined) throw unknownKey(asked, unknown, keys);
  const { with: members = {} } = value;
  if (!isMapping(members)) throw malformed(kind, `In ${asked.replace(/^The/, 'the')}, \`with\` is no mapping`);
  return kind === 'sample' ? sampleOf(value, members, asked) : sourceOf(value, members, asked);
}

type Members = Readonly<Record<string, unknown>>;

function sampleOf({ sample }: Members, members: Members, asked: string): SampleRequest {
  if (typeof sample !== 'string') throw malformed('sample', `${asked} does not name a \`sample\``);
  return { kind: 'sample', sample, with: members };
}

function sourceOf({ type, number }: Members, members: Members, asked: string): SampleRequest {
  if (type !== undefined && typeof type !== 'string') {
    throw malformed('source', `In ${asked.replace(/^The/, 'the')}, \`type\` is no text`);
  }
  if (number !== undefined && !(Number.isInteger(number) && Number(number) > 0)) {
    throw malformed('source', `In ${asked.replace(/^The/, 'the')}, \`number\` is no whole number from 1 on`);
  }
  return {
    kind: 'source',
    ...(type === undefined ? {} : { type }),
    ...(number === undefined ? {} : { number: Number(number) }),
    with: members,
  };
}

function isMapping(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(kind: SampleRequest['kind'], what: string): UserError {
  return new UserError({ code: 'sample-malformed', message: `${what}.`, hint: `Write ${forms[kind].example}.` });
}

function unknownKey(asked: string, key: string, keys: readonly string[]): UserError {
  const nearest = nearestName(key, keys);
  return new UserError({
    code: 'sample-malformed',
    message: `${asked} has the unknown key \`${key}\`.`,
    hint: nearest === undefined ? `The keys are ${keys.join(', ')}.` : `Did you mean \`${nearest}\`?`,
  });
}
