import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { escapePath } from 'tinyglobby';
import type { CasePath } from '../../case-path.js';
import type { CaseOrigin, SuiteCase } from '../../suite-case.js';
import { buildCase } from '../build-case.js';
import { type CaseMistake, mistakesError } from '../case-mistakes.js';
import { readTextFile } from '../document/read-text-file.js';
import { expandGlobs } from '../expand-globs.js';
import type { WrittenCase } from '../merge-defaults.js';
import {
  type ExpectationFile,
  expectationFile,
  readExpectation,
  twoExpectations,
  withoutEvent,
} from './beside-event.js';
import { shareableEvents } from './shareable-events.js';

/** Where the events of functions are. */
export interface EventPlaces {
  /** What relative globs start from. Absolute. */
  readonly folder: string;
  /** Globs with `{function}`, and `none`. */
  readonly events: readonly string[];
  /** Functions that have cases of other sources. */
  readonly covered: ReadonlySet<string>;
}

/** The cases that were found, and the functions without any. */
export interface DiscoveredCases {
  readonly cases: readonly SuiteCase[];
  readonly uncovered: readonly string[];
}

/** Where events are looked for by default. */
export const defaultEvents: readonly string[] = ['events/{function}/*.json'];
/** The word for invoking a function without an event if it has none. */
const noEvent = 'none';

/**
 * Makes a case for each event of each function. The expectations for an event are in a file beside it:
 * `<event>.expected.json`, `<event>.error.json` or `<event>.expect.yml`.
 * @throws UserError if such a file belongs to no event, or has mistakes
 */
export async function discoverCases(
  functions: readonly string[],
  { folder, events, covered }: EventPlaces,
): Promise<DiscoveredCases> {
  const patterns = events.filter((pattern) => pattern !== noEvent);
  const cases: SuiteCase[] = [];
  const uncovered: string[] = [];
  const checked = new Set<string>();
  for (const name of functions) {
    const globs = patterns.map((pattern) => pattern.replaceAll('{function}', escapePath(name)));
    const { files } = await expandGlobs(globs, folder);
    const eventFiles = files.filter((file) => expectationFile(file) === undefined);
    const expectations = await expectationsOf(files, eventFiles, checked);
    const found = await Promise.all(eventFiles.map((file) => casesOfEvent(name, file, expectations, folder)));
    if (found.length > 0) cases.push(...found.flat());
    else if (covered.has(name)) continue;
    else if (events.includes(noEvent)) cases.push(withoutEventCase(name, folder));
    else uncovered.push(name);
  }
  return { cases: distinctNames(cases, folder), uncovered };
}

/** The files of expectations beside the events, by the path of the event without its extension. */
async function expectationsOf(
  files: readonly string[],
  events: readonly string[],
  checked: Set<string>,
): Promise<ReadonlyMap<string, ExpectationFile>> {
  const stems = new Set(events.map(stemOf));
  const found = new Map<string, ExpectationFile>();
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const names = await readdir(folder);
    const isFirstLook = !checked.has(folder);
    checked.add(folder);
    for (const expectation of names.flatMap((name) => expectationFile(join(folder, name)) ?? [])) {
      const stem = join(folder, expectation.event);
      const other = found.get(stem);
      if (other !== undefined) throw twoExpectations(other, expectation);
      found.set(stem, expectation);
      const isOrphan = !stems.has(stem) && !names.some((name) => isEventOf(expectation, name));
      if (isFirstLook && isOrphan) throw withoutEvent(expectation);
    }
  }
  return found;
}

function isEventOf({ event }: ExpectationFile, name: string): boolean {
  return basename(name, extname(name)) === event && expectationFile(name) === undefined;
}

function stemOf(file: string): string {
  return join(dirname(file), basename(file, extname(file)));
}

async function casesOfEvent(
  fn: string,
  file: string,
  expectations: ReadonlyMap<string, ExpectationFile>,
  folder: string,
): Promise<SuiteCase[]> {
  const name = `${fn} ${basename(file, extname(file))}`;
  const expectation = expectations.get(stemOf(file));
  const shared = /\.json$/i.test(file)
    ? shareableEvents(await readTextFile(file, `The event file ${file}`))
    : undefined;
  if (shared === undefined) return [await eventCase({ name, function: fn, path: file }, file, expectation, folder)];
  return Promise.all(
    shared.map((event) =>
      eventCase({ name: `${name} ${event.name}`, function: fn, data: event.text }, file, expectation, folder),
    ),
  );
}

async function eventCase(
  written: WrittenCase,
  file: string,
  expectation: ExpectationFile | undefined,
  folder: string,
): Promise<SuiteCase> {
  if (expectation === undefined) return build(written, folder, { file, of: () => ({ file, line: 1 }) });
  const { document, expect, placeOf } = await readExpectation(expectation);
  const locate = (path: CasePath) => (path[0] === 'expect' ? document.locate(placeOf(path)) : { file, line: 1 });
  const mistakes: CaseMistake[] = [];
  const onMistake = ({ path, ...mistake }: CaseMistake): void =>
    void mistakes.push({ path: placeOf(path), ...mistake });
  const origin = { file, of: locate };
  const built = buildCase({ ...written, expect }, { folder: dirname(expectation.file), origin, onMistake });
  const [first, ...others] = mistakes;
  if (first !== undefined) throw mistakesError(document, [first, ...others]);
  return built;
}

function withoutEventCase(name: string, folder: string): SuiteCase {
  return build({ name, function: name }, folder, { of: () => undefined });
}

/** Builds a case that can't contain mistakes. */
function build(written: WrittenCase, folder: string, origin: CaseOrigin): SuiteCase {
  return buildCase(written, {
    folder,
    origin,
    onMistake: ({ message }) => {
      throw new Error(message);
    },
  });
}

/** Cases with the same name get the paths of their events in their names. */
function distinctNames(cases: readonly SuiteCase[], folder: string): SuiteCase[] {
  const counts = new Map<string, number>();
  for (const { name } of cases) counts.set(name, (counts.get(name) ?? 0) + 1);
  return cases.map((each) => {
    const { file } = each.origin;
    if (file === undefined || counts.get(each.name) === 1) return each;
    return { ...each, name: `${each.name} (${relative(folder, file).replaceAll(sep, '/')})` };
  });
}
