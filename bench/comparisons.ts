import { delimiter, dirname, join } from 'node:path';
import { actionEnvironment } from './action-environment.js';
import { writeServicesBySize, writeValidatedServices } from './large-service.js';
import type { Row } from './limits.js';
import { type Contender, interleave, medianMs, type Samples } from './measure.js';
import type { NativeService } from './native.js';
import { installPeers } from './peers.js';
import { printSamples } from './print.js';
import { type Interpreter, writeService } from './service.js';
import { type Flavour, moduleCount, writeFlavour } from './typescript-service.js';
import type { Verdicts } from './verdicts.js';

/** What every comparison needs. */
export interface Bench {
  /** The Node that runs invoke-local, and what it is compared with. */
  readonly node: Interpreter;
  readonly python: Interpreter | undefined;
  readonly rounds: number;
  /** Whether other tools are measured too. */
  readonly hasPeers: boolean;
  /** The root of the repository. Absolute. */
  readonly root: string;
  readonly verdicts: Verdicts;
}

type Command = Contender['command'];

const event = '{"name":"Ada"}';
const product = 'invoke-local';
const bareNode = 'bare node';
const barePython = 'bare python3';

/** The shell's environment as a user's has it: this one costs every Node its start. */
export function environmentFor({ node, python }: Pick<Bench, 'node' | 'python'>): Record<string, string> {
  const { NODE_EXTRA_CA_CERTS: _, ...own } = process.env;
  const PATH = [node, python].flatMap((program) => (program === undefined ? [] : [dirname(program.command)]));
  return { ...defined(own), PATH: [...PATH, own['PATH'] ?? ''].join(delimiter) };
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The bundles under test: the committed ones, or others as in the tests. */
function distIn(root: string): string {
  return process.env['INVOKE_LOCAL_TEST_DIST'] ?? join(root, 'dist');
}

/** Runs the command, without containment unless the arguments say otherwise: what that costs is a row of its own. */
export function commandOf({ node, root }: Bench, ...args: readonly string[]): Command {
  const isolation = args.includes('--isolate') ? [] : ['--isolate', 'false'];
  return [node.command, join(distIn(root), 'cli', 'index.js'), ...args, ...isolation];
}

function bareCall({ node }: Bench, name: string, argument: string): Command {
  return [node.command, '-e', `require('./handler').${name}(${argument}).then((r) => console.log(JSON.stringify(r)))`];
}

/** Prints a comparison, and what one of its contenders took, against its bases together and its limit. */
export function conclude(
  bench: Bench,
  title: string,
  samples: Samples,
  row: Row,
  base: readonly string[],
  name = product,
): void {
  const baseMs = medianMs(samples, ...base);
  printSamples(title, samples, baseMs);
  conclusion(bench, samples, row, baseMs, name);
}

/** Prints what one of the contenders took, against its base and its limit. */
export function conclusion(
  { node, verdicts }: Bench,
  samples: Samples,
  row: Row,
  baseMs: number,
  name = product,
): void {
  console.log(`  ${name}: ${verdicts.add(row, node.version, medianMs(samples, name), baseMs)}`);
}

/** A hello in Node, by the command and by the action. */
export async function compareNode(bench: Bench): Promise<void> {
  const { node, rounds } = bench;
  const shared = { cwd: writeService(node, undefined), environment: environmentFor(bench) };
  const step = actionEnvironment(shared.cwd, { function: 'hello', data: event, isolate: 'false' });
  const samples = await interleave(
    [
      { ...shared, name: bareNode, command: bareCall(bench, 'hello', event) },
      { ...shared, name: product, command: commandOf(bench, '-f', 'hello', '-d', event) },
      {
        ...shared,
        name: 'action',
        command: [node.command, join(distIn(bench.root), 'action', 'index.js')],
        environment: { ...shared.environment, ...step },
      },
      ...peers(bench).map((peer) => ({ ...shared, ...peer })),
    ],
    rounds,
  );
  conclude(bench, 'a Node hello, against bare node', samples, 'node', [bareNode]);
  conclusion(bench, samples, 'action', medianMs(samples, bareNode), 'action');
}

/** A hello in Node, contained and not. */
export async function compareContained(bench: Bench): Promise<void> {
  const shared = { cwd: writeService(bench.node, undefined), environment: environmentFor(bench) };
  const call = (name: string, isolate: string) => ({
    ...shared,
    name,
    command: commandOf(bench, '-f', 'hello', '-d', event, '--isolate', isolate),
  });
  const uncontained = 'not contained';
  const samples = await interleave([call(uncontained, 'false'), call(product, 'true')], bench.rounds);
  conclude(bench, 'a Node hello, contained, against one that is not', samples, 'contained', [uncontained]);
}

function peers({ hasPeers, node, root }: Bench): Pick<Contender, 'name' | 'command'>[] {
  if (!hasPeers) return [];
  const { osls, lambdaLocal } = installPeers(join(root, '.cache'));
  return [
    { name: 'osls', command: [node.command, osls, 'invoke', 'local', '-f', 'hello', '-d', event] },
    {
      name: 'lambda-local',
      command: [node.command, lambdaLocal, '-l', 'handler.js', '-h', 'hello', '-e', 'event.json'],
    },
  ];
}

/** A hello in Python. */
export async function comparePython(bench: Bench, python: Interpreter): Promise<void> {
  const shared = { cwd: writeService(bench.node, python), environment: environmentFor(bench) };
  const script = `import json, handler; print(json.dumps(handler.hello(json.loads('${event}'), None)))`;
  const samples = await interleave(
    [
      { ...shared, name: bareNode, command: bareCall(bench, 'hello', event) },
      { ...shared, name: barePython, command: [python.command, '-c', script] },
      { ...shared, name: product, command: commandOf(bench, '-f', 'hello-python', '-d', event) },
    ],
    bench.rounds,
  );
  const title = `a hello in Python ${python.version}, against bare node and bare python3 together`;
  conclude(bench, title, samples, 'python', [bareNode, barePython]);
}

/** A hello in a compiled language, whose runtime is AWS's own client for it. */
export async function compareNative(bench: Bench, { language, folder, bootstrap }: NativeService): Promise<void> {
  const shared = { cwd: folder, environment: environmentFor(bench) };
  const bareProgram = `bare ${language}`;
  const samples = await interleave(
    [
      { ...shared, name: bareNode, command: [bench.node.command, '-e', '0'] },
      { ...shared, name: bareProgram, command: [bootstrap, 'bare'] },
      { ...shared, name: product, command: commandOf(bench, '-f', 'hello', '-d', event) },
    ],
    bench.rounds,
  );
  const title = `a ${language} hello, against bare node and the bare program together`;
  const base = [bareNode, bareProgram];
  if (language === 'Go') conclude(bench, title, samples, 'go', base);
  else printSamples(title, samples, medianMs(samples, ...base));
}

/** A large event there and back, by standard input and output. */
export async function compareEcho(bench: Bench): Promise<void> {
  const items = Array.from({ length: 50_000 }, (_, id) => ({ id, text: 'é'.repeat(35) }));
  const input = Buffer.from(JSON.stringify({ items }));
  const shared = { cwd: writeService(bench.node, undefined), environment: environmentFor(bench), input };
  const samples = await interleave(
    [
      {
        ...shared,
        name: bareNode,
        command: bareCall(bench, 'echo', `JSON.parse(require('fs').readFileSync(0, 'utf8'))`),
      },
      { ...shared, name: product, command: commandOf(bench, '-f', 'echo') },
    ],
    bench.rounds,
  );
  conclude(bench, `a ${(input.length / 1e6).toFixed(1)} MB event, echoed`, samples, 'echo', [bareNode]);
}

/** 50 MB of lines. */
export async function compareLogs(bench: Bench): Promise<void> {
  const shared = { cwd: writeService(bench.node, undefined), environment: environmentFor(bench) };
  const samples = await interleave(
    [
      { ...shared, name: bareNode, command: bareCall(bench, 'logs', '') },
      { ...shared, name: product, command: commandOf(bench, '-f', 'logs', '-d', '{}') },
    ],
    bench.rounds,
  );
  conclude(bench, '50 MB of logs (peak: of the parent alone)', samples, 'logs', [bareNode]);
}

/** A cold run of TypeScript against one of JavaScript that does the same. */
export async function compareTypeScript(bench: Bench): Promise<void> {
  const flavours: readonly Flavour[] = ['JavaScript', 'TypeScript, esbuild', 'TypeScript, no esbuild'];
  const services = flavours.map((name) => ({
    name,
    cwd: writeFlavour(name, bench.node, join(bench.root, 'node_modules', 'esbuild')),
    environment: environmentFor(bench),
  }));
  const run = (name: string): Promise<Samples> => {
    const command = commandOf(bench, '-f', name, '-d', event);
    return interleave(
      services.map((service) => ({ ...service, command })),
      bench.rounds,
    );
  };
  const hello = await run('hello');
  printSamples('a TypeScript hello, against JavaScript', hello, medianMs(hello, 'JavaScript'));
  const title = `a TypeScript project of ${moduleCount} modules, against JavaScript`;
  conclude(bench, title, await run('many'), 'typescript', ['JavaScript'], 'TypeScript, no esbuild');
}

/** What a large configuration costs: a function of many, against the same one alone. */
export async function compareLargeService(bench: Bench): Promise<void> {
  const services = await writeServicesBySize();
  const samples = await interleave(
    services.map(({ name, cwd, function: key }) => ({
      name,
      cwd,
      command: commandOf(bench, '-f', key, '-d', event),
      environment: environmentFor(bench),
    })),
    bench.rounds,
  );
  const [alone = '', ...large] = services.map(({ name }) => name);
  const baseMs = medianMs(samples, alone);
  printSamples('a function of a service of 200 functions and 400 variables, against one alone', samples, baseMs);
  for (const name of large) conclusion(bench, samples, 'service', baseMs, name);
}

/** What validating a plain configuration adds to a run of one of its functions. */
export async function compareValidation(bench: Bench): Promise<void> {
  const services = await writeValidatedServices();
  const samples = await interleave(
    services.map(({ name, cwd, function: key }) => ({
      name,
      cwd,
      command: commandOf(bench, '-f', key, '-d', event),
      environment: environmentFor(bench),
    })),
    bench.rounds,
  );
  const [without = '', validated = ''] = services.map(({ name }) => name);
  conclude(bench, 'a function of a service of 20, validated', samples, 'validation', [without], validated);
}
