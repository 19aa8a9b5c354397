import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { commandArguments } from './cases/arguments.js';
import { configurations } from './cases/configurations.js';
import { environments } from './cases/environment.js';
import { interpreters } from './cases/interpreters.js';
import { invocations } from './cases/invocations.js';
import { findMachines } from './find-machines.js';
import type { WindowsMachine } from './machine.js';
import { startTrial, type WindowsCase } from './windows-case.js';

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
const cases = [...invocations, ...commandArguments, ...configurations, ...environments, ...interpreters];
const asked = cases.filter(({ title }) => title.includes(options.only ?? ''));
const counts = { passed: 0, failed: 0, skipped: 0 };

async function tryCase(machine: WindowsMachine, { title, lacks, run }: WindowsCase): Promise<void> {
  const reason = lacks?.(machine);
  if (reason !== undefined) {
    counts.skipped += 1;
    console.log(`skipped ${title}: ${reason}`);
    return;
  }
  const trial = await startTrial(machine);
  try {
    await run(trial);
    counts.passed += 1;
    console.log(`ok      ${title}`);
  } catch (error) {
    counts.failed += 1;
    console.log(`failed  ${title}`);
    console.log(String((error as Error).stack).replaceAll(/^/gm, '        '));
    console.log(`        its last run: ${JSON.stringify(trial.runs.at(-1))}`);
  }
}

const machines = await findMachines();
if ('unavailable' in machines) {
  console.log(machines.unavailable);
  counts.skipped = asked.length;
} else {
  for (const machine of machines) {
    console.log(`== ${machine.name}`);
    const left = asked.values();
    const trying = async (): Promise<void> => {
      for (const one of left) await tryCase(machine, one);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, trying));
  }
}
console.log(`windows: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (counts.failed > 0) process.exitCode = 1;
