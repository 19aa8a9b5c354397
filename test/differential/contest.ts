import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SandboxInvocation } from '../../src/lambda/sandbox/sandbox-options.js';
import type { HandlerLaunch } from './aws-clients.js';
import { type Observation, observedSession, type Part, telemetryVariable } from './observe.js';
import { laterFile, type StartCase } from './start-case.js';

/** The two clients that are held against each other, for one runtime. */
export interface Contest {
  readonly runtime: string;
  /** AWS's client. */
  readonly theirs: HandlerLaunch;
  /** Our bootstrap. */
  readonly ours: HandlerLaunch;
}

/** What was seen of one case under both clients. */
export interface Comparison {
  readonly theirs: readonly Seen[];
  readonly ours: readonly Seen[];
}

/** An invocation, and after the last one how the processes ended. */
export type Seen = Observation | { readonly exitCodes: string };

/** A part in which the two can differ. */
export type DifferingPart = Part | 'exit';

/** Handlers of one module that are served by one sandbox, one after the other. */
export interface Group {
  readonly taskRoot: string;
  readonly handler: string;
  readonly titles: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly details?: Partial<SandboxInvocation>;
  /** Whether our bootstrap is contained, as it is by default for users. */
  readonly isContained?: boolean;
  /** The runtime that is declared, where it is not the contest's. */
  readonly runtime?: string;
}

/** Runs a group's handlers under both clients. @returns what was seen, by title */
export async function compareGroup(contest: Contest, group: Group): Promise<ReadonlyMap<string, Comparison>> {
  const [theirs, ours] = await Promise.all([runGroup(contest, 'theirs', group), runGroup(contest, 'ours', group)]);
  return new Map(
    group.titles.map((title, index) => [
      title,
      { theirs: theirs.slice(index, index + 1), ours: ours.slice(index, index + 1) },
    ]),
  );
}

async function runGroup(contest: Contest, side: Side, group: Group): Promise<Observation[]> {
  const { taskRoot, handler, environment, details } = group;
  await using session = await observedSession({
    ...started(contest, side, handler, taskRoot, environment),
    taskRoot,
    handler,
    runtime: group.runtime ?? contest.runtime,
    isContained: side === 'ours' && group.isContained === true,
  });
  const seen: Observation[] = [];
  for (const title of group.titles) {
    seen.push(await session.invoke(JSON.stringify({ case: title }), details));
  }
  return seen;
}

/**
 * Runs one function under both clients, each in processes of its own.
 * @param isContained whether our bootstrap is contained
 */
export async function compareStart(contest: Contest, start: StartCase, isContained: boolean): Promise<Comparison> {
  const taskRoot = await realpath(await mkdtemp(join(tmpdir(), 'invoke-local-start-')));
  try {
    for (const [path, text] of Object.entries(start.files)) {
      const file = join(taskRoot, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const theirs = await runStart(contest, 'theirs', taskRoot, start);
    return { theirs, ours: await runStart(contest, 'ours', taskRoot, start, isContained) };
  } finally {
    await rm(taskRoot, { recursive: true, force: true });
  }
}

async function runStart(
  contest: Contest,
  side: Side,
  taskRoot: string,
  start: StartCase,
  isContained = false,
): Promise<Seen[]> {
  const { handler = 'index.handler', events = ['{}'], details, environment, timeoutMs, failsLater = false } = start;
  await using session = await observedSession({
    ...started(contest, side, handler, taskRoot, environment),
    taskRoot,
    handler,
    runtime: contest.runtime,
    isContained,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const seen: Seen[] = [];
  for (const event of events) {
    const observation = await session.invoke(event, details);
    seen.push(pathless(withoutLastWords(observation), taskRoot));
    if (failsLater && event !== events.at(-1)) {
      await writeFile(join(taskRoot, laterFile), '');
      await session.hasFailed();
      await rm(join(taskRoot, laterFile));
      if (side === 'ours') await session.hasEnded();
    }
  }
  seen.push({ exitCodes: await session.exitCodes() });
  return seen;
}

type Side = 'theirs' | 'ours';

function started(
  contest: Contest,
  side: Side,
  handler: string,
  taskRoot: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const launch = contest[side](handler, taskRoot);
  return side === 'ours'
    ? { launch, environment }
    : { launch: { ...launch, environment: { ...launch.environment, ...telemetryVariable } }, environment };
}

/**
 * A runtime that has reported why it could not start is ended at once, so that what Node.js or Python itself would still say on
 * standard error comes or does not.
 */
function withoutLastWords(observation: Observation): Observation {
  const hasReported = /INIT_REPORT .*Status: error\tError Type: (?!Runtime\.ExitError)/.test(observation.platform);
  return hasReported ? { ...observation, stderr: '' } : observation;
}

/** A temporary task root by a name that does not change. */
function pathless(observation: Observation, taskRoot: string): Observation {
  return JSON.parse(JSON.stringify(observation).replaceAll(taskRoot, '/var/task')) as Observation;
}

/** The parts in which what was seen of the two differs. */
export function differingParts({ theirs, ours }: Comparison): DifferingPart[] {
  const parts = new Set<DifferingPart>();
  for (const [index, seen] of theirs.entries()) {
    const other = ours[index];
    if ('exitCodes' in seen) {
      if (other !== undefined && 'exitCodes' in other && differ(seen.exitCodes, other.exitCodes)) parts.add('exit');
      continue;
    }
    for (const part of ['answer', 'stdout', 'stderr', 'platform'] as const) {
      const ofOurs = other === undefined || 'exitCodes' in other ? undefined : other[part];
      if (JSON.stringify(ofOurs) !== JSON.stringify(seen[part])) parts.add(part);
    }
  }
  return [...parts].sort();
}

/** A sandbox may have ended a process before it ended itself: codes are compared where as many were noted. */
function differ(theirs: string, ours: string): boolean {
  return theirs !== ours && theirs.split('\n').length === ours.split('\n').length && theirs !== '' && ours !== '';
}

/** Runs tasks, at most `width` at a time. */
export async function inParallel<T>(width: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task !== undefined) results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return results;
}
