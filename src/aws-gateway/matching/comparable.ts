import type { ExactJson } from '../../json/exact-number.js';
import type { Members } from '../aws-call.js';
import type { Written } from '../cassette/written-values.js';
import { toWritten } from '../cassette/written-values.js';
import type { ServiceModel, StructureShape } from '../models/service-model.js';

/**
 * Members as a pattern compares them: bytes that are text as text, and where the pattern has an object or a list and the
 * member is a text, its JSON; where the pattern has a number and the member is its digits, the number.
 * @param pattern as it is written
 */
export function comparable(model: ServiceModel, shape: StructureShape, members: Members, pattern: unknown): ExactJson {
  return alike(plain(toWritten(model, shape, members)), pattern);
}

/** Matchers of numbers. */
const ofNumber = /^(?:number\(|any\((?:number|integer)\)$)/;

function alike(value: ExactJson, pattern: unknown): ExactJson {
  if (typeof value === 'string') {
    if (typeof pattern === 'number' || (typeof pattern === 'string' && ofNumber.test(pattern)))
      return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    return isContainer(pattern) ? alike(parsed(value), pattern) : value;
  }
  if (Array.isArray(value)) {
    const items = Array.isArray(pattern) ? pattern : [];
    return value.map((item: ExactJson, index) => alike(item, items[index]));
  }
  if (typeof value !== 'object' || value === null || !isContainer(pattern)) return value;
  const inner = pattern as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(value as Record<string, ExactJson>).map(([name, member]) => [name, alike(member, inner[name])]),
  );
}

/** Whether a pattern has members or items: an object that is no matcher, or a list. */
function isContainer(pattern: unknown): pattern is object {
  return typeof pattern === 'object' && pattern !== null && !Object.keys(pattern).some((name) => name.startsWith('$'));
}

function parsed(text: string): ExactJson {
  try {
    const value = JSON.parse(text) as ExactJson;
    return typeof value === 'object' ? value : text;
  } catch {
    return text;
  }
}

function plain(value: Written): ExactJson {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value as ExactJson;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
