import type { Finding } from './expectations/finding.js';
import { judge } from './expectations/judge.js';
import type { Observed } from './expectations/observed.js';
import { type SnapshotOptions, type SnapshotSummary, Snapshots } from './snapshots/snapshots.js';
import type { SuiteCase } from './suite-case.js';

/** What holds the cases of a suite against what is expected of them. */
export interface OpenJudge {
  /**
   * Gives what was not met; none where the case passed.
   * @param runAgain runs the case a second time; called where a snapshot is recorded whose values vary
   * @throws UserError where a file of snapshots can't be read; what `runAgain` throws
   */
  judge(suiteCase: SuiteCase, observed: Observed, runAgain: () => Promise<Observed>): Promise<readonly Finding[]>;
  /**
   * Writes the snapshots, once everything has run.
   * @throws UserError where they can't be written
   */
  close(): SnapshotSummary;
}

/**
 * Loads what the expectations of cases need beside what was observed: schemas, and snapshots when they are asked for.
 * @param cases all that were collected, whether they are run or not
 * @throws UserError where a schema can't be used
 */
export async function openJudge(cases: readonly SuiteCase[], options: SnapshotOptions): Promise<OpenJudge> {
  const snapshots = new Snapshots(cases, options);
  const problemsOf = cases.some(({ expect }) => expect.schema !== undefined)
    ? await (await import('./expectations/schemas/open-schemas.js')).openSchemas(cases)
    : undefined;
  return {
    async judge(suiteCase, observed, runAgain) {
      const { expect } = suiteCase;
      const findings = judge(expect, observed, problemsOf);
      const isOfStatus = findings.every(({ path }) => path[1] !== 'status');
      if (expect.snapshot === undefined || !isOfStatus) return findings;
      const isMet = findings.length === 0;
      return [
        ...findings,
        ...(await snapshots.judge(suiteCase, { expected: expect.snapshot, observed, isMet, runAgain })),
      ];
    },
    close: () => snapshots.close(),
  };
}
