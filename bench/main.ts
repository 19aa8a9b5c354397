import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Bench,
  compareContained,
  compareEcho,
  compareLargeService,
  compareLogs,
  compareNative,
  compareNode,
  comparePython,
  compareTypeScript,
  compareValidation,
} from './comparisons.js';
import { compareGateway } from './gateway.js';
import { writeNativeServices } from './native.js';
import { coldStartsMs } from './parallel.js';
import { nodeAt, pythonOnPath, writeService } from './service.js';
import { measureShards } from './shards.js';
import { compareSuites } from './suites.js';
import { compareTemplates } from './templates.js';
import { Verdicts } from './verdicts.js';
import { warmInvocationMs } from './warm.js';

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '15' },
    node: { type: 'string', multiple: true },
    only: { type: 'string', multiple: true },
  },
});

const root = join(import.meta.dirname, '..', '..');
const rounds = Number(options.rounds);
const others = ['node-24'].map((name) => join(root, 'node_modules', name, 'bin', 'node')).filter(existsSync);
const nodes = (options.node ?? [process.execPath, ...others]).map(nodeAt);
const python = pythonOnPath();
const verdicts = new Verdicts();
const isAsked = (name: string): boolean => options.only?.includes(name) ?? true;
const natives = isAsked('native') ? await writeNativeServices() : [];

for (const node of nodes) {
  console.log(`\n== Node ${node.version}, ${rounds} rounds: min, median, max`);
  const bench: Bench = { node, python, rounds, hasPeers: options.peers, root, verdicts };
  if (isAsked('node')) await compareNode(bench);
  if (isAsked('contained') && process.platform === 'linux') await compareContained(bench);
  if (isAsked('python') && python !== undefined) await comparePython(bench, python);
  for (const native of natives) await compareNative(bench, native);
  if (isAsked('echo')) await compareEcho(bench);
  if (isAsked('logs')) await compareLogs(bench);
  if (isAsked('typescript')) await compareTypeScript(bench);
  if (isAsked('service')) await compareLargeService(bench);
  if (isAsked('validation')) await compareValidation(bench);
  if (isAsked('templates')) await compareTemplates(bench);
  if (isAsked('gateway')) await compareGateway(bench);
  if (isAsked('suites')) await compareSuites(bench);
  if (isAsked('shards')) await measureShards(bench);
}

if (options.only === undefined) {
  const service = writeService(nodeAt(process.execPath), undefined);
  const [oneByOneMs, togetherMs] = [await coldStartsMs(service, root, 8, 1), await coldStartsMs(service, root, 8)];
  console.log(
    `\n8 cold starts: ${oneByOneMs.toFixed(0)} ms one by one, ${togetherMs.toFixed(0)} ms ${availableParallelism()} at a time` +
      `   x ${(togetherMs / oneByOneMs).toFixed(2)}`,
  );
  const eachMs = await warmInvocationMs(service, join(root, 'runtimes'));
  console.log(`\n1,000 warm invocations of one sandbox: ${eachMs.toFixed(3)} ms each`);
}

console.log(`\n${verdicts.table()}`);
if (verdicts.areExceeded) process.exitCode = 1;
