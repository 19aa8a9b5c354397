// Runs everything that is hostile, contained and not, and says where a promise was not kept: `npm run torture`. Names may be given;
// TORTURE_SEED repeats what chance has put together, of which there are TORTURE_RANDOM (200).
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { distFolder } from '../paths.js';
import { writeZip } from '../write-zip.js';
import { randomTorments } from './random-torments.js';
import { type Promised, type Torment, type TormentFile, torments } from './torments.js';

const entry = join(distFolder, 'cli', 'index.js');
const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
const limitMs = 60_000;
const secret = 'stolen-secret';
const cache = mkdtempSync('/tmp/invoke-local-torture-cache-');

const preamble = `const fs = require('node:fs'); const child = require('node:child_process');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const attempt = (work) => { try { return work() } catch (error) { return String(error.code) } };
exports.handler = async (event) => {`;

const usual = `service: s\nprovider: { name: aws, runtime: RUNTIME, timeout: SECONDS, memorySize: 256 }\nfunctions: { f: { handler: h.handler } }\n`;

/** Makes a runner's folders with a service in them. */
async function prepare(
  root: string,
  seconds: string,
  { handler = 'return 1;', files = {}, configuration = usual, timeoutSeconds = 30 }: Torment,
): Promise<void> {
  const all: Record<string, TormentFile> = {
    'service/serverless.yml': configuration
      .replaceAll('RUNTIME', runtime)
      .replaceAll('SECONDS', String(timeoutSeconds)),
    'service/h.js': `${preamble}\n${handler.replaceAll('SLEEP', seconds)}\n};\n//# sourceMappingURL=h.js.map\n`,
    'service/.git/config': `[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic ${secret}\n`,
    'commands/set_output': secret,
    [`temp/${secret}`]: secret,
    'home/.ssh/id': secret,
    'home/.aws/credentials': secret,
    'home/.npmrc': secret,
    'outside/secret': secret,
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`service/${name}`, text])),
  };
  for (const [name, content] of Object.entries(all)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else if ('zip' in content) await writeZip(file, typeof content.zip === 'function' ? content.zip() : content.zip);
    else if ('link' in content) symlinkSync(content.link.replace('OUTSIDE', join(root, 'outside')), file);
    else writeRepeated(file, content);
  }
}

function writeRepeated(file: string, { head = '', repeated, times }: Extract<TormentFile, { times: number }>): void {
  const output = openSync(file, 'w');
  writeSync(output, head);
  const many = repeated.repeat(10_000);
  for (let written = 0; written < times; written += 10_000) writeSync(output, many);
  closeSync(output);
}

/** Whether it is contained, as the input says it. */
type Isolation = 'true' | 'false';

