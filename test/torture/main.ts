// Runs everything that is hostile, contained and not, and says where a promise was not kept: `npm run torture`. Names may be given.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../paths.js';
import { type Promised, type Torment, torments } from './torments.js';

const entry = join(repositoryRoot, 'lib', 'src', 'cli', 'index.js');
const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
const limitMs = 60_000;
const secret = 'stolen-secret';

const preamble = `const fs = require('node:fs'); const child = require('node:child_process');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const attempt = (work) => { try { return work() } catch (error) { return String(error.code) } };
exports.handler = async (event) => {`;

const usual = `service: s\nprovider: { name: aws, runtime: RUNTIME, timeout: SECONDS, memorySize: 256 }\nfunctions: { f: { handler: h.handler } }\n`;

/** Makes a runner's folders with a service in them. */
function prepare(
  root: string,
  seconds: string,
  { handler = 'return 1;', files = {}, configuration = usual, timeoutSeconds = 30 }: Torment,
): void {
  const all = {
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
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`service/${name}`, text])),
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** Runs one of them. @returns what is wrong, if anything */
async function torment(each: Torment, isolate: 'true' | 'false'): Promise<string[]> {
  const root = mkdtempSync('/tmp/invoke-local-torture-');
  const seconds = String(1_000_000 + torments.indexOf(each));
  prepare(root, seconds, each);
  const environment = {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    GITHUB_OUTPUT: join(root, 'commands', 'set_output'),
    RUNNER_TEMP: join(root, 'temp'),
    GITHUB_TOKEN: secret,
    TORTURE_ROOT: root,
  };
  const args = ['-f', 'f', '-d', '{}', '-w', join(root, 'service'), '--isolate', isolate, ...(each.args ?? [])];
  if (each.args?.includes('-p')) args.splice(args.indexOf('-d'), 2);
  const process_ = spawn(process.execPath, [entry, ...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const keep = (chunk: Buffer): void => {
    if (printed.length < 2e6) printed += chunk.toString('latin1');
  };
  process_.stdout.on('data', keep);
  process_.stderr.on('data', keep);
  const timer = setTimeout(() => process_.kill('SIGKILL'), limitMs);
  const code = await new Promise<number | null>((resolve) => process_.once('close', resolve));
  clearTimeout(timer);
  const wrong: string[] = [];
  const promised = isolate === 'true' ? (each.contained ?? each.promised) : each.promised;
  const came = outcomeOf(code);
  if (came !== promised) wrong.push(`${came ?? `exit code ${code}`}, and not ${promised}: ${printed.slice(-300)}`);
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

const names = process.argv.slice(2);
const asked = torments.filter(({ name }) => names.length === 0 || names.includes(name));
const startedMs = performance.now();
let broken = 0;
let count = 0;
for (const isolate of ['true', 'false'] as const) {
  const queue = asked.filter(({ onlyContained }) => isolate === 'true' || onlyContained !== true);
  count += queue.length;
  const work = async (): Promise<void> => {
    for (let each = queue.shift(); each !== undefined; each = queue.shift()) {
      for (const problem of await torment(each, isolate)) {
        broken += 1;
        console.error(`${each.name} (${isolate === 'true' ? 'contained' : 'not contained'}): ${problem}`);
      }
    }
  };
  await Promise.all(Array.from({ length: names.length > 0 ? 1 : availableParallelism() }, work));
}
console.log(`${count} torments in ${((performance.now() - startedMs) / 1000).toFixed(0)} s, ${broken} broken promises`);
process.exitCode = broken === 0 ? 0 : 1;
