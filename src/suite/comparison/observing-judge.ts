import type { OpenJudge } from '../open-judge.js';
import type { SuiteCase } from '../suite-case.js';
import type { Observations } from './observations.js';

/** What the judge of a run passes on. */
export interface Observing {
  /** Takes what each run gave, and what a run gave that was made only to see what varies. */
  readonly add: Pick<Observations, 'add'> & Partial<Pick<Observations, 'addAgain'>>;
  readonly idOf: (suiteCase: SuiteCase) => string | undefined;
  /** Whether a case is run once more after it was judged. By default none is. */
  readonly needsAnotherRun?: (id: string, suiteCase: SuiteCase) => boolean;
}

/** A judge that notes what it judges. */
export function observingJudge(judge: OpenJudge, { add, idOf, needsAnotherRun }: Observing): OpenJudge {
  const ranAgain = new Set<string>();
  return {
    async judge(suiteCase, observed, runAgain) {
      const findings = await judge.judge(suiteCase, observed, runAgain);
      const id = idOf(suiteCase);
      if (id === undefined) return findings;
      add.add(id, observed);
      if (!ranAgain.has(id) && needsAnotherRun?.(id, suiteCase) === true) {
        ranAgain.add(id);
        add.addAgain?.(id, await runAgain());
      }
      return findings;
    },
    close: () => judge.close(),
  };
}
