import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planShards } from '../src/suite/shards/plan-shards.js';
import { simulatedSuite } from '../test/suite/shards/simulated-suite.js';
import { type Bench, commandOf, environmentFor } from './comparisons.js';
import { runOnce } from './measure.js';
import { temporaryFolder } from './temporary-folders.js';

const caseCount = 10_000;
const shardCount = 64;

/**
 * Plans 10,000 cases over 64 machines: how balanced the shards are by the earlier durations, and what the command takes that reads
 * the cases and the earlier results, with 1 KB of each response and log.
 */
export async function measureShards(bench: Bench): Promise<void> {
  const { cases, coldStartMs } = simulatedSuite(caseCount, 1);
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'serverless.yml'), 'service: bench\nprovider: { name: aws, runtime: nodejs20.x }\n');
  mkdirSync(join(folder, 'cases'));
  const byFile = new Map<string, typeof cases>();
  for (const each of cases) byFile.set(each.function, [...(byFile.get(each.function) ?? []), each]);
  for (const [name, own] of byFile) {
    const lines = own.map(
      ({ id }) => `- { name: "${id}", function: ${name}, data: { id: "${id}" }, expect: { log: REPORT } }\n`,
    );
    writeFileSync(join(folder, 'cases', `${name}.yml`), lines.join(''));
  }
  const results = cases.map(({ id, function: name, costMs }, index) =>
    JSON.stringify({
      id: `cases/${name}.yml::${id}`,
      name: id,
      function: name,
      tags: [],
      status: 'passed',
      findings: [],
      durationMs: costMs,
      ...(index % 10 === 0 ? { initDurationMs: coldStartMs(name) } : {}),
      texts: { event: '{}', response: 'x'.repeat(1000), log: 'y'.repeat(1000) },
    }),
  );
  const totals = { total: caseCount, passed: caseCount, failed: 0, flaky: 0, skipped: 0, stopped: 0 };
  const head = JSON.stringify({
    version: 1,
    generator: { name: 'invoke-local', version: '0' },
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    concurrency: 1,
    verdict: 'passed',
    totals,
    uncovered: [],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
  });
  writeFileSync(join(folder, 'earlier.json'), `${head.slice(0, -1)},"cases":[\n${results.join(',\n')}\n]}\n`);

  const args = ['test', 'cases/*.yml', '--plan', '--shards', String(shardCount), '--earlier-results', 'earlier.json'];
  const { wallMs, peakMiB } = await runOnce({
    name: 'plan',
    command: commandOf(bench, ...args),
    cwd: folder,
    environment: environmentFor(bench),
  });
  const costs = planShards({ cases, coldStartMs }, shardCount).shards.map(({ costMs }) => costMs);
  const meanMs = costs.reduce((sum, ms) => sum + ms, 0) / shardCount;
  console.log(
    `\n${caseCount} cases over ${shardCount} shards, planned in ${wallMs.toFixed(0)} ms, peak ${peakMiB.toFixed(0)} MiB`,
  );
  const { version } = bench.node;
  for (const text of [
    bench.verdicts.add('shardBalance', version, Math.max(...costs), meanMs),
    bench.verdicts.add('shardPlan', version, wallMs, 0),
    bench.verdicts.add('shardMemory', version, peakMiB, 0),
  ]) {
    console.log(`  ${text}`);
  }
}
