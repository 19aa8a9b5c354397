import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { actionEnvironment } from './action-environment.js';
import { writeServicesBySize } from './large-service.js';
import { type Contender, interleave, median, type Sample } from './measure.js';
import { type NativeService, writeNativeServices } from './native.js';
import { coldStartsMs } from './parallel.js';
import { installPeers } from './peers.js';
import { type Interpreter, nodeAt, python, writeService } from './service.js';
import { type Flavour, moduleCount, writeFlavour } from './typescript-service.js';
import { warmInvocationMs } from './warm.js';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'cli', 'index.js');
const action = join(root, 'dist', 'action', 'index.js');
const event = '{"name":"Ada"}';

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '15' },
    node: { type: 'string', multiple: true },
  },
});
const rounds = Number(options.rounds);

/** Prints min, median and max of each contender, and the ratio of its median to that of the base. */
function print(title: string, samples: Map<string, Sample[]>, baseMs: number): void {
  console.log(`\n${title}`);
  for (const [name, runs] of samples) {
    const walls = runs.map(({ wallMs }) => wallMs);
    const [low, middle, high] = [Math.min(...walls), median(walls), Math.max(...walls)];
    const peak = Math.max(...runs.map(({ peakMiB }) => peakMiB));
    console.log(
      `  ${name.padEnd(34)} ${low.toFixed(0).padStart(6)} ${middle.toFixed(0).padStart(6)} ${high.toFixed(0).padStart(6)} ms` +
        `   x ${(middle / baseMs).toFixed(2)}   peak ${peak.toFixed(0)} MiB`,
    );
  }
}

function medianOf(samples: Map<string, Sample[]>, name: string): number {
  return median((samples.get(name) ?? []).map(({ wallMs }) => wallMs));
}

async function benchNode(node: Interpreter, py: Interpreter | undefined): Promise<void> {
  const service = writeService(node, py);
  const path = [dirname(node.command), ...(py ? [dirname(py.command)] : []), process.env['PATH'] ?? ''].join(delimiter);
  const environment = { ...definedVariables(process.env), PATH: path };
  const contender = (name: string, command: readonly [string, ...string[]], more: object = {}): Contender => ({
    name,
    command,
    cwd: service,
    environment,
    ...more,
  });
  console.log(`\n== Node ${node.version}${py ? `, Python ${py.version}` : ''}, ${rounds} rounds: min, median, max`);

  const call = (name: string, argument: string): string =>
    `require('./handler').${name}(${argument}).then((r) => console.log(JSON.stringify(r)))`;
  const hello = await interleave(
    [
      contender('bare node', [node.command, '-e', call('hello', event)]),
      contender('invoke-local', [node.command, cli, '-f', 'hello', '-d', event]),
      contender('action', [node.command, action], {
        environment: { ...environment, ...actionEnvironment(service, { function: 'hello', data: event }) },
      }),
      ...peers(contender, node),
    ],
    rounds,
  );
  const bareNodeMs = medianOf(hello, 'bare node');
  print('a Node hello, against bare node', hello, bareNodeMs);

  if (py !== undefined) {
    const script = `import json, handler; print(json.dumps(handler.hello(json.loads('${event}'), None)))`;
    const samples = await interleave(
      [
        contender('bare node', [node.command, '-e', call('hello', event)]),
        contender('bare python3', [py.command, '-c', script]),
        contender('invoke-local', [node.command, cli, '-f', 'hello-python', '-d', event]),
      ],
      rounds,
    );
    const base = medianOf(samples, 'bare node') + medianOf(samples, 'bare python3');
    print('a Python hello, against bare node and bare python3 together', samples, base);
  }

  const input = Buffer.from(
    JSON.stringify({ items: Array.from({ length: 50_000 }, (_, id) => ({ id, text: 'é'.repeat(35) })) }),
  );
  const readAll = `JSON.parse(require('fs').readFileSync(0, 'utf8'))`;
  const echo = await interleave(
    [
      contender('bare node', [node.command, '-e', call('echo', readAll)], { input }),
      contender('invoke-local', [node.command, cli, '-f', 'echo'], { input }),
    ],
    Math.ceil(rounds / 2),
  );
  print(`a ${(input.length / 1e6).toFixed(1)} MB event, echoed`, echo, medianOf(echo, 'bare node'));

  const logs = await interleave(
    [
      contender('bare node', [node.command, '-e', call('logs', '')]),
      contender('invoke-local', [node.command, cli, '-f', 'logs', '-d', '{}']),
    ],
    3,
  );
  print('50 MB of logs (peak: of the parent alone)', logs, medianOf(logs, 'bare node'));
}

