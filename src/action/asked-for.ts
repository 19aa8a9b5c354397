import { UserError } from '../diagnostics/user-error.js';
import { boolean, type Environment, isolation, saysMore, text } from './input-values.js';

/** The inputs that ask for reports. */
const reports = ['report-json', 'report-junit', 'report-html'] as const;

/** The inputs that ask for a suite. */
const asking = ['suite', 'functions', 'merge'] as const;

/** The inputs that only a suite has. */
const ofSuites = [
  'events',
  'test-name',
  'tags',
  'update',
  'concurrency',
  'fail-fast',
  'retries',
  'fail-on-flaky',
  'timeout-minutes',
  'allow-empty',
  'plan',
  'shards',
  'shard',
  'earlier-results',
  'compare-with',
  'compare-install',
  'compare-build',
  'fail-on',
] as const;

/** The inputs that only a single invocation has, and what a suite has in their place. */
const ofInvocations = {
  function: 'Name functions by `functions`, or choose cases by `test-name` and `tags`.',
  data: 'Write it into a case, as `data`.',
  path: 'Write it into a case, as `path`, or say where the events are by `events`.',
  raw: 'Write it into a case, as `raw`.',
  'data-command': 'Write it into a case, as `data-command`.',
  event: 'Write it into a case, as `event`.',
  'event-source': 'Write it into a case, as `event-source`.',
  context: 'Write it into a case, as `context`.',
  'context-path': 'Write its content into a case, as `context`.',
} as const;

/** The inputs that only a server has. */
const ofServers = ['serve-port'] as const;

/** The inputs that a server has in common with a suite. */
const ofServersToo: readonly string[] = ['concurrency'];

/** Whether the step is asked to serve functions, rather than to run any; also where it says so in a way that is wrong. */
export function mayServe(environment: Environment): boolean {
  return saysMore(environment, 'serve');
}

/**
 * Refuses the inputs that say which function or event there is where functions are served.
 * @throws UserError where one is set to more than its default, or `serve` is no boolean
 */
export function refuseInputsBesideServe(environment: Environment): void {
  boolean(environment, 'serve', false);
  const suites = ofSuites.filter((name) => !ofServersToo.includes(name));
  const others = [...asking, ...suites, ...Object.keys(ofInvocations), 'coverage', ...reports];
  const name = others.find((each) => saysMore(environment, each));
  if (name === undefined) return;
  throw new UserError({
    code: 'input-beside-serve',
    message: `The input \`${name}\` asks for something to be run, and \`serve\` runs what is asked for from outside.`,
    hint: 'Serve in a step of its own. All functions of the service are served.',
  });
}

/**
 * Refuses the inputs of a server where none is asked for.
 * @throws UserError where one is set
 */
export function refuseServerInputs(environment: Environment): void {
  const name = ofServers.find((each) => saysMore(environment, each));
  if (name === undefined) return;
  throw new UserError({
    code: 'input-of-servers',
    message: `The input \`${name}\` belongs to a server, and none is asked for.`,
    hint: 'Ask for one by `serve: true`.',
  });
}

/** Whether the step is asked for a suite, rather than for one invocation. */
export function asksForSuite(environment: Environment): boolean {
  return asking.some((name) => text(environment, name) !== undefined);
}

/**
 * Refuses the inputs of suites where one invocation is asked for: they would be passed over in silence.
 * @throws UserError where one is set to more than its default
 */
export function refuseSuiteInputs(environment: Environment): void {
  const isOfSuite = isolation(environment).eachCase ? 'isolate' : undefined;
  const name = ofSuites.find((each) => saysMore(environment, each)) ?? isOfSuite;
  if (name === undefined) return;
  throw new UserError({
    code: 'input-of-suites',
    message: `The input \`${name}\` belongs to a suite, and none is asked for.`,
    hint: "Ask for one by `suite` (case files, or cases), or by `functions: '*'`.",
  });
}

/** Whether the step is asked to merge results, rather than to run anything. */
export function asksForMerge(environment: Environment): boolean {
  return text(environment, 'merge') !== undefined;
}

/**
 * Refuses the inputs of a suite where results are merged.
 * @throws UserError where one is set to more than its default
 */
export function refuseInputsBesideMerge(environment: Environment): void {
  const others = ['suite', 'functions', ...ofSuites, ...Object.keys(ofInvocations)];
  const name = others.find((each) => saysMore(environment, each));
  if (name === undefined) return;
  throw new UserError({
    code: 'input-beside-merge',
    message: `The input \`${name}\` asks for something to be run, and \`merge\` runs nothing.`,
    hint: 'Merge in a step of its own.',
  });
}

/**
 * Refuses the inputs of a single invocation where a suite is asked for.
 * @throws UserError where one is set to more than its default
 */
export function refuseInvocationInputs(environment: Environment): void {
  const [name, hint] = Object.entries(ofInvocations).find(([each]) => saysMore(environment, each)) ?? [];
  if (name === undefined) return;
  const suite = asking.find((each) => saysMore(environment, each));
  throw new UserError({
    code: 'input-of-invocations',
    message: `The input \`${name}\` belongs to a single invocation, and \`${suite}\` asks for a suite.`,
    hint,
  });
}
