import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ExactJson, isJsonObject, numberOf } from '../../json/exact-number.js';
import type {
  Expectations,
  ExpectedStatus,
  HttpExpectation,
  LogText,
  SchemaReference,
  SnapshotExpectation,
} from '../expectations/expectations.js';
import type { Pattern } from '../expectations/pattern.js';
import { PatternMistake, readPattern } from '../expectations/read-pattern.js';
import { type MalformedRegex, parseRegex, regexOf } from '../expectations/read-regex.js';
import { parseValuePath } from '../snapshots/value-path.js';
import type { CasePath } from '../suite-case.js';
import type { CaseMistake } from './case-mistakes.js';
import type { WrittenCase } from './merge-defaults.js';

/** What is needed to read an `expect`, besides its text. */
export interface ExpectReading {
  /** What the paths of schemas start from. Absolute. */
  readonly folder: string;
  /** Whether there is a case file, beside which snapshots are kept. */
  readonly hasFile: boolean;
  /** Takes the mistakes, with their paths within `expect`. */
  readonly onMistake: (mistake: CaseMistake) => void;
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
  const schema = readSchema(written['schema'], folder, onMistake);
  const snapshot = readSnapshot(written['snapshot'], { hasFile, onMistake });
  return {
    status,
    ...(error === undefined ? {} : { error }),
    ...(output === undefined ? {} : { output }),
    ...(http === undefined ? {} : { http }),
    ...(schema === undefined ? {} : { schema }),
    ...(log === undefined ? {} : { log }),
    ...limit('maxDurationMs', written['max-duration-ms']),
    ...limit('maxInitMs', written['max-init-ms']),
    ...limit('maxMemoryMiB', written['max-memory-mb']),
    ...limit('maxResponseBytes', written['max-response-bytes']),
    ...(snapshot === undefined ? {} : { snapshot }),
  };
}

type OnMistake = ExpectReading['onMistake'];

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
  const regex = compiled(parseRegex(text), text, path, onMistake);
  return regex === undefined ? { kind: 'scalar', value: text } : { kind: 'regex', regex };
}

function compiled(
  regex: RegExp | MalformedRegex | undefined,
  text: string,
  path: CasePath,
  onMistake: OnMistake,
): RegExp | undefined {
  if (regex === undefined || regex instanceof RegExp) return regex;
  onMistake({ path, message: `\`${text}\` is no regular expression: ${regex.reason}` });
  return undefined;
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

function readLog(written: ExactJson | undefined, onMistake: OnMistake): Expectations['log'] {
  if (written === undefined) return undefined;
  const has = readLogTexts(written, ['log'], onMistake);
  const hasNot = isJsonObject(written) ? readLogTexts(written['not'] ?? [], ['log', 'not'], onMistake) : [];
  return { has, hasNot };
}

function readLogTexts(written: ExactJson, path: CasePath, onMistake: OnMistake): LogText[] {
  if (!isJsonObject(written)) {
    return texts(written, path, (text, place) => compiled(parseRegex(text), text, place, onMistake) ?? text);
  }
  return [
    ...texts(written['contains'], [...path, 'contains'], (text) => text),
    ...texts(
      written['matches'],
      [...path, 'matches'],
      (text, place) => compiled(regexOf(text), text, place, onMistake) ?? text,
    ),
  ];
}

function texts(
  written: ExactJson | undefined,
  path: CasePath,
  read: (text: string, path: CasePath) => string | RegExp,
): LogText[] {
  if (typeof written === 'string') return [{ text: read(written, path), path }];
  if (!Array.isArray(written)) return [];
  return (written as readonly string[]).map((text, index) => ({
    text: read(text, [...path, index]),
    path: [...path, index],
  }));
}

function readSchema(written: ExactJson | undefined, folder: string, onMistake: OnMistake): SchemaReference | undefined {
  if (typeof written !== 'string') return undefined;
  const hash = written.indexOf('#');
  const [path, fragment] = hash === -1 ? [written, ''] : [written.slice(0, hash), written.slice(hash + 1)];
  const mistake = (message: string, hint?: string): undefined =>
    onMistake({ path: ['schema'], message, hint }) as undefined;
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path))
    return mistake(`\`schema\` is an address, and must be a file: \`${written}\``);
  if (path === '')
    return mistake('`schema` names no file', 'Write it before the #, such as `openapi.yml#/components/schemas/Order`.');
  if (fragment !== '' && !fragment.startsWith('/')) {
    return mistake(
      `\`schema\` has after its # what is no path: \`${fragment}\``,
      'Such as `#/components/schemas/Order`.',
    );
  }
  const file = resolve(folder, path);
  if (!existsSync(file))
    return mistake(`the schema \`${path}\` does not exist`, 'Its path is relative to the file that names it.');
  return { file, pointer: decodeFragment(fragment) };
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function readSnapshot(
  written: ExactJson | undefined,
  { hasFile, onMistake }: Pick<ExpectReading, 'hasFile' | 'onMistake'>,
): SnapshotExpectation | undefined {
  if (written === undefined || written === false) return undefined;
  if (!hasFile) {
    const message = 'a `snapshot` lies beside the file of its case, and this case has none';
    onMistake({ path: ['snapshot'], message, hint: 'Put the case into a file.' });
  }
  if (!isJsonObject(written)) return { ignore: [], volatile: false };
  const { ignore = [], volatile } = written;
  const paths = typeof ignore === 'string' ? [ignore] : (ignore as readonly string[]);
  for (const [index, path] of paths.entries()) {
    if (parseValuePath(path) !== undefined) continue;
    const place = typeof ignore === 'string' ? ['snapshot', 'ignore'] : ['snapshot', 'ignore', index];
    const hint = 'Write it as `body.id`, `items[*].createdAt`, `headers["x-id"]` or `**.updatedAt`.';
    onMistake({ path: place, message: `\`${path}\` is no path of a value`, hint });
  }
  return { ignore: paths, volatile: volatile === true };
}

function limit<Name extends string>(name: Name, value: ExactJson | undefined): { [Key in Name]?: number } {
  return (value === undefined ? {} : { [name]: numberOf(value) }) as { [Key in Name]?: number };
}
