import { UserError } from '../../diagnostics/user-error.js';
import { splitWords } from '../../suite/cases/read-suite-input.js';
import { readComparison } from '../../suite/comparison/comparison-request.js';
import { defaultRunning, type Running } from '../../suite/run/running.js';
import { parseShard, parseShardCount } from '../../suite/shards/shard.js';
import type { SuiteRequest } from '../../suite/suite-request.js';
import { type FlagName, flag } from '../flags.js';
import { type Options, parseOptions } from '../options.js';
import { isolationOf } from '../request.js';
import { insteadOf, sharedFlags, type TestFlagName, testFlags } from './test-flags.js';

/** The command line of `invoke-local test`. */
export interface TestOptions extends SuiteRequest {
  /** What stands in it for each invocation. */
  readonly shared: Options;
  readonly files: readonly string[];
  readonly functions: readonly string[];
  readonly events: readonly string[];
  readonly allowEmpty: boolean;
  /** Whether cases are run again when files change. */
  readonly watch: boolean;
}

/**
 * Reads the command line.
 * @throws UserError where a flag is unknown, means nothing for suites, or has a value that it can't have
 */
export function parseTestOptions(argv: readonly string[]): TestOptions {
  const { values, rest } = takeOwn(argv);
  const files: string[] = [];
  const isolate = values.get('isolate')?.at(-1);
  const parsed = parseOptions(rest, (argument) => files.push(argument));
  const shared = isolate === undefined ? parsed : { ...parsed, values: { ...parsed.values, isolate } };
  refuseUnshared(parsed);
  if (shared.values.coverage && isOn(values, 'watch')) throw coverageOfWatch();
  const words = (name: TestFlagName): string[] => (values.get(name) ?? []).flatMap((value) => splitWords(value));
  const name = values.get('test-name')?.at(-1);
  return {
    shared,
    files,
    ...(name === undefined ? {} : { testName: namePattern(name) }),
    tags: words('tags'),
    functions: words('functions'),
    events: words('events'),
    update: isOn(values, 'update'),
    allowEmpty: isOn(values, 'allow-empty'),
    watch: isOn(values, 'watch'),
    running: runningOf(values),
    ...shardOptions(values),
    earlierResults: values.get('earlier-results') ?? [],
    ...comparisonOption(values),
  };
}

type Values = ReadonlyMap<TestFlagName, readonly string[]>;

function runningOf(values: Values): Running {
  const last = (name: TestFlagName): string | undefined => values.get(name)?.at(-1);
  const concurrency = last('concurrency');
  const retries = last('retries');
  const minutes = last('timeout-minutes');
  return {
    ...defaultRunning,
    ...(concurrency === undefined ? {} : { concurrency: wholeNumber('concurrency', concurrency, 1) }),
    isolate: isolationOf(last('isolate')).eachCase ? 'case' : 'function',
    failFast: isOn(values, 'fail-fast'),
    retries: retries === undefined ? 0 : wholeNumber('retries', retries, 0),
    failsOnFlaky: isOn(values, 'fail-on-flaky'),
    ...(minutes === undefined ? {} : { timeoutMs: minutesIn(minutes) }),
  };
}

function shardOptions(values: Values): Pick<TestOptions, 'plan' | 'shards' | 'shard'> {
  const plan = isOn(values, 'plan');
  const [count, shard] = [values.get('shards')?.at(-1), values.get('shard')?.at(-1)];
  if (plan && shard !== undefined) {
    throw new UserError({
      code: 'shard-and-plan',
      message: 'The flag --plan lists all shards, and --shard runs one of them: they exclude each other.',
      hint: 'Say how many shards there are to be with --shards.',
    });
  }
  if (!plan && count !== undefined) {
    throw new UserError({
      code: 'shards-without-plan',
      message: 'The flag --shards says how many shards a plan has, and means nothing without --plan.',
      hint: `To run one of them write --shard 1/${count}.`,
    });
  }
  return {
    plan,
    ...(count === undefined ? {} : { shards: parseShardCount(count, 'The flag --shards') }),
    ...(shard === undefined ? {} : { shard: parseShard(shard, 'The flag --shard') }),
  };
}

function comparisonOption(values: Values): Pick<TestOptions, 'comparison'> {
  const names = ['compare-with', 'compare-install', 'compare-build', 'fail-on'] as const;
  const written = Object.fromEntries(names.map((name) => [name, values.get(name)?.at(-1)]));
  const comparison = readComparison(written, (name) => `The flag --${name}`);
  return comparison === undefined ? {} : { comparison };
}

/** Takes the flags of suites out of a command line. */
function takeOwn(argv: readonly string[]): { values: Values; rest: readonly string[] } {
  const values = new Map<TestFlagName, string[]>();
  const rest: string[] = [];
  const waiting = [...argv];
  for (let argument = waiting.shift(); argument !== undefined; argument = waiting.shift()) {
    const [, written = argument, inline] = /^(--[^=]+|-[^-])=?(.+)?$/s.exec(argument) ?? [];
    const name = ownFlags.get(written);
    if (name === undefined) {
      rest.push(argument);
      continue;
    }
    const value = inline ?? (testFlags[name].kind === 'switch' ? 'true' : waiting.shift());
    if (value === undefined) {
      throw new UserError({ code: 'flag-without-value', message: `The flag ${written} needs a value.` });
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, rest };
}

const ownFlags = new Map<string, TestFlagName>(
  (Object.keys(testFlags) as TestFlagName[]).flatMap((name) => {
    const own = testFlags[name];
    return [[`--${name}`, name] as const, ...('short' in own ? [[`-${own.short}`, name] as const] : [])];
  }),
);

function refuseUnshared({ values, switches }: Options): void {
  for (const name of [...(Object.keys(values) as FlagName[]), ...switches]) {
    if (sharedFlags.has(name)) continue;
    const { short } = flag(name);
    throw new UserError({
      code: 'flag-without-meaning',
      message: `The flag --${name}${short === undefined ? '' : ` (-${short})`} means nothing for a suite.`,
      hint: insteadOf[name] ?? '`invoke-local test --help` lists the flags.',
    });
  }
}

function coverageOfWatch(): UserError {
  return new UserError({
    code: 'flags-exclude-each-other',
    message: 'The flags --coverage and --watch exclude each other: what runs again and again has no coverage.',
    hint: 'Leave one of them out.',
  });
}

function isOn(values: Values, name: TestFlagName): boolean {
  const value = values.get(name)?.at(-1) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw invalid(name, 'takes no value, or true or false', value);
}

function namePattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    throw new UserError({
      code: 'flag-value-invalid',
      message: `The flag -t takes a regular expression: ${(error as Error).message}.`,
    });
  }
}

function wholeNumber(name: TestFlagName, text: string, least: number): number {
  if (/^\d{1,4}$/.test(text) && Number(text) >= least) return Number(text);
  throw invalid(name, `takes a whole number from ${least} on`, text);
}

/** The longest delay of a timer in Node, in ms. */
const longestMs = 2_147_483_647;

function minutesIn(text: string): number {
  const timeoutMs = Number(text) * 60_000;
  if (text.trim() !== '' && timeoutMs > 0 && timeoutMs <= longestMs) return timeoutMs;
  throw invalid('timeout-minutes', 'takes a number of minutes greater than 0', text);
}

function invalid(name: TestFlagName, what: string, value: string): UserError {
  return new UserError({
    code: 'flag-value-invalid',
    message: `The flag --${name} ${what}, and "${value}" was given.`,
  });
}
