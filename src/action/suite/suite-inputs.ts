import { UserError } from '../../diagnostics/user-error.js';
import type { ProjectRequest } from '../../invoke/request.js';
import { readSuiteInput, splitLines, splitWords } from '../../suite/cases/read-suite-input.js';
import type { SuiteSources } from '../../suite/cases/suite-sources.js';
import { readComparison } from '../../suite/comparison/comparison-request.js';
import { defaultRunning, type Running } from '../../suite/run/running.js';
import { parseShard, parseShardCount } from '../../suite/shards/shard.js';
import type { SuiteRequest } from '../../suite/suite-request.js';
import { refuseInvocationInputs, refuseServerInputs } from '../asked-for.js';
import { boolean, type Environment, isolation, present, text, verbatim } from '../input-values.js';
import { type ConclusionInputs, readConclusionInputs, readProjectInputs } from '../inputs.js';

/** The inputs for a suite, read and checked. */
export interface SuiteInputs extends ConclusionInputs, SuiteRequest {
  /** The project, as cases without settings of their own have it. */
  readonly request: ProjectRequest;
  readonly sources: SuiteSources;
}

const msPerMinute = 60_000;
/** The longest delay of a timer in Node.js, in minutes. */
const mostMinutes = Math.floor((2 ** 31 - 1) / msPerMinute);

/**
 * Reads the inputs for a suite from the variables that the runner makes of them.
 * @param workspace the folder that `working-directory` is relative to. Absolute.
 * @throws UserError where an input is malformed, or belongs to a single invocation.
 */
export function readSuiteInputs(environment: Environment, workspace: string): SuiteInputs {
  refuseServerInputs(environment);
  refuseInvocationInputs(environment);
  const request = readProjectInputs(environment, workspace);
  return present<SuiteInputs>({
    request,
    sources: readSources(environment, request.workingDirectory),
    testName: namePattern(environment),
    tags: words(environment, 'tags'),
    update: boolean(environment, 'update', false),
    running: readRunning(environment),
    ...readShards(environment),
    earlierResults: splitLines(text(environment, 'earlier-results') ?? ''),
    comparison: readComparison(
      {
        'compare-with': text(environment, 'compare-with'),
        'compare-install': text(environment, 'compare-install'),
        'compare-build': text(environment, 'compare-build'),
        'fail-on': text(environment, 'fail-on'),
      },
      (name) => `The input \`${name}\``,
    ),
    ...readConclusionInputs(environment),
  });
}

function readRunning(environment: Environment): Running {
  return present<Running>({
    concurrency: wholeNumber(environment, 'concurrency', 1, 1024),
    isolate: isolation(environment).eachCase ? 'case' : 'function',
    failFast: boolean(environment, 'fail-fast', defaultRunning.failFast),
    retries: wholeNumber(environment, 'retries', 0, 100) ?? defaultRunning.retries,
    failsOnFlaky: boolean(environment, 'fail-on-flaky', defaultRunning.failsOnFlaky),
    timeoutMs: minutes(environment),
  });
}

function readShards(environment: Environment): Pick<SuiteInputs, 'plan' | 'shards' | 'shard'> {
  const plan = boolean(environment, 'plan', false);
  const [count, shard] = [text(environment, 'shards'), text(environment, 'shard')];
  if (plan && shard !== undefined) {
    throw new UserError({
      code: 'shard-and-plan',
      message: 'The input `plan` lists all shards, and `shard` runs one of them: they exclude each other.',
      hint: 'Plan in a job of its own, and say how many shards there are to be by `shards`.',
    });
  }
  if (!plan && count !== undefined) {
    throw new UserError({
      code: 'shards-without-plan',
      message: 'The input `shards` says how many shards a plan has, and means nothing without `plan: true`.',
      hint: `To run one of them write \`shard: 1/${count}\`.`,
    });
  }
  return {
    plan,
    ...(count === undefined ? {} : { shards: parseShardCount(count, 'The input `shards`') }),
    ...(shard === undefined ? {} : { shard: parseShard(shard, 'The input `shard`') }),
  };
}

function readSources(environment: Environment, folder: string): SuiteSources {
  const functions = words(environment, 'functions');
  const events = words(environment, 'events');
  if (events.length > 0 && functions.length === 0) {
    throw new UserError({
      code: 'events-without-functions',
      message: 'The input `events` says where the events of `functions` are, and no function is named there.',
      hint: "Write `functions: '*'` for all functions.",
    });
  }
  return {
    folder,
    ...readSuiteInput(verbatim(environment, 'suite') ?? ''),
    functions,
    events,
    allowEmpty: boolean(environment, 'allow-empty', false),
  };
}

function words(environment: Environment, name: string): string[] {
  return splitWords(text(environment, name) ?? '');
}

function namePattern(environment: Environment): RegExp | undefined {
  const pattern = text(environment, 'test-name');
  if (pattern === undefined) return undefined;
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    throw new UserError({
      code: 'input-not-regex',
      message: `The input \`test-name\` is no regular expression: ${(error as Error).message}.`,
      hint: 'To look for a text with `(`, `[`, `*` or the like in it, write a backslash in front of each.',
    });
  }
}

function wholeNumber(environment: Environment, name: string, least: number, most: number): number | undefined {
  const value = text(environment, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw notANumber(name, value, `a whole number from ${least} to ${most}`);
}

function minutes(environment: Environment): number | undefined {
  const value = text(environment, 'timeout-minutes');
  if (value === undefined) return undefined;
  const number = /^(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
  if (number > 0 && number <= mostMinutes) return Math.ceil(number * msPerMinute);
  throw notANumber('timeout-minutes', value, `a number of minutes greater than 0, and at most ${mostMinutes}`);
}

function notANumber(name: string, value: string, wanted: string): UserError {
  return new UserError({
    code: 'input-not-number',
    message: `The input \`${name}\` is ${JSON.stringify(value)}, and takes ${wanted}.`,
  });
}
