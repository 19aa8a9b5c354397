import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, commandOf, conclude, conclusion, environmentFor } from './comparisons.js';
import type { Row } from './limits.js';
import { type Contender, interleave, median, medianMs, runOnce, type Samples } from './measure.js';
import { installPeers } from './peers.js';
import { printSamples } from './print.js';
import { temporaryFolder } from './temporary-folders.js';

const functionCount = 10;
const event = '{"name":"Ada"}';

/** Each response has 1 KB. */
const handler = `exports.hello = async (event) => ({ message: 'Hello, ' + event.name + '!', rest: 'x'.repeat(980) });\n`;

/** Writes a service of ten functions. @returns its folder */
function writeSuiteService(nodeVersion: string): string {
  const folder = temporaryFolder();
  const names = Array.from({ length: functionCount }, (_, index) => `f${index}`);
  const functions = names.map((name) => `  ${name}:\n    handler: handler.hello\n`);
  writeFileSync(
    join(folder, 'serverless.yml'),
    `service: bench\nprovider:\n  name: aws\n  runtime: nodejs${nodeVersion.split('.')[0]}.x\nfunctions:\n${functions.join('')}`,
  );
  writeFileSync(join(folder, 'handler.js'), handler);
  return folder;
}

/** Writes cases with expectations, over so many functions, a hundred in a file. @returns the pattern of the files */
function writeCases(folder: string, count: number, functions: number): string {
  const cases = mkdtempSync(join(folder, `cases-${count}-`));
  for (let first = 0; first < count; first += 100) {
    const lines = Array.from({ length: Math.min(100, count - first) }, (_, index) => {
      const number = first + index;
      return (
        `  - name: case ${number}\n    function: f${number % functions}\n    data: { name: Ada ${number} }\n` +
        `    expect: { output: { message: "Hello, Ada ${number}!" }, log: REPORT, max-duration-ms: 5000 }\n`
      );
    });
    writeFileSync(join(cases, `${String(first).padStart(6, '0')}.yml`), `cases:\n${lines.join('')}`);
  }
  return join(cases, '*.yml');
}

/** What many cases cost in a suite, against as many invocations. */
export async function compareSuites(bench: Bench): Promise<void> {
  const shared = { cwd: writeSuiteService(bench.node.version), environment: environmentFor(bench) };
  await compareWarm(bench, shared);
  await compareOne(bench, shared);
  await compareOverhead(bench, shared);
  await compareCold(bench, shared);
  await compareMemory(bench, shared);
}

type Shared = Pick<Contender, 'cwd' | 'environment'>;

function single(bench: Bench, shared: Shared): Contender {
  return { ...shared, name: 'one invocation', command: commandOf(bench, '-f', 'f0', '-d', event) };
}

function suiteOf(bench: Bench, shared: Shared, name: string, ...args: readonly string[]): Contender {
  return { ...shared, name, command: commandOf(bench, 'test', ...args) };
}

/** 500 warm cases over 10 functions. */
async function compareWarm(bench: Bench, shared: Shared): Promise<void> {
  const count = 500;
  const name = `a suite of ${count}`;
  const suite = suiteOf(bench, shared, name, writeCases(shared.cwd, count, functionCount));
  const samples = await interleave([single(bench, shared), suite], bench.rounds);
  const oneMs = medianMs(samples, 'one invocation');
  printSamples(`${count} warm cases over ${functionCount} functions, against one invocation`, samples, oneMs);
  conclusion(bench, samples, 'suite', oneMs * count, name);
  if (!bench.hasPeers) return;
  const { osls } = installPeers(join(bench.root, '.cache'));
  const command: Contender['command'] = [bench.node.command, osls, 'invoke', 'local', '-f', 'f0', '-d', event];
  const peers = await interleave([{ ...shared, name: 'osls', command }], 20);
  const oslsMs = medianMs(peers, 'osls');
  printSamples('one invocation by osls', peers, oslsMs);
  conclusion(bench, samples, 'suiteToOsls', oslsMs * count, name);
}

/** A suite of one case. */
async function compareOne(bench: Bench, shared: Shared): Promise<void> {
  const suite = suiteOf(bench, shared, 'a suite of one case', writeCases(shared.cwd, 1, 1));
  const samples = await interleave([single(bench, shared), suite], bench.rounds);
  conclude(bench, 'a suite of one case, against one invocation', samples, 'suiteOfOne', ['one invocation'], suite.name);
}

/** What a warm case takes beyond what the function takes: from what a thousand more of them cost. */
async function compareOverhead(bench: Bench, shared: Shared): Promise<void> {
  const report = join(temporaryFolder(), 'results.json');
  const few = suiteOf(bench, shared, '100 cases', writeCases(shared.cwd, 100, 1));
  const many = suiteOf(bench, shared, '1,100 cases', writeCases(shared.cwd, 1100, 1), '--report-json', report);
  const samples = await interleave([few, many], Math.min(bench.rounds, 7));
  printSamples('warm cases with expectations of one function', samples, medianMs(samples, few.name));
  const { cases } = JSON.parse(readFileSync(report, 'utf8')) as { cases: readonly { readonly durationMs: number }[] };
  const eachMs = (medianMs(samples, many.name) - medianMs(samples, few.name)) / 1000;
  verdict(bench, 'suiteCase', eachMs, median(cases.map(({ durationMs }) => durationMs)));
}

/** A hundred cold cases, side by side and one after the other. */
async function compareCold(bench: Bench, shared: Shared): Promise<void> {
  const files = writeCases(shared.cwd, 100, 1);
  const contender = (name: string, concurrency: string): Contender =>
    suiteOf(bench, shared, name, files, '--isolate', 'case, false', '--concurrency', concurrency);
  const contenders = [contender('one by one', '1'), contender('two at a time', '2')];
  const samples = await interleave(contenders, Math.min(bench.rounds, 3));
  conclude(bench, '100 cold cases', samples, 'suiteCold', ['one by one'], 'two at a time');
}

/** The memory of a run of ten thousand cases. */
async function compareMemory(bench: Bench, shared: Shared): Promise<void> {
  const report = join(temporaryFolder(), 'results.json');
  const files = writeCases(shared.cwd, 10_000, functionCount);
  const sample = await runOnce(suiteOf(bench, shared, '10,000 cases', files, '--report-json', report));
  const samples: Samples = new Map([['10,000 cases', [sample]]]);
  printSamples('10,000 cases with results of 1 KB', samples, sample.wallMs);
  if (sample.peakMiB > 0) verdict(bench, 'suiteMemory', sample.peakMiB, 0);
}

function verdict({ verdicts, node }: Bench, row: Row, value: number, base: number): void {
  console.log(`  ${verdicts.add(row, node.version, value, base)}`);
}
