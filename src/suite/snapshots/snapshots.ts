import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import type { ExactJson } from '../../json/exact-number.js';
import { pathText } from '../expectations/case-path.js';
import type { SnapshotExpectation } from '../expectations/expectations.js';
import type { Finding } from '../expectations/finding.js';
import type { Observed } from '../expectations/observed.js';
import type { SuiteCase } from '../suite-case.js';
import { knownPath, snapshotDifference, withoutIgnored, withTypes } from './compare-snapshot.js';
import {
  caseFileOf,
  readSnapshots,
  removeSnapshots,
  type Snapshot,
  snapshotFileOf,
  writeSnapshots,
} from './snapshot-file.js';
import { snapshotSubject } from './snapshot-subject.js';
import type { PathStep } from './value-path.js';
import { varyingPlaces } from './varying-paths.js';

/** Which snapshots are recorded: `new` records missing ones, `none` nothing, `all` also those that differ. */
export type SnapshotRecording = 'new' | 'none' | 'all';

/** A snapshot without a case, or a snapshot file without a case file. */
export interface ObsoleteSnapshot {
  /** The file of snapshots. Absolute. */
  readonly file: string;
  /** The name of the case; absent where the whole file is obsolete. */
  readonly name?: string;
}

/** What happened to the snapshots of a suite. */
export interface SnapshotSummary {
  /** How many were recorded for the first time, recorded anew because they differed, and removed. */
  readonly written: number;
  readonly updated: number;
  readonly removed: number;
  /** Obsolete snapshots that were not removed. */
  readonly obsolete: readonly ObsoleteSnapshot[];
}

/** How snapshots are kept. */
export interface SnapshotOptions {
  readonly recording: SnapshotRecording;
  /** The command that runs this suite outside of CI, for a message: `invoke-local test shop.yml`. */
  readonly command: string;
}

/** The result of a case, and what may be recorded of it. */
export interface SnapshotJudgement {
  readonly expected: SnapshotExpectation;
  readonly observed: Observed;
  /** Whether all other expectations were met; only then is the response recorded. */
  readonly isMet: boolean;
  /** Runs the case a second time, to find the parts that vary. */
  readonly runAgain: () => Promise<Observed>;
}

interface OpenFile {
  readonly snapshots: Map<string, Snapshot>;
  /** The names of the cases that were recorded in this run; further results of them are compared with that. */
  readonly recorded: Set<string>;
  isChanged: boolean;
}

/** The snapshots of a suite, while it runs. Files are written when it is over. */
export class Snapshots {
  readonly #options: SnapshotOptions;
  readonly #cases: readonly SuiteCase[];
  readonly #files = new Map<string, OpenFile>();
  #written = 0;
  #updated = 0;

  /** @param cases all cases that were collected, also those that are not run; a snapshot of none of them is obsolete */
  constructor(cases: readonly SuiteCase[], options: SnapshotOptions) {
    this.#cases = cases;
    this.#options = options;
  }

  /**
   * Compares the result of a case with its snapshot, or records it.
   * @throws UserError where a file of snapshots can't be read; what `runAgain` throws
   */
  async judge({ name, origin }: Pick<SuiteCase, 'name' | 'origin'>, judgement: SnapshotJudgement): Promise<Finding[]> {
    const { expected, observed, isMet, runAgain } = judgement;
    if (origin.file === undefined) throw new Error('A snapshot was asked for of a case without a file.');
    const file = snapshotFileOf(origin.file);
    const subject = snapshotSubject(observed);
    if ('problem' in subject) return [unfit(subject.problem)];
    const ignored = expected.ignore.map(knownPath);
    const value = withoutIgnored(subject.value, ignored);
    const opened = this.#open(file);
    const known = opened.snapshots.get(name);
    const finding = known === undefined ? this.#missing(file) : snapshotDifference(known, value, ignored);
    if (finding === undefined) return [];
    const { recording } = this.#options;
    const isRecorded =
      (recording === 'all' && !opened.recorded.has(name)) || (recording === 'new' && known === undefined);
    if (!isRecorded) return [finding];
    if (!isMet) return known === undefined ? [] : [finding];
    const varies = expected.volatile ? await this.#varying(value, ignored, runAgain) : {};
    opened.snapshots.set(name, { value: withTypes(value, varies), varies });
    opened.recorded.add(name);
    opened.isChanged = true;
    if (known === undefined) this.#written += 1;
    else this.#updated += 1;
    return [];
  }

  /**
   * Writes new snapshots and finds obsolete ones, which are removed if everything is recorded anew.
   * @throws UserError where a file can't be read or written
   */
  close(): SnapshotSummary {
    const obsolete = this.#obsolete();
    let removed = 0;
    const isCleaned = this.#options.recording === 'all';
    if (isCleaned) {
      for (const { file, name } of obsolete) {
        removed += name === undefined ? readSnapshots(file).size : 1;
        if (name === undefined) removeSnapshots(file);
        else {
          const opened = this.#open(file);
          opened.snapshots.delete(name);
          opened.isChanged = true;
        }
      }
    }
    for (const [file, { snapshots, isChanged }] of this.#files) if (isChanged) writeSnapshots(file, snapshots);
    return { written: this.#written, updated: this.#updated, removed, obsolete: isCleaned ? [] : obsolete };
  }

  #missing(file: string): Finding {
    const { command } = this.#options;
    return {
      path: ['expect', 'snapshot'],
      message: `There is no snapshot of the case, and none is recorded in CI: run \`${command}\` elsewhere, and commit ${displayPath(file)}.`,
      expected: 'a snapshot',
    };
  }

  #open(file: string): OpenFile {
    const opened = this.#files.get(file) ?? {
      snapshots: readSnapshots(file),
      recorded: new Set<string>(),
      isChanged: false,
    };
    this.#files.set(file, opened);
    return opened;
  }

  async #varying(
    value: ExactJson,
    ignored: readonly (readonly PathStep[])[],
    runAgain: () => Promise<Observed>,
  ): Promise<Snapshot['varies']> {
    const second = snapshotSubject(await runAgain());
    if ('problem' in second) return {};
    const places = varyingPlaces(value, withoutIgnored(second.value, ignored));
    return Object.fromEntries(places.map(({ path, type }) => [pathText(path), type]));
  }

  /** Obsolete snapshots: entries without a case, and files whose case file is gone. */
  #obsolete(): ObsoleteSnapshot[] {
    const names = new Map<string, Set<string>>();
    for (const { name, origin, expect } of this.#cases) {
      if (origin.file === undefined) continue;
      const file = snapshotFileOf(origin.file);
      const known = names.get(file) ?? new Set();
      names.set(file, known);
      if (expect.snapshot !== undefined) known.add(name);
    }
    const entries = [...names].flatMap(([file, known]) =>
      [...this.#open(file).snapshots.keys()].filter((name) => !known.has(name)).map((name) => ({ file, name })),
    );
    const folders = new Set([...names.keys()].map((file) => dirname(file)));
    return [...entries, ...[...folders].flatMap(orphans)];
  }
}

/** The snapshot files in a folder whose case files do not exist any more. */
function orphans(folder: string): ObsoleteSnapshot[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder).flatMap((name) => {
    const caseFile = caseFileOf(join(folder, name));
    return caseFile === undefined || existsSync(caseFile) ? [] : [{ file: join(folder, name) }];
  });
}

function unfit(problem: string): Finding {
  return { path: ['expect', 'snapshot'], message: `The response ${problem}: it can't be held against a snapshot.` };
}
