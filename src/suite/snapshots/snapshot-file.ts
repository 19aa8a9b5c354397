import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { type ExactJson, exactJsonText, isJsonObject, parseExactJson } from '../../json/exact-number.js';
import { type ValueType, valueTypes } from '../expectations/pattern.js';

/** The snapshot of a case. */
export interface Snapshot {
  readonly value: ExactJson;
  /** The places that vary from run to run, by their paths, with their types. */
  readonly varies: Readonly<Record<string, ValueType>>;
}

const folderName = '__snapshots__';
const extension = '.snap';
const note = 'Recorded by invoke-local: to be reviewed and committed. `invoke-local test -u` records it anew.';

/** The file with the snapshots of a case file: in a folder beside it, as with jest. */
export function snapshotFileOf(caseFile: string): string {
  return join(dirname(caseFile), folderName, `${basename(caseFile)}${extension}`);
}

/** The case file that a file of snapshots belongs to; `undefined` where it is no such file. */
export function caseFileOf(snapshotFile: string): string | undefined {
  if (!snapshotFile.endsWith(extension)) return undefined;
  return join(dirname(dirname(snapshotFile)), basename(snapshotFile, extension));
}

/**
 * The snapshots of a file, by the names of their cases; none where there is no such file.
 * @throws UserError if it was changed into something that can't be read
 */
export function readSnapshots(file: string): Map<string, Snapshot> {
  const text = readFile(file);
  const snapshots = text === undefined ? new Map<string, Snapshot>() : snapshotsIn(text);
  if (snapshots !== undefined) return snapshots;
  throw new UserError({
    code: 'snapshots-invalid',
    message: `${displayPath(file)} is no file of snapshots that invoke-local wrote.`,
    hint: 'Where a merge went wrong, solve it, or remove the file and record it anew.',
    location: { file },
  });
}

function readFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unusable(file, `cannot be read: ${message}`);
  }
}

function unusable(file: string, what: string): UserError {
  return new UserError({
    code: 'snapshots-unusable',
    message: `The snapshots ${displayPath(file)} ${what}.`,
    location: { file },
  });
}

function snapshotsIn(text: string): Map<string, Snapshot> | undefined {
  try {
    const document = parseExactJson(text);
    if (!isJsonObject(document) || document['version'] !== 1 || !isJsonObject(document['snapshots'])) return undefined;
    const entries = Object.entries(document['snapshots']).map(([name, entry]) => [name, snapshotIn(entry)] as const);
    const known = entries.flatMap(([name, snapshot]) => (snapshot === undefined ? [] : [[name, snapshot] as const]));
    return known.length === entries.length ? new Map(known) : undefined;
  } catch {
    return undefined;
  }
}

function snapshotIn(entry: ExactJson): Snapshot | undefined {
  if (!isJsonObject(entry) || !Object.hasOwn(entry, 'response')) return undefined;
  const varies = isJsonObject(entry['varies']) ? entry['varies'] : {};
  const isKnown = Object.values(varies).every((type) => (valueTypes as readonly unknown[]).includes(type));
  return isKnown ? { value: entry['response'] ?? null, varies: varies as Snapshot['varies'] } : undefined;
}

/**
 * Writes the file of snapshots in one step, sorted by name; removes it if there are none.
 * @throws UserError where it can't be written
 */
export function writeSnapshots(file: string, snapshots: ReadonlyMap<string, Snapshot>): void {
  if (snapshots.size === 0) {
    removeSnapshots(file);
    return;
  }
  const sorted = [...snapshots].sort(([one], [other]) => (one < other ? -1 : 1));
  const document = {
    note,
    version: 1,
    snapshots: Object.fromEntries(sorted.map(([name, snapshot]) => [name, entryOf(snapshot)])),
  };
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, `${exactJsonText(document, 2)}\n`);
    renameSync(unfinished, file);
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
    throw unusable(file, `cannot be written: ${(error as Error).message}`);
  }
}

function entryOf({ value, varies }: Snapshot): ExactJson {
  return { response: value, ...(Object.keys(varies).length === 0 ? {} : { varies }) };
}

/** Removes a file of snapshots, and its folder if it is empty then. */
export function removeSnapshots(file: string): void {
  if (existsSync(file)) rmSync(file);
  try {
    rmdirSync(dirname(file));
  } catch {
    // It contains other files.
  }
}
