import { isMap, LineCounter, type Node, type ParsedNode, parseAllDocuments } from 'yaml';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { AwsError } from '../aws-call.js';
import type { StructureShape } from '../models/service-model.js';
import { isModelled } from '../models/unmodelled.js';
import { inputOf, outputOf } from '../protocols/shapes.js';
import type { Entry, EntryAnswer } from './entry.js';
import { type FoundOperation, findOperation } from './find-operation.js';
import { fromWritten, type Written } from './written-values.js';
import { wrongKind } from './wrong-kind.js';

const keys = ['service', 'operation', 'request', 'response', 'error', 'status', 'latency-ms', 'responses'];
const answerKeys = ['response', 'error', 'status', 'latency-ms'];
const errorKeys = ['code', 'message', 'status', 'members'];

/** How much a value of YAML may grow by its aliases. */
const maxAliasCount = 100;

/**
 * Reads the calls of a text in YAML, one document each, or several as a list.
 * @param file the absolute path, for messages
 * @throws UserError with the place of what is wrong
 */
export function readEntries(text: string, file: string): Entry[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, customTags: ['binary'], prettyErrors: false });
  const placeAt = (offset: number | undefined): SourceLocation => {
    if (offset === undefined) return { file };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const entries: Entry[] = [];
  // Where a text has no document at all, what it gives is no list but an empty mark.
  for (const document of 'empty' in documents ? [] : documents) {
    const [error] = document.errors;
    if (error !== undefined) throw mistake(placeAt(error.pos[0]), `The YAML is broken: ${error.message}.`);
    const value = document.toJS({ maxAliasCount }) as unknown;
    if (value === null) continue;
    const items = Array.isArray(value) ? value : [value];
    for (const [index, item] of items.entries()) {
      const node = Array.isArray(value) ? document.getIn([index], true) : document.contents;
      entries.push(readEntry(item, (path) => placeAt(offsetOf(node as ParsedNode | null, path))));
    }
  }
  return entries;
}

type PlaceOf = (path: readonly string[]) => SourceLocation;

function offsetOf(node: ParsedNode | null, path: readonly string[]): number | undefined {
  let at: Node | null = node;
  let offset = node?.range?.[0];
  for (const step of path) {
    if (!isMap(at)) break;
    const pair = at.items.find(({ key }) => String(key) === step);
    const key = pair?.key as Node | undefined;
    if (pair === undefined) break;
    offset = key?.range?.[0] ?? offset;
    at = pair.value as Node | null;
  }
  return offset;
}

function readEntry(value: unknown, placeOf: PlaceOf): Entry {
  const written = mapping(value, 'A call', [], placeOf);
  refuseUnknown(written, keys, [], placeOf);
  const { service, operation, request, responses, ...single } = written;
  if (typeof service !== 'string' || typeof operation !== 'string') {
    const missing = typeof service === 'string' ? 'operation' : 'service';
    throw mistake(placeOf([]), `A call has no \`${missing}\`.`, 'Write `service: dynamodb` and `operation: GetItem`.');
  }
  const found = findOperation(service, operation);
  if ('message' in found) {
    throw mistake(
      placeOf([found.message.includes('operation') ? 'operation' : 'service']),
      `${found.message}.`,
      found.hint,
    );
  }
  const input = inputOf(found.model, found.operation);
  if (request !== undefined && request !== null) {
    const members = mapping(request, '`request`', ['request'], placeOf);
    if (isModelled(found.model)) refuseUnknown(members, memberNames(input), ['request'], placeOf);
  }
  return {
    ...found,
    request: request ?? undefined,
    answers: readAnswers(found, responses, single, placeOf),
    location: placeOf([]),
  };
}

type Named = Extract<FoundOperation, { model: unknown }>;

function readAnswers(found: Named, responses: unknown, single: Mapping, placeOf: PlaceOf): EntryAnswer[] {
  if (responses === undefined) return [readAnswer(found, single, [], placeOf)];
  const other = Object.keys(single)[0];
  if (other !== undefined)
    throw mistake(placeOf([other]), `\`${other}\` stands beside \`responses\`, which says it all.`);
  if (!Array.isArray(responses) || responses.length === 0) {
    throw mistake(placeOf(['responses']), '`responses` takes a list of answers, each with `response` or `error`.');
  }
  return responses.map((one: unknown) => {
    const answer = mapping(one, 'An answer', ['responses'], placeOf);
    refuseUnknown(answer, answerKeys, ['responses'], placeOf);
    return readAnswer(found, answer, ['responses'], placeOf);
  });
}

