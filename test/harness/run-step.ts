import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { distFolder, repositoryRoot } from '../paths.js';
import { type ActionMetadata, inputVariables, readActionMetadata } from './action-metadata.js';
import { type CommandEffects, createCommandProcessor } from './command-processor.js';
import { createFileCommands, type FileCommandEffects, readFileCommands } from './file-commands.js';
import { forEachLine } from './lines.js';
import { processesLeftBehind, processesTrackedBy } from './orphans.js';
import { createSecretMasker } from './secret-masker.js';

/** How long the runner waits for the end of a step that it cancels, before it sends a second signal, in ms (`ProcessInvoker.cs`). */
export const runnersPatienceMs = 7_500;

/** A step with `uses:`. */
export interface Step {
  /** The folder of the action: that of its action.yml. */
  readonly action: string;
  readonly with?: Readonly<Record<string, string>>;
  /** The step's `env`. */
  readonly env?: Readonly<Record<string, string>>;
  /** The workspace, which is the folder that the action runs in. A fresh empty one by default. */
  readonly workspace?: string;
  /** The Node that the runner brings. This process's own by default. */
  readonly node?: string;
  /** Called with each line of output, and the process: to send it signals. */
  readonly onLine?: (line: string, child: ChildProcess) => void;
  /** Whether its post step is run, with the state that its main step has left. */
  readonly post?: { readonly state: Readonly<Record<string, string>>; readonly runnerTemp: string };
  /** The number by which the runner finds what the steps of a job leave behind. That of a job of its own by default. */
  readonly trackingId?: string;
  /** Whether it leaves processes behind on purpose, so that nobody waits for their end. */
  readonly leavesProcesses?: boolean;
  /** Called when the process has been started. */
  readonly onSpawn?: (child: ChildProcess) => void;
}

/** What became of a step. */
export interface StepResult extends Omit<CommandEffects, 'outputs' | 'failures'>, Omit<FileCommandEffects, 'failures'> {
  readonly outcome: 'success' | 'failure';
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** The names of the outputs that GitHub would not pass on to another job. */
  readonly droppedJobOutputs: readonly string[];
  /** What the runner found wrong. */
  readonly failures: readonly string[];
  /** Processes that the step left behind. */
  readonly orphans: readonly number[];
  /** The raw lines, before masking. */
  readonly rawLines: readonly string[];
  readonly runnerTemp: string;
  readonly durationMs: number;
}

/** The variables of the shell that the runner itself was started from, and that are not the caller's. */
function machineVariables(): Record<string, string> {
  const names = ['PATH', 'HOME', 'USERPROFILE', 'TEMP', 'TMP', 'TMPDIR', 'SystemRoot', 'PATHEXT', 'COMSPEC'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** The file that an action runs: this repository's own in the folder of the bundles under test. */
function entryOf(action: string, main: string): string {
  return action === repositoryRoot ? join(distFolder, relative('dist', main)) : join(action, main);
}

function programOf({ runs }: ActionMetadata, { post }: Step): string {
  if (post === undefined) return runs.main;
  if (runs.post === undefined) throw new Error('The action has no post step.');
  return runs.post;
}

/** Runs a step as the runner runs it: a clean environment, inputs as variables, fresh files, and commands in the output. */
export async function runStep(step: Step): Promise<StepResult> {
  const metadata = readActionMetadata(step.action);
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'runner-')));
  const workspace = step.workspace ?? join(root, 'work');
  const runnerTemp = step.post?.runnerTemp ?? join(root, 'temp');
  for (const folder of [workspace, runnerTemp]) mkdirSync(folder, { recursive: true });
  const files = createFileCommands(runnerTemp, randomUUID());
  const trackingId = step.trackingId ?? `github_${randomUUID()}`;
  const masker = createSecretMasker();
  const processor = createCommandProcessor(masker);
  const rawLines: string[] = [];

  const startedAt = performance.now();
  const child = spawn(step.node ?? process.execPath, [entryOf(step.action, programOf(metadata, step))], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...machineVariables(),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_RUN_ID: '1',
      GITHUB_REPOSITORY: 'octo/service',
      RUNNER_TEMP: runnerTemp,
      RUNNER_TOOL_CACHE: join(root, 'tools'),
      RUNNER_OS: 'Linux',
      RUNNER_TRACKING_ID: trackingId,
      ACTIONS_RUNTIME_TOKEN: 'the-runtime-token',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-id-token-request-token',
      ...files,
      ...step.env,
      ...inputVariables(metadata, step.with ?? {}),
      ...Object.fromEntries(Object.entries(step.post?.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    },
  });
  step.onSpawn?.(child);
  const take = (line: string): void => {
    rawLines.push(line);
    processor.line(line);
    step.onLine?.(line, child);
  };
  const exit = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve([code, signal]));
  });
  await Promise.all([forEachLine(child.stdout, take), forEachLine(child.stderr, take)]);
  const [exitCode, signal] = await exit;
  const durationMs = performance.now() - startedAt;

  const { outputs: commandOutputs, failures: commandFailures, ...commands } = processor.effects;
  const { failures: fileFailures, ...told } = readFileCommands(files, masker);
  const failures = [...commandFailures, ...fileFailures];
  const outputs = { ...commandOutputs, ...told.outputs };
  return {
    ...commands,
    ...told,
    outcome: exitCode === 0 && failures.length === 0 ? 'success' : 'failure',
    exitCode,
    signal,
    outputs,
    droppedJobOutputs: Object.keys(outputs).filter((name) => masker.hasSecret(outputs[name] ?? '')),
    failures,
    orphans: step.leavesProcesses ? processesTrackedBy(trackingId) : await processesLeftBehind(trackingId),
    rawLines,
    runnerTemp,
    durationMs,
  };
}
