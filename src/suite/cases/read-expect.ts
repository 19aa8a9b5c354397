import { type ExactJson, isJsonObject, numberOf } from '../../json/exact-number.js';
import type { CasePath } from '../case-path.js';
import type { Expectations, ExpectedStatus, HttpExpectation } from '../expectations/expectations.js';
import type { Pattern } from '../expectations/pattern.js';
import { PatternMistake, readPattern } from '../expectations/read-pattern.js';
import { parseRegex } from '../expectations/read-regex.js';
import type { OnMistake } from './case-mistakes.js';
import { checkedRegex } from './checked-regex.js';
import type { WrittenCase } from './merge-defaults.js';
import { readExpectedCalls } from './read-expected-calls.js';
import { readLog } from './read-log.js';
import { readSchemaReference } from './read-schema-reference.js';
import { readSnapshot } from './read-snapshot.js';

/** What is needed to read an `expect`, besides its text. */
export interface ExpectReading {
  /** What the paths of schemas start from. Absolute. */
  readonly folder: string;
  /** Whether there is a case file, beside which snapshots are kept. */
  readonly hasFile: boolean;
  /** Takes the mistakes, with their paths within `expect`. */
  readonly onMistake: OnMistake;
}

/**
 * Reads what is valid by the schema of case files.
 * @returns the expectations without mistakes
 */
export function readExpect(written: WrittenCase, { folder, hasFile, onMistake }: ExpectReading): Expectations {
  const exact = written['exact'] === true;
  const pattern = (key: string): Pattern | undefined =>
    Object.hasOwn(written, key) ? tryPattern(written[key] ?? null, exact, [key], onMistake) : undefined;
  if (exact && !Object.hasOwn(written, 'output') && !Object.hasOwn(written, 'body')) {
    onMistake({ path: ['exact'], message: '`exact` is there without an `output` or a `body` that it is about' });
  }
  const error = readError(written['error'], onMistake);
  const status = (written['status'] as ExpectedStatus | undefined) ?? (error === undefined ? 'success' : 'failure');
  if (error !== undefined && status === 'success') {
    onMistake({ path: ['error'], message: '`error` is expected, and so is the `status` success' });
  }
  const output = pattern('output');
  const http = readHttp(written, pattern, onMistake);
  const log = readLog(written['log'], onMistake);
  const schema = readSchemaReference(written['schema'], folder, onMistake);
  const aws = readExpectedCalls(written['aws'], (value, path) => tryPattern(value, false, path, onMistake), onMistake);
  const snapshot = readSnapshot(written['snapshot'], { hasFile, onMistake });
  return {
    status,
    ...(error === undefined ? {} : { error }),
    ...(output === undefined ? {} : { output }),
    ...(http === undefined ? {} : { http }),
    ...(schema === undefined ? {} : { schema }),
    ...(log === undefined ? {} : { log }),
    ...(aws === undefined ? {} : { aws }),
    ...limit('maxDurationMs', written['max-duration-ms']),
    ...limit('maxInitMs', written['max-init-ms']),
    ...limit('maxMemoryMiB', written['max-memory-mb']),
    ...limit('maxResponseBytes', written['max-response-bytes']),
    ...(snapshot === undefined ? {} : { snapshot }),
  };
}

function tryPattern(value: ExactJson, exact: boolean, path: CasePath, onMistake: OnMistake): Pattern | undefined {
  try {
    return readPattern(value, { exact }, path);
  } catch (error) {
    if (!(error instanceof PatternMistake)) throw error;
    onMistake({ path: error.path, message: error.message, hint: error.hint });
    return undefined;
  }
}

/** A text, or `/…/`, which is always a regular expression here. */
function readTextPattern(text: string, path: CasePath, onMistake: OnMistake): Pattern {
  const regex = checkedRegex(parseRegex(text), text, path, onMistake);
  return regex === undefined ? { kind: 'scalar', value: text } : { kind: 'regex', regex };
}

function readError(written: ExactJson | undefined, onMistake: OnMistake): Expectations['error'] {
  if (typeof written === 'string') return { message: readTextPattern(written, ['error'], onMistake) };
  if (!isJsonObject(written)) return undefined;
  const member = (key: 'type' | 'message') =>
    typeof written[key] === 'string' ? { [key]: readTextPattern(written[key], ['error', key], onMistake) } : {};
  return { ...member('type'), ...member('message') };
}

function readHttp(
  written: WrittenCase,
  pattern: (key: string) => Pattern | undefined,
  onMistake: OnMistake,
): HttpExpectation | undefined {
  const [statusCode, body] = [pattern('status-code'), pattern('body')];
  const headers = isJsonObject(written['headers']) ? readHeaders(written['headers'], onMistake) : undefined;
  if (statusCode === undefined && body === undefined && headers === undefined) return undefined;
  return {
    ...(statusCode === undefined ? {} : { statusCode }),
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined ? {} : { body }),
  };
}

/** Headers are like members of an object: a pattern may say that one is absent. */
function readHeaders(written: WrittenCase, onMistake: OnMistake): ReadonlyMap<string, Pattern> {
  const headers = tryPattern({ headers: written }, false, [], onMistake);
  const members = headers?.kind === 'object' ? headers.members.get('headers') : undefined;
  return members?.kind === 'object' ? members.members : new Map();
}

function limit<Name extends string>(name: Name, value: ExactJson | undefined): { [Key in Name]?: number } {
  return (value === undefined ? {} : { [name]: numberOf(value) }) as { [Key in Name]?: number };
}