/** The shell's own environment, as a user's has it: what it holds can cost every Node its start (`NODE_EXTRA_CA_CERTS` does). */
function definedVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A cold run of TypeScript against one of JavaScript that does the same. */
async function benchTypeScript(node: Interpreter): Promise<void> {
  const environment = { PATH: [dirname(node.command), process.env['PATH'] ?? ''].join(delimiter) };
  const flavours: Flavour[] = ['JavaScript', 'TypeScript, esbuild', 'TypeScript, no esbuild'];
  const services = flavours.map((name) => ({
    name,
    cwd: writeFlavour(name, node, join(root, 'node_modules', 'esbuild')),
  }));
  for (const [name, title] of [
    ['hello', 'a TypeScript hello'],
    ['many', `a TypeScript project of ${moduleCount} modules`],
  ]) {
    const command = [node.command, cli, '-f', name ?? '', '-d', event] as const;
    const samples = await interleave(
      services.map((service) => ({ ...service, command, environment })),
      rounds,
    );
    print(`${title}, against JavaScript`, samples, medianOf(samples, 'JavaScript'));
  }
}

/** What a large configuration costs: a function of many, against the same one alone. */
async function benchLargeService(node: Interpreter): Promise<void> {
  const environment = { PATH: [dirname(node.command), process.env['PATH'] ?? ''].join(delimiter) };
  const services = await writeServicesBySize();
  const samples = await interleave(
    services.map(({ name, cwd, function: key }) => ({
      name,
      cwd,
      command: [node.command, cli, '-f', key, '-d', event] as const,
      environment,
    })),
    rounds,
  );
  const [alone = '', ...large] = services.map(({ name }) => name);
  print(
    'a function of a service of 200 functions and 400 variables, against one alone',
    samples,
    medianOf(samples, alone),
  );
  for (const name of large) {
    console.log(`  ${name} add ${(medianOf(samples, name) - medianOf(samples, alone)).toFixed(0)} ms`);
  }
}

/** A hello in a compiled language, whose runtime is AWS's own client for it. */
async function benchNative(node: Interpreter, { language, folder, bootstrap }: NativeService): Promise<void> {
  const environment = { PATH: [dirname(node.command), process.env['PATH'] ?? ''].join(delimiter) };
  const bare = `bare ${language}`;
  const shared = { cwd: folder, environment };
  const samples = await interleave(
    [
      { ...shared, name: 'bare node', command: [node.command, '-e', '0'] },
      { ...shared, name: bare, command: [bootstrap, 'bare'] },
      { ...shared, name: 'invoke-local', command: [node.command, cli, '-f', 'hello', '-d', event] },
    ],
    rounds,
  );
  const base = medianOf(samples, 'bare node') + medianOf(samples, bare);
  print(`a ${language} hello, against bare node and the bare program together`, samples, base);
}

/** What cold starts gain from running at the same time. */
async function benchColdStarts(service: string, count: number): Promise<void> {
  const oneByOneMs = await coldStartsMs(service, root, count, 1);
  const togetherMs = await coldStartsMs(service, root, count, undefined);
  console.log(
    `\n${count} cold starts: ${oneByOneMs.toFixed(0)} ms one by one, ${togetherMs.toFixed(0)} ms ${availableParallelism()} at a time` +
      `   x ${(togetherMs / oneByOneMs).toFixed(2)}`,
  );
}

function peers(
  contender: (name: string, command: readonly [string, ...string[]]) => Contender,
  node: Interpreter,
): Contender[] {
  if (!options.peers) return [];
  const { osls, lambdaLocal } = installPeers(join(root, '.cache'));
  return [
    contender('osls', [node.command, osls, 'invoke', 'local', '-f', 'hello', '-d', event]),
    contender('lambda-local', [node.command, lambdaLocal, '-l', 'handler.js', '-h', 'hello', '-e', 'event.json']),
  ];
}

const others = ['node-24'].map((name) => join(root, 'node_modules', name, 'bin', 'node')).filter(existsSync);
const nodes = (options.node ?? [process.execPath, ...others]).map(nodeAt);
const py = python();
for (const node of nodes) {
  await benchNode(node, py);
  await benchTypeScript(node);
  await benchLargeService(node);
}
const natives = await writeNativeServices();
for (const native of natives) await benchNative(nodeAt(process.execPath), native);
const service = writeService(nodeAt(process.execPath), undefined);
await benchColdStarts(service, 8);
const eachMs = await warmInvocationMs(service, join(root, 'runtimes'));
console.log(`\n1,000 warm invocations of one sandbox: ${eachMs.toFixed(3)} ms each`);
