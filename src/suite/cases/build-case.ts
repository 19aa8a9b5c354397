import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { readAskMembers } from '../../aws-gateway/run/ask-members.js';
import { UserError } from '../../diagnostics/user-error.js';
import {
  type ExactJson,
  ExactNumber,
  exactJsonText,
  isJsonObject,
  numberOf,
  plainJson,
} from '../../json/exact-number.js';
import type { CaseEvent, CaseOrigin, SuiteCase } from '../suite-case.js';
import type { OnMistake } from './case-mistakes.js';
import { eventKeys, type WrittenCase } from './merge-defaults.js';
import { readExpect } from './read-expect.js';

/** What is needed to build a case, besides its text. */
export interface CaseSurroundings {
  /** What its paths start from. Absolute. */
  readonly folder: string;
  readonly origin: CaseOrigin;
  /** Takes the mistakes, with their paths within the case. */
  readonly onMistake: OnMistake;
  /** Throws an error where there is no such sample event. Needed for a case that names one. */
  readonly checkSample?: CheckSample | undefined;
}

/** @throws UserError where there is no such sample, or it has no such member */
export type CheckSample = (name: string, given: Readonly<Record<string, unknown>>) => unknown;

/** Builds a case from its text, which is valid by the schema and has its defaults and matrix values filled in. */
export function buildCase(
  written: WrittenCase,
  { folder, origin, onMistake, checkSample }: CaseSurroundings,
): SuiteCase {
  const event = readEvent(written, folder, onMistake, checkSample);
  const fn = written['function'];
  if (fn === undefined) {
    onMistake({
      path: [],
      message: 'a case names no function',
      hint: 'Write `function: NAME`, or name one in `defaults`.',
    });
  }
  const raw = written['raw'] === true;
  if (raw && event.kind === 'data' && typeof written['data'] !== 'string') {
    onMistake({ path: ['raw'], message: '`raw` takes the event as a string, and `data` is none' });
  }
  const skip = readSkip(written['skip'], onMistake);
  const name = typeof written['name'] === 'string' ? written['name'] : defaultName(String(fn ?? ''), event);
  const timeout = written['timeout'];
  return {
    name,
    function: String(fn ?? ''),
    event,
    raw,
    context: readContext(written['context'], onMistake),
    environment: texts(written['env']),
    ...(typeof written['stage'] === 'string' ? { stage: written['stage'] } : {}),
    params: texts(written['params']),
    variables: texts(written['variables']),
    ...readAws(written['aws'], folder, onMistake),
    ...(timeout === undefined ? {} : { timeoutMs: numberOf(timeout) * 1000 }),
    repeat: written['repeat'] === undefined ? 1 : numberOf(written['repeat']),
    ...(skip === undefined ? {} : { skip }),
    only: written['only'] === true,
    tags: tagsOf(written['tags']),
    expect: readExpect(isJsonObject(written['expect']) ? written['expect'] : {}, {
      folder,
      hasFile: origin.file !== undefined,
      onMistake: ({ path, ...mistake }) => onMistake({ path: ['expect', ...path], ...mistake }),
    }),
    origin,
  };
}

/** The name of a case without one: its function and its event's file. */
function defaultName(fn: string, event: CaseEvent): string {
  if (event.kind === 'path') return `${fn} ${basename(event.path, extname(event.path))}`;
  return event.kind === 'sample' ? `${fn} ${event.sample}` : fn;
}

function readEvent(
  written: WrittenCase,
  folder: string,
  onMistake: OnMistake,
  checkSample: CheckSample | undefined,
): CaseEvent {
  const [key, another] = eventKeys.filter((each) => Object.hasOwn(written, each) && written[each] !== false);
  if (key !== undefined && another !== undefined) {
    onMistake({
      path: [another],
      message: `\`${key}\` and \`${another}\` both say where the event comes from`,
      hint: 'Write one of them.',
    });
  }
  const value = key === undefined ? undefined : (written[key] ?? null);
  switch (key) {
    case 'data':
      return { kind: 'data', text: typeof value === 'string' ? value : exactJsonText(value ?? null) };
    case 'path':
      return { kind: 'path', path: existing(String(value), folder, onMistake) };
    case 'data-command':
      return { kind: 'command', command: String(value) };
    case 'event':
      return readSample(value, onMistake, checkSample);
    case 'event-source':
      return readSource(value);
    default:
      return { kind: 'none' };
  }
}

function readSample(
  value: ExactJson | undefined,
  onMistake: OnMistake,
  checkSample: CheckSample | undefined,
): CaseEvent {
  const isMapping = isJsonObject(value);
  const sample = String(isMapping ? value['sample'] : value);
  const given = membersOf(isMapping ? value['with'] : undefined);
  try {
    checkSample?.(sample, given);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, hint } = error.diagnostic;
    const path = !isMapping ? ['event'] : code === 'sample-unknown' ? ['event', 'sample'] : ['event', 'with'];
    onMistake({ path, message: message.replace(/^The |\.$/g, (part) => (part === '.' ? '' : 'the ')), hint });
  }
  return { kind: 'sample', sample, with: given };
}

function readSource(value: ExactJson | undefined): CaseEvent {
  if (!isJsonObject(value)) return { kind: 'source', with: {} };
  const { type, number, with: members } = value;
  return {
    kind: 'source',
    ...(typeof type === 'string' ? { type } : {}),
    ...(number === undefined ? {} : { number: numberOf(number) }),
    with: membersOf(members),
  };
}

/** What becomes of its calls to AWS. */
function readAws(value: ExactJson | undefined, folder: string, onMistake: OnMistake): Pick<SuiteCase, 'aws'> {
  if (value === undefined) return {};
  try {
    return {
      aws: readAskMembers(plainJson(value), folder, (message, hint) => {
        throw new UserError({ code: 'aws-input', message: `\`aws\` ${message}`, hint });
      }),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error.diagnostic;
    onMistake({ path: ['aws'], message, hint });
    return {};
  }
}

function existing(path: string, folder: string, onMistake: OnMistake): string {
  const file = resolve(folder, path);
  if (!existsSync(file)) {
    onMistake({
      path: ['path'],
      message: `the event file \`${path}\` does not exist`,
      hint: 'Its path is relative to the file that names it.',
    });
  }
  return file;
}

function membersOf(value: ExactJson | undefined): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? (plainJson(value) as Readonly<Record<string, unknown>>) : {};
}

function readContext(value: ExactJson | undefined, onMistake: OnMistake): SuiteCase['context'] {
  if (value === undefined) return none;
  if (typeof value !== 'string') return { data: exactJsonText(value) };
  try {
    JSON.parse(value);
  } catch (error) {
    onMistake({ path: ['context'], message: `\`context\` is not valid JSON: ${(error as Error).message}` });
  }
  return { data: value };
}

function readSkip(value: ExactJson | undefined, onMistake: OnMistake): SuiteCase['skip'] {
  if (value === true)
    onMistake({
      path: ['skip'],
      message: '`skip` does not say why',
      hint: 'Write the reason: `skip: waits for the new queue`.',
    });
  return typeof value === 'string' ? { reason: value } : undefined;
}

/** What many cases have alike is there once. */
const none: Readonly<Record<string, never>> = Object.freeze({});
const noTags: readonly string[] = Object.freeze([]);

function texts(value: ExactJson | undefined): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) return none;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, textOf(member)]));
}

function textOf(value: ExactJson): string {
  return value instanceof ExactNumber ? value.text : String(value);
}

function tagsOf(value: ExactJson | undefined): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' ? [value] : noTags;
}
