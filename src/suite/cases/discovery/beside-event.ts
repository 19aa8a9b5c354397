import { basename } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ExactJson, isJsonObject } from '../../../json/exact-number.js';
import type { CasePath } from '../../case-path.js';
import { type CaseMistake, mistakesError } from '../case-mistakes.js';
import { type CaseDocument, readCaseDocument } from '../document/case-document.js';
import { readTextFile } from '../document/read-text-file.js';
import type { WrittenCase } from '../merge-defaults.js';
import { schemaMistakes } from '../schema/schema-mistakes.js';

/** The kinds of files beside an event that contain expectations. */
type ExpectationKind = 'expected' | 'error' | 'expect';

/** A file with the expectations for the event that it is named after. */
export interface ExpectationFile {
  /** Absolute. */
  readonly file: string;
  readonly kind: ExpectationKind;
  /** The name of the event's file without its extension. */
  readonly event: string;
}

/** The content of such a file, as the `expect` of a case. */
export interface WrittenExpectation {
  readonly document: CaseDocument;
  readonly expect: WrittenCase;
  /** Turns a path in the case into the path in the document. */
  placeOf(path: CasePath): CasePath;
}

/** The kind of such a file, by its name; `undefined` if it may be an event. */
export function expectationFile(file: string): ExpectationFile | undefined {
  const [, event, kind] = /^(.+)\.(expected|error|expect)\.(?:json|ya?ml)$/i.exec(basename(file)) ?? [];
  if (event === undefined || kind === undefined) return undefined;
  return { file, event, kind: kind.toLowerCase() as ExpectationKind };
}

/**
 * Reads what is expected of an event.
 * @throws UserError if the file does not parse, or has mistakes
 */
export async function readExpectation({ file, kind }: ExpectationFile): Promise<WrittenExpectation> {
  const name = `The file ${displayPath(file)}`;
  const document = readCaseDocument({ text: await readTextFile(file, name), file, name });
  const inner = (path: CasePath, depth: number): CasePath => path.slice(depth);
  switch (kind) {
    case 'expected':
      return { document, expect: { output: document.value }, placeOf: (path) => inner(path, 2) };
    case 'error': {
      const { error, keys } = readError(document);
      const placeOf = ([, , key, ...rest]: CasePath): CasePath => [...(keys.get(String(key)) ?? []), ...rest];
      return { document, expect: { error }, placeOf };
    }
    case 'expect': {
      const [first, ...others] = schemaMistakes('expect', document.value);
      if (first !== undefined) throw mistakesError(document, [first, ...others]);
      return { document, expect: document.value as WrittenCase, placeOf: (path) => inner(path, 1) };
    }
  }
}

/** Names of an error object's members, in Lambda and in a case. */
const errorKeys: Readonly<Record<string, 'type' | 'message'>> = {
  errorType: 'type',
  type: 'type',
  errorMessage: 'message',
  message: 'message',
};
/** Further members of an error object, which differ between machines and are ignored. */
const passedOver: readonly string[] = ['trace', 'stackTrace', 'requestId', 'cause'];

/** An expected error: as Lambda's caller gets it, as in a case, or just the message. */
function readError(document: CaseDocument): { error: ExactJson; keys: ReadonlyMap<string, CasePath> } {
  const { value } = document;
  if (typeof value === 'string') return { error: value, keys: new Map() };
  if (!isJsonObject(value))
    throw mistakesError(document, [{ path: [], message: 'an expected error is a mapping or a text' }]);
  const keys = new Map<string, CasePath>();
  const error: { [key: string]: ExactJson } = {};
  const mistakes: CaseMistake[] = [];
  for (const [key, member] of Object.entries(value)) {
    const name = Object.hasOwn(errorKeys, key) ? errorKeys[key] : undefined;
    if (passedOver.includes(key)) continue;
    if (name === undefined) {
      mistakes.push({
        path: [key],
        message: `the unknown key \`${key}\` is there`,
        hint: 'The keys are errorType and errorMessage.',
      });
    } else if (typeof member !== 'string') {
      mistakes.push({ path: [key], message: `\`${key}\` must be a text` });
    } else {
      error[name] = member;
      keys.set(name, [key]);
    }
  }
  if (keys.size === 0 && mistakes.length === 0) {
    mistakes.push({ path: [], message: 'neither `errorType` nor `errorMessage` is there' });
  }
  const [first, ...others] = mistakes;
  if (first !== undefined) throw mistakesError(document, [first, ...others]);
  return { error, keys };
}

/** The error for a file of expectations whose event does not exist: it would never be used. */
export function withoutEvent({ file, event }: ExpectationFile): UserError {
  return new UserError({
    code: 'expectation-without-event',
    message: `${displayPath(file)} says what must come of the event ${event}, and there is no such event beside it.`,
    hint: `Put the event into ${event}.json in the same folder, or remove the file.`,
    location: { file },
  });
}

/** The error for an event with two files of expectations. */
export function twoExpectations(one: ExpectationFile, other: ExpectationFile): UserError {
  return new UserError({
    code: 'expectations-twice',
    message: `${displayPath(one.file)} and ${basename(other.file)} both say what must come of the event ${one.event}.`,
    hint: `Put what is expected into ${one.event}.expect.yml alone.`,
    location: { file: one.file },
  });
}
