import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { buildEnvironment } from '../../src/lambda/environment/build-environment.js';
import { withOverrides } from '../../src/lambda/environment/overrides.js';
import type { LogSource } from '../../src/lambda/platform-log/log-sink.js';
import type { Launch } from '../../src/lambda/sandbox/process/launch.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import type { SandboxInvocation } from '../../src/lambda/sandbox/sandbox-options.js';
import { lambdaFunction } from '../lambda/lambda-function.js';
import { roomFor, unlinked } from './contained.js';
import { normalizedAnswer, normalizedLog, normalizedPlatform } from './normalize.js';
import { decodeTelemetry } from './telemetry.js';

/** What can be seen of an invocation from outside, less what can't be the same in two runs. */
export interface Observation {
  /** How it ended, and what the caller got. */
  readonly answer: unknown;
  readonly stdout: string;
  readonly stderr: string;
  /** The platform's lines, which tell the type of an error for metrics. */
  readonly platform: string;
}

/** A part of an observation. */
export type Part = keyof Observation;

export interface SessionSettings {
  readonly launch: Launch;
  readonly taskRoot: string;
  readonly handler: string;
  readonly runtime: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Whether it is contained, where this machine can. */
  readonly isContained?: boolean;
}

/** A sandbox whose invocations are observed. */
export interface ObservedSession extends AsyncDisposable {
  invoke(event: string, details?: Partial<SandboxInvocation>): Promise<Observation>;
  /** Waits until Node.js has said of an error that nobody caught what it says of it. */
  hasFailed(): Promise<void>;
  /** Waits until the process that served the last invocation has ended. */
  hasEnded(): Promise<void>;
  /** The exit codes of the processes that ended by themselves. */
  exitCodes(): Promise<string>;
}

/** The last that Node.js says of an error that nobody caught. */
const lastLine = /^Node\.js v\S+\s*$/m;

/** How long what a runtime does after its answer may take here, in ms. A busy machine takes longer than the product waits. */
const settleTimeoutMs = 2_000;

/** How often it is looked whether something has happened, in ms. */
const pollMs = 10;

/** Runs the rest of its arguments with descriptor 3 as a second standard output, and notes their exit code in a file. */
const noteExitCode = 'file=$1; shift; "$@" 3>&1; code=$?; echo "$code" >> "$file"; exit "$code"';

/** Starts a sandbox for a handler under some client of the Runtime API. */
export async function observedSession(settings: SessionSettings): Promise<ObservedSession> {
  const { taskRoot, handler, runtime, timeoutMs = 10_000, isContained = false } = settings;
  const launch = unlinked(settings.launch);
  const fn = lambdaFunction({ handler, runtime, sourceRoot: taskRoot, timeoutMs, memorySizeMiB: 512 });
  const configured = await buildEnvironment({
    function: fn,
    host: { PATH: process.env['PATH'] },
    inherit: false,
    credentials: undefined,
    logStreamName: '2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef',
    report: () => {},
  });
  const environment = withOverrides(configured, settings.environment ?? {}, undefined);
  const notes = await mkdtemp(join(await realpath(tmpdir()), 'invoke-local-differential-'));
  const room = isContained ? roomFor({ taskRoot, command: launch.command, writable: notes }) : undefined;
  const exits = join(notes, 'exits');
  await writeFile(exits, '');
  let log: { chunk: Buffer; source: LogSource }[] = [];
  const sandbox = await Sandbox.create({
    candidates: [
      {
        ...launch,
        command: '/bin/sh',
        args: ['-c', noteExitCode, 'sh', exits, launch.command, ...launch.args],
      },
    ],
    environment,
    workingDirectory: taskRoot,
    timeoutMs,
    memorySizeMiB: fn.memorySizeMiB,
    settleTimeoutMs,
    functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:svc-dev-hello',
    ...(room === undefined ? {} : { room }),
    logs: { write: (chunk, source) => void log.push({ chunk, source }) },
  });
  const written = (source: LogSource): Buffer =>
    Buffer.concat(log.filter((piece) => piece.source === source).map(({ chunk }) => chunk));
  let count = 0;
  return {
    async invoke(event, details) {
      log = [];
      count += 1;
      const requestId = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
      const outcome = await sandbox.invoke({ requestId, event: Buffer.from(event), ...details });
      return {
        answer: normalizedAnswer(outcome, taskRoot),
        stdout: normalizedLog(decodeTelemetry(written('stdout')), taskRoot),
        stderr: normalizedLog(written('stderr').toString('utf8'), taskRoot),
        platform: normalizedPlatform(written('platform').toString('utf8')),
      };
    },
    hasFailed: async () => {
      while (!lastLine.test(written('stderr').toString('utf8'))) await sleep(pollMs);
    },
    hasEnded: async () => {
      while (sandbox.isWarm) await sleep(pollMs);
    },
    exitCodes: async () => (await readFile(exits, 'utf8')).trim(),
    async [Symbol.asyncDispose]() {
      await sandbox[Symbol.asyncDispose]();
      await rm(notes, { recursive: true, force: true });
    },
  };
}

/** The variable by which a managed runtime is told of its telemetry pipe. */
export const telemetryVariable = { _LAMBDA_TELEMETRY_LOG_FD: '3' };
