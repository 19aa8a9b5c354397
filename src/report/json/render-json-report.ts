import { displayPath } from '../../diagnostics/display-path.js';
import type { InvocationResult } from '../../invoke/result.js';
import type { ToldCalls } from '../../invoke/told-calls.js';
import { placedCall } from '../calls/reported-call.js';
import { httpResponseOf } from '../http-response.js';
import type { InvocationReport, LogExcerpt } from '../invocation-report.js';
import { payloadOf } from './payload.js';
import type {
  ReportDocument,
  ReportedFunction,
  ReportedHttp,
  ReportedInvocation,
  ReportedLog,
} from './report-document.js';
import { reportedError, reportedLocation } from './reported-error.js';

/** What a JSON report needs besides the invocations. */
export interface JsonReportOptions {
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** The version of invoke-local. */
  readonly toolVersion: string;
}

/** The text of a JSON report, which `schema/report-v1.schema.json` describes. */
export function renderJsonReport(
  reports: readonly InvocationReport[],
  { base, toolVersion }: JsonReportOptions,
): string {
  const document: ReportDocument = {
    version: 1,
    generator: { name: 'invoke-local', version: toolVersion },
    invocations: reports.map((report) => reportedInvocation(report, base)),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function reportedInvocation(report: InvocationReport, base: string): ReportedInvocation {
  const { outcome, diagnostics, log, startedAt, siblings, calls } = report;
  const result = 'result' in outcome ? outcome.result : undefined;
  const error = reportedError(outcome, base);
  const findings = outcome.kind === 'refused' ? [...diagnostics, outcome.diagnostic] : diagnostics;
  return {
    ...reportedFunction(report, result),
    ...(report.case === undefined ? {} : { case: report.case }),
    outcome: outcome.kind,
    ...(result === undefined ? {} : { status: result.status }),
    startedAt: startedAt.toISOString(),
    ...(result === undefined ? {} : factsOf(result)),
    ...(error === undefined ? {} : { error }),
    ...(siblings === undefined ? {} : { siblings }),
    ...(calls === undefined ? {} : reportedCalls(calls, base)),
    diagnostics: findings.map(({ location, about: _, ...diagnostic }) => ({
      ...diagnostic,
      ...(location === undefined ? {} : { location: reportedLocation(location, base) }),
    })),
    log: reportedLog(log, base),
  };
}

function reportedCalls(
  { calls, omittedCalls }: ToldCalls,
  base: string,
): Pick<ReportedInvocation, 'calls' | 'omittedCalls'> {
  return {
    calls: calls.map((call) => placedCall(call, base)),
    ...(omittedCalls === 0 ? {} : { omittedCalls }),
  };
}

function reportedFunction(
  { function: asked }: InvocationReport,
  result: InvocationResult | undefined,
): { readonly function?: ReportedFunction } {
  if (result === undefined) return asked === undefined ? {} : { function: { key: asked } };
  const { key, name, handler, runtime, architecture, region, stage, timeoutMs } = result.function;
  const { memorySizeMiB } = result;
  return { function: { key, name, handler, runtime, architecture, region, stage, timeoutMs, memorySizeMiB } };
}

function factsOf(result: InvocationResult): Partial<ReportedInvocation> {
  const { requestId, interpreter, containment, durationMs, billedDurationMs, initDurationMs, maxMemoryUsedMiB, event } =
    result;
  const http = result.status === 'success' ? reportedHttp(result) : undefined;
  return {
    requestId,
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(containment === undefined ? {} : { containment }),
    durationMs: rounded(durationMs),
    billedDurationMs: rounded(billedDurationMs),
    ...(initDurationMs === undefined ? {} : { initDurationMs: rounded(initDurationMs) }),
    maxMemoryUsedMiB,
    event: payloadOf(event),
    ...(result.status === 'success' ? { response: payloadOf(result.response) } : {}),
    ...(http === undefined ? {} : { http }),
  };
}

/** Rounds to two decimals, like the REPORT line. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

function reportedHttp(result: Parameters<typeof httpResponseOf>[0]): ReportedHttp | undefined {
  const response = httpResponseOf(result);
  if (response === undefined) return undefined;
  const headers = new Map<string, string[]>();
  for (const [name, value] of response.headers) headers.set(name, [...(headers.get(name) ?? []), value]);
  return { statusCode: response.statusCode, headers: Object.fromEntries(headers) };
}

function reportedLog({ text, omittedBytes, file }: LogExcerpt, base: string): ReportedLog {
  return { text, omittedBytes, ...(file === undefined ? {} : { file: displayPath(file, base) }) };
}