function readAnswer(
  { model, operation }: Named,
  answer: Mapping,
  path: readonly string[],
  placeOf: PlaceOf,
): EntryAnswer {
  const { response, error, status, 'latency-ms': latencyMs } = answer;
  if (response !== undefined && error !== undefined) {
    throw mistake(placeOf([...path, 'error']), 'An answer has both `response` and `error`: it can only be one.');
  }
  const latency =
    latencyMs === undefined ? {} : { latencyMs: wholeNumber(latencyMs, [...path, 'latency-ms'], placeOf) };
  const given = status === undefined ? {} : { status: wholeNumber(status, [...path, 'status'], placeOf) };
  if (error !== undefined) {
    const { status: ofError, ...read } = readError(error, [...path, 'error'], placeOf);
    return { ...given, ...(ofError === undefined ? {} : { status: ofError }), ...latency, content: { error: read } };
  }
  const shape = outputOf(model, operation);
  const members = mapping(response ?? {}, '`response`', [...path, 'response'], placeOf);
  if (isModelled(model)) refuseUnknown(members, memberNames(shape), [...path, 'response'], placeOf);
  const wrong = isModelled(model) ? wrongKind(model, shape, members) : undefined;
  if (wrong !== undefined) {
    const at = [...path, 'response', ...wrong.path];
    throw mistake(placeOf(at), `\`${wrong.path.join('.')}\` has to be ${wrong.expected}.`);
  }
  return { ...given, ...latency, content: { members: fromWritten(model, shape, members as Record<string, Written>) } };
}

function readError(value: unknown, path: readonly string[], placeOf: PlaceOf): AwsError & { readonly status?: number } {
  if (typeof value === 'string') return { code: value, message: '' };
  const error = mapping(value, '`error`', path, placeOf);
  refuseUnknown(error, errorKeys, path, placeOf);
  const { code, message, status, members } = error;
  if (typeof code !== 'string' && typeof code !== 'number') {
    throw mistake(placeOf(path), 'An `error` has no `code`.', 'Write `error: { code: ThrottlingException }`.');
  }
  return {
    code: String(code),
    message: message === undefined ? '' : String(message),
    ...(status === undefined ? {} : { status: wholeNumber(status, [...path, 'status'], placeOf) }),
    ...(members === undefined
      ? {}
      : { members: mapping(members, '`members`', path, placeOf) as AwsError['members'] & object }),
  };
}

type Mapping = Readonly<Record<string, unknown>>;

function mapping(value: unknown, what: string, path: readonly string[], placeOf: PlaceOf): Mapping {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Mapping;
  throw mistake(placeOf(path), `${what} has to be a mapping.`);
}

function wholeNumber(value: unknown, path: readonly string[], placeOf: PlaceOf): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw mistake(placeOf(path), `\`${path.at(-1)}\` has to be a whole number.`);
}

function memberNames({ members }: StructureShape): readonly string[] {
  return Object.keys(members);
}

function refuseUnknown(value: Mapping, known: readonly string[], path: readonly string[], placeOf: PlaceOf): void {
  for (const key of Object.keys(value)) {
    // A matcher such as `$equals` in the place of all members.
    if (known.includes(key) || key.startsWith('$')) continue;
    const nearest = nearestName(key, known);
    const hint =
      nearest !== undefined
        ? `Did you mean \`${nearest}\`?`
        : known.length > 0
          ? `There are ${known.join(', ')}.`
          : undefined;
    throw mistake(placeOf([...path, key]), `\`${key}\` is not known here.`, hint);
  }
}

function mistake(location: SourceLocation, message: string, hint?: string): UserError {
  return new UserError({
    code: 'aws-calls-file',
    message: message.charAt(0).toUpperCase() + message.slice(1),
    hint,
    location,
  });
}
