import type { Flag, FlagName } from '../flags.js';

/** The flags of `invoke-local test` besides those of an invocation, in the order of the help. */
export const testFlags = {
  'test-name': {
    kind: 'value',
    short: 't',
    placeholder: 'PATTERN',
    help: 'Only cases whose name matches, a regular expression',
  },
  tags: { kind: 'value', placeholder: 'TAGS', help: 'Only cases with one of these tags, parted by commas' },
  functions: {
    kind: 'value',
    placeholder: 'GLOBS',
    help: "Functions whose events are their cases, such as '*' (repeatable)",
  },
  events: {
    kind: 'value',
    placeholder: 'GLOBS',
    help: 'Where these are (default: events/{function}/*.json; repeatable)',
  },
  update: { kind: 'switch', short: 'u', help: 'Write snapshots anew, and remove obsolete ones' },
  concurrency: {
    kind: 'value',
    placeholder: 'N',
    help: 'How many functions run at a time (default: the number of cores)',
  },
  isolate: {
    kind: 'value',
    placeholder: 'WORD',
    help: 'case: each case gets a cold sandbox of its own, and cases run side by side, too; auto, true, false: see --help of a single invocation',
  },
  'fail-fast': { kind: 'switch', help: 'End the run with the first case that fails' },
  retries: { kind: 'value', placeholder: 'N', help: 'How often a case that failed is tried again (default: 0)' },
  'fail-on-flaky': { kind: 'switch', help: 'Fail where a case passed only when it was tried again' },
  'timeout-minutes': { kind: 'value', placeholder: 'N', help: 'How long the whole run may take' },
  plan: { kind: 'switch', help: 'Print a matrix of balanced shards as JSON, and run nothing' },
  shards: {
    kind: 'value',
    placeholder: 'N',
    help: 'How many shards a plan has, at most 256 (default: such that each takes about a minute)',
  },
  shard: { kind: 'value', placeholder: 'I/N', help: 'Run one of N balanced parts of the suite, such as 3/8' },
  'earlier-results': {
    kind: 'value',
    placeholder: 'FILES',
    help: 'Results of an earlier run, by whose durations shards are balanced (repeatable)',
  },
  'compare-with': {
    kind: 'value',
    placeholder: 'REF',
    help: 'Run the cases at another commit, too, and show what changed: a branch, a hash, or "auto" for the merge base',
  },
  'compare-install': {
    kind: 'value',
    placeholder: 'CMD',
    help: 'Installs the dependencies of that commit, where its lock file is another',
  },
  'compare-build': { kind: 'value', placeholder: 'CMD', help: 'Builds the code of that commit' },
  'fail-on': {
    kind: 'value',
    placeholder: 'WHAT',
    help: 'failures (default), regressions, or changes since that commit',
  },
  watch: { kind: 'switch', help: 'After each change of a file, run the cases that it is about again' },
  'allow-empty': { kind: 'switch', help: 'Pass where there is no case at all' },
} as const satisfies Readonly<Record<string, Flag>>;

export type TestFlagName = keyof typeof testFlags;

/** The flags of an invocation that a suite takes as well. */
export const sharedFlags: ReadonlySet<FlagName> = new Set<FlagName>([
  'service',
  'env',
  'stage',
  'region',
  'aws-profile',
  'role-to-assume',
  'role-session-name',
  'role-external-id',
  'role-duration-seconds',
  'config',
  'param',
  'opt',
  'variable',
  'variables-file',
  'working-directory',
  'interpreter',
  'java-runtime-client',
  'image-packages',
  'network',
  'package',
  'layer',
  'no-fetch-layers',
  'no-extensions',
  'aws',
  'cassette',
  'stubs',
  'aws-calls-file',
  'permissions',
  'permissions-role',
  'no-fail-on-denied',
  'no-inherit-env',
  'no-install-esbuild',
  'report-json',
  'report-junit',
  'report-html',
  'coverage',
  'quiet',
  'help',
]);

/** What says the same of a case as a flag that only an invocation has. */
export const insteadOf: Readonly<Partial<Record<FlagName, string>>> = {
  function: 'Choose cases by their names with -t, or take functions with --functions.',
  data: 'A case file says what the events are: `data`.',
  path: 'A case file says what the events are: `path`.',
  raw: 'A case file says it of each event: `raw`.',
  context: 'A case file says it of each case: `context`.',
  contextPath: 'A case file says it of each case: `context`.',
};
