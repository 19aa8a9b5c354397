import type { CaseResult } from '../case-result.js';
import type { ValueType } from '../expectations/pattern.js';
import { knownPath, snapshotDifference, withoutIgnored } from '../snapshots/compare-snapshot.js';
import type { CaseComparison } from './comparison.js';
import type { Observations } from './observations.js';

/** What came of a case at two commits. */
export interface TwoResults {
  /** Absent where its service was not there. */
  readonly before: CaseResult | undefined;
  readonly now: CaseResult;
}

/** What the cases gave at two commits. */
export interface TwoObservations {
  readonly before: Observations;
  readonly now: Observations;
}

/**
 * What became of a case.
 * @returns `undefined` where it was skipped
 */
export function compareCase({ before, now }: TwoResults, observations: TwoObservations): CaseComparison | undefined {
  if (now.status === 'skipped') return undefined;
  const none = { varying: [] };
  if (now.status === 'stopped' || before?.status === 'stopped') {
    return {
      kind: 'unknown',
      message: `It was not run to its end ${now.status === 'stopped' ? 'now' : 'before'}.`,
      ...none,
    };
  }
  const passes = now.status === 'passed' || now.status === 'flaky';
  if (before === undefined || isAbsent(before)) {
    const message = 'Its function was not there before.';
    return { kind: passes ? 'new' : 'broken', message, ...none };
  }
  if (before.status === 'not-run') return fromNotRun(before, now, passes);
  const passed = before.status !== 'failed';
  if (now.status === 'not-run') {
    const message = `It could not be run: ${oneLine(now.diagnostic.message)}`;
    return { kind: passed ? 'broken' : 'changed', message, ...none };
  }
  return compareRuns({ passed, passes, id: now.id, ignored: ignoredBy(now) }, observations);
}

/** Whether a case could not be run since there was no such function, or no service at all. */
function isAbsent(result: CaseResult): boolean {
  return result.status === 'not-run' && ['function-unknown', 'config-missing'].includes(result.diagnostic.code);
}

function fromNotRun(
  before: Extract<CaseResult, { readonly status: 'not-run' }>,
  now: CaseResult,
  passes: boolean,
): CaseComparison {
  const was = oneLine(before.diagnostic.message);
  if (now.status === 'not-run' && now.diagnostic.code === before.diagnostic.code) {
    const isSame = oneLine(now.diagnostic.message) === was;
    return isSame
      ? { kind: 'same', varying: [] }
      : { kind: 'changed', message: `It could not be run before for another reason: ${was}`, varying: [] };
  }
  // Whether it would have failed in the same way is not known, so that it may be broken now.
  return { kind: passes ? 'fixed' : 'broken', message: `It could not be run before: ${was}`, varying: [] };
}

interface TwoRuns {
  readonly passed: boolean;
  readonly passes: boolean;
  readonly id: string;
  /** The paths that the case says vary. */
  readonly ignored: readonly string[];
}

function compareRuns({ passed, passes, id, ignored }: TwoRuns, observations: TwoObservations): CaseComparison {
  const { before, now } = observations;
  const varies = commonPlaces(before.varies(id), now.varies(id));
  const difference = differenceOf(id, ignored, varies, observations);
  const [measuresBefore, measuresNow] = [before.measures(id), now.measures(id)];
  const facts = {
    ...difference,
    varying: Object.keys(varies),
    ...(measuresBefore === undefined || measuresNow === undefined
      ? {}
      : { measures: { before: measuresBefore, now: measuresNow } }),
  };
  if (passes) {
    if (!passed) return { kind: 'fixed', ...facts };
    return { kind: difference === undefined ? 'same' : 'changed', ...facts };
  }
  if (passed) return { kind: 'broken', ...facts };
  if (difference === undefined) return { kind: 'same', ...facts };
  // A function that could not even be loaded before may have been so for want of a build, and not have failed otherwise.
  return { kind: failedToLoad(before, id) && !failedToLoad(now, id) ? 'broken' : 'changed', ...facts };
}

/** How what a case gives now differs from what it gave before, but for the places that vary; `undefined` if it does not. */
export function differenceOf(
  id: string,
  ignored: readonly string[],
  varies: Readonly<Record<string, ValueType>>,
  { before, now }: TwoObservations,
): Pick<CaseComparison, 'message' | 'diff'> | undefined {
  if (before.digest(id) === now.digest(id)) return undefined;
  const [was, is] = [before.value(id), now.value(id)];
  if (was === undefined || is === undefined) return undefined;
  const paths = ignored.map(knownPath);
  const finding = snapshotDifference({ value: was, varies }, withoutIgnored(is, paths), paths);
  if (finding === undefined) return undefined;
  const message = finding.message.replace(/^Not as recorded: /, '').replaceAll(/ was expected\./g, ' before.');
  return { message, ...(finding.diff === undefined ? {} : { diff: finding.diff }) };
}

/** The paths that a case says vary. */
export function ignoredBy({ case: { expect } }: CaseResult): readonly string[] {
  return expect.snapshot?.ignore ?? [];
}

/** The places that vary at both commits, with the same type. */
export function commonPlaces(
  one: Readonly<Record<string, ValueType>>,
  other: Readonly<Record<string, ValueType>>,
): Record<string, ValueType> {
  return Object.fromEntries(Object.entries(one).filter(([path, type]) => other[path] === type));
}

/**
 * The types of errors of a function that was never invoked, since its code could not be loaded
 * (the runtimes' own: https://github.com/aws/aws-lambda-nodejs-runtime-interface-client, and those of other languages alike).
 */
const loadFailures =
  /^Runtime\.(?:ImportModuleError|HandlerNotFound|UserCodeSyntaxError|MalformedHandlerName|InvalidEntrypoint|ExitError)$/;

/** Whether the function of a case could not be loaded. */
export function failedToLoad(observations: Observations, id: string): boolean {
  const value = observations.value(id);
  const type = typeof value === 'object' && value !== null ? (value as { errorType?: unknown }).errorType : undefined;
  return typeof type === 'string' && loadFailures.test(type);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