/** Runs one of them. @returns what is wrong, if anything */
async function torment(each: Torment, isolate: Isolation): Promise<string[]> {
  const root = mkdtempSync('/tmp/invoke-local-torture-');
  // A number that no other one sleeps for, in the other way either.
  const seconds = String(1_000_000 + 2 * all.indexOf(each) + (isolate === 'true' ? 0 : 1));
  await prepare(root, seconds, each);
  const environment = {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    GITHUB_OUTPUT: join(root, 'commands', 'set_output'),
    RUNNER_TEMP: join(root, 'temp'),
    GITHUB_TOKEN: secret,
    TORTURE_ROOT: root,
    // What is compiled of our own code is kept, as it is on a machine.
    ...(each.environment !== undefined && 'HOME' in each.environment ? {} : { XDG_CACHE_HOME: cache }),
    ...each.environment,
  };
  const further = (each.args ?? []).map((text) => text.replaceAll('OUTSIDE', join(root, 'outside')));
  const args = ['-f', 'f', '-d', '{}', '-w', join(root, 'service'), '--isolate', isolate, ...further];
  if (each.args?.includes('-p')) args.splice(args.indexOf('-d'), 2);
  const process_ = spawn(process.execPath, [entry, ...args], {
    cwd: join(root, 'service'),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    if (printed.length < 2e6) printed += chunk.toString('latin1');
  };
  if (each.isClosed) process_.stdout.destroy();
  else process_.stdout.on('data', keep);
  process_.stderr.on('data', keep);
  const timer = setTimeout(() => process_.kill('SIGKILL'), limitMs);
  const code = await new Promise<number | null>((resolve) => process_.once('exit', resolve));
  // Something that was left behind may hold its pipes.
  await Promise.race([new Promise((resolve) => process_.once('close', resolve)), sleep(1_000)]);
  process_.stdout.destroy();
  process_.stderr.destroy();
  clearTimeout(timer);
  const wrong: string[] = [];
  const promised = isolate === 'true' ? (each.contained ?? each.promised) : each.promised;
  const came = outcomeOf(code);
  if (came === undefined || ![promised].flat().includes(came)) {
    wrong.push(`${came ?? `exit code ${code}`}, and not ${promised}: ${printed.slice(-600)}`);
  }
  if (existsSync(join(root, 'slipped')) || existsSync('/tmp/invoke-local-slipped') || existsSync('/tmp/slipped'))
    wrong.push('a file has slipped out');
  if (readFileSync(join(root, 'outside', 'secret'), 'utf8') !== secret && !each.args?.includes('--report-json'))
    wrong.push('a file outside was changed');
  if (isolate === 'true' && each.hides !== undefined && printed.includes(each.hides))
    wrong.push('it got what is hidden');
  const left = await leftOver(seconds);
  if (left.length > 0) wrong.push(`${left.length} processes are left`);
  rmSync(root, { recursive: true, force: true });
  return wrong;
}

function outcomeOf(code: number | null): Promised | undefined {
  return ({ 0: 'answers', 1: 'fails', 2: 'refused' } as const)[code ?? -1];
}

/** The processes that torments leave behind, once they had a moment to end. */
async function leftOver(seconds: string): Promise<string[]> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const left = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandOf(pid).endsWith(`sleep\0${seconds}\0`),
    );
    if (left.length === 0 || waitedMs >= 1_000) return left;
    await sleep(100);
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

/** What this process and those that it has waited for have taken, where the system tells it (proc_pid_stat(5), in 1/100 s). */
function processorSeconds(): string {
  if (!existsSync('/proc/self/stat')) return '?';
  const [, rest = ''] = readFileSync('/proc/self/stat', 'latin1').split(') ');
  const taken = rest
    .split(' ')
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0);
  return (taken / 100).toFixed(0);
}

const names = process.argv.slice(2);
const seed = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000_000);
const randomCount = Number(process.env['TORTURE_RANDOM'] ?? 200);
const all = [...torments, ...randomTorments(seed, randomCount, usual)];
console.log(`TORTURE_SEED=${seed}`);
const asked = all.filter(({ name }) => names.length === 0 || names.includes(name));
const startedMs = performance.now();
// Of those that chance has made, each is tried in one way.
const ways = (each: Torment, index: number): readonly Isolation[] => {
  if (each.onlyContained === true) return ['true'];
  const isRandom = names.length === 0 && each.name.startsWith('random ');
  return isRandom ? [index % 2 === 0 ? 'true' : 'false'] : ['true', 'false'];
};
const queue = asked
  .flatMap((each, index) => ways(each, index).map((isolate) => ({ each, isolate })))
  .sort((a, b) => Number(b.each.isLong === true) - Number(a.each.isLong === true));
const count = queue.length;
let broken = 0;
const work = async (): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { each, isolate } = next;
    for (const problem of await torment(each, isolate)) {
      broken += 1;
      console.error(`${each.name} (${isolate === 'true' ? 'contained' : 'not contained'}): ${problem}`);
    }
  }
};
// Many of them do nothing but wait.
await Promise.all(Array.from({ length: names.length > 0 ? 1 : 3 * availableParallelism() }, work));
rmSync(cache, { recursive: true, force: true });
const took = `${((performance.now() - startedMs) / 1000).toFixed(0)} s (${processorSeconds()} s of a processor)`;
console.log(`${count} torments in ${took}, ${broken} broken promises`);
process.exitCode = broken === 0 ? 0 : 1;
