import { isUtf8 } from 'node:buffer';
import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import type { InvocationResult } from '../../invoke/result.js';
import { placedCall } from '../calls/reported-call.js';
import type { InvocationReport } from '../invocation-report.js';
import type { ReportedCase, ReportedPlace, ReportedProblem, SuiteReport } from '../suite/suite-report.js';

/**
 * Invocations as a suite without expectations, so that the page shows them too: a case for each one.
 * @param base the folder that places are told relative to. Absolute.
 */
export function invocationSuite(reports: readonly InvocationReport[], base: string): SuiteReport {
  const cases = reports.map((report, index) => invocationCase(report, index, base));
  const count = (...statuses: readonly ReportedCase['status'][]): number =>
    cases.filter(({ status }) => statuses.includes(status)).length;
  const failed = count('failed', 'not-run');
  const starts = reports.map(({ startedAt }) => startedAt.getTime());
  const startedAtMs = Math.min(...starts);
  const endedAtMs = reports.reduce((last, report) => Math.max(last, report.startedAt.getTime() + lengthMs(report)), 0);
  const contained = reports.map(({ outcome }) => ('result' in outcome ? outcome.result.containment : undefined));
  const containment = contained.find((facts) => facts !== undefined);
  const remarks = reports.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'warning').map((each) => problemOf(each, base)),
  );
  return {
    version: 1,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: endedAtMs - startedAtMs,
    concurrency: 1,
    verdict: failed + count('stopped') === 0 ? 'passed' : 'failed',
    ...(containment === undefined ? {} : { containment }),
    totals: {
      total: cases.length,
      passed: count('passed'),
      failed,
      flaky: 0,
      skipped: 0,
      stopped: count('stopped'),
    },
    cases,
    uncovered: [],
    snapshots: { written: 0, updated: 0, removed: 0, obsolete: [] },
    problems: [],
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

function lengthMs({ outcome }: InvocationReport): number {
  return 'result' in outcome ? outcome.result.durationMs + (outcome.result.initDurationMs ?? 0) : 0;
}

function invocationCase(report: InvocationReport, index: number, base: string): ReportedCase {
  const { outcome, log, startedAt, siblings, calls } = report;
  const name = report.case ?? report.function ?? 'invocation';
  const facts = {
    id: `${index}::${name}`,
    name,
    function: report.function ?? '',
    tags: [],
    startedAtMs: startedAt.getTime(),
    worker: 0,
    findings: [],
    ...(siblings === undefined ? {} : { siblings }),
    ...(calls === undefined
      ? {}
      : { calls: calls.calls.map((call) => placedCall(call, base)), omittedCalls: calls.omittedCalls }),
    texts: async () => ({ log: log.text }),
  };
  switch (outcome.kind) {
    case 'succeeded':
      return { ...facts, ...resultFacts(outcome.result, outcome.result.response, log.text), status: 'passed' };
    case 'failed': {
      const { result, failure } = outcome;
      const place = failure.userPlace ?? failure.handlerPlace;
      return {
        ...facts,
        ...resultFacts(result, result.error, log.text),
        status: 'failed',
        error: {
          type: failure.errorType,
          message: failure.errorMessage,
          ...(place === undefined ? {} : { location: placeOf(place, base) }),
          trace: failure.trace.map(({ text }) => text),
        },
      };
    }
    case 'refused':
      return { ...facts, status: 'not-run', diagnostic: problemOf(outcome.diagnostic, base) };
    case 'cancelled':
      return { ...facts, status: 'stopped', reason: `it was cancelled (${outcome.signal})` };
    case 'defect':
      return { ...facts, status: 'not-run', diagnostic: { code: 'defect', message: outcome.details } };
  }
}

function resultFacts(result: InvocationResult, response: Buffer, log: string) {
  const { durationMs, initDurationMs, maxMemoryUsedMiB, requestId, event, status } = result;
  return {
    invocation: status,
    durationMs,
    ...(initDurationMs === undefined ? {} : { initDurationMs }),
    isCold: initDurationMs !== undefined,
    maxMemoryUsedMiB,
    requestId,
    texts: async () => ({ event: textOf(event), response: textOf(response), log }),
  };
}

/** Bytes that are not UTF-8 are a `data:` URL in base64 (RFC 2397). */
function textOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString() : `data:application/octet-stream;base64,${bytes.toString('base64')}`;
}

function problemOf({ code, message, hint, location }: Diagnostic, base: string): ReportedProblem {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location: placeOf(location, base) }),
  };
}

function placeOf(location: SourceLocation, base: string): ReportedPlace {
  return { ...location, file: displayPath(location.file, base) };
}
