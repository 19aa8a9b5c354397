import { openProject } from '../../src/invoke/open-project.js';
import { eventRequestOf } from '../../src/suite/cases/event-request.js';
import type { Finding } from '../../src/suite/expectations/finding.js';
import { type Observed, observedOf } from '../../src/suite/expectations/observed.js';
import { openJudge } from '../../src/suite/open-judge.js';
import type { SnapshotRecording } from '../../src/suite/snapshots/snapshots.js';
import type { SuiteCase } from '../../src/suite/suite-case.js';
import { jobFor } from '../services/run-function.js';

/** What came of a case: its name, and what was found. */
export type CaseOutcome = readonly [name: string, findings: readonly Finding[]];

/** Runs cases of the service in a folder, each in a cold sandbox, and judges them. */
export async function runCases(
  folder: string,
  cases: readonly SuiteCase[],
  recording: SnapshotRecording = 'none',
): Promise<CaseOutcome[]> {
  const judge = await openJudge(cases, { recording, command: 'invoke-local test' });
  const { request, hooks } = jobFor(folder, '');
  await using project = await openProject(request, hooks);
  const outcomes: CaseOutcome[] = [];
  for (const suiteCase of cases) {
    await using prepared = await project.prepare(suiteCase.function, Object.keys(suiteCase.environment));
    const runOnce = async (): Promise<Observed> => {
      const log: Buffer[] = [];
      const logged = { ...hooks, logs: { write: (chunk: Buffer) => void log.push(chunk) } };
      const event = await eventRequestOf(suiteCase, prepared.function);
      const { context, environment } = suiteCase;
      const input = await prepared.readInput({ event, context, environment }, logged);
      await using sandbox = await prepared.openSandbox(
        { variables: input.variables, isForOneInvocation: true },
        logged,
      );
      const result = await sandbox.invoke(input);
      return observedOf(result, () => Buffer.concat(log).toString());
    };
    outcomes.push([suiteCase.name, await judge.judge(suiteCase, await runOnce(), runOnce)]);
  }
  judge.close();
  return outcomes;
}
