import type { Severity } from '../../diagnostics/diagnostic.js';
import type { ContainmentFacts } from '../../invoke/containment-facts.js';
import type { SiblingFacts } from '../../invoke/result.js';
import type { ReportedCall } from '../calls/reported-call.js';
import type { ReportedOutcome } from '../invocation-report.js';
import type { ReadTraceLine } from '../trace/read-trace.js';
import type { Payload } from './payload.js';

/** A JSON report. `schema/report-v1.schema.json` describes each member. */
export interface ReportDocument {
  readonly version: 1;
  readonly generator: { readonly name: 'invoke-local'; readonly version: string };
  readonly invocations: readonly ReportedInvocation[];
}

export interface ReportedInvocation {
  readonly function?: ReportedFunction;
  readonly case?: string;
  readonly outcome: ReportedOutcome['kind'];
  readonly status?: 'success' | 'error' | 'timeout' | 'crash';
  readonly startedAt: string;
  readonly requestId?: string;
  readonly interpreter?: string;
  readonly containment?: ContainmentFacts;
  readonly durationMs?: number;
  readonly billedDurationMs?: number;
  readonly initDurationMs?: number;
  readonly maxMemoryUsedMiB?: number;
  readonly event?: Payload;
  readonly response?: Payload;
  readonly http?: ReportedHttp;
  readonly error?: ReportedError;
  readonly siblings?: readonly SiblingFacts[];
  readonly calls?: readonly ReportedCall[];
  readonly omittedCalls?: number;
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly log: ReportedLog;
}

export interface ReportedFunction {
  readonly key: string;
  readonly name?: string;
  readonly handler?: string;
  readonly runtime?: string;
  readonly architecture?: string;
  readonly region?: string;
  readonly stage?: string;
  readonly timeoutMs?: number;
  readonly memorySizeMiB?: number;
}

export interface ReportedHttp {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

export interface ReportedError {
  readonly type: string;
  readonly message: string;
  readonly location?: ReportedLocation;
  readonly trace: readonly ReportedTraceLine[];
  readonly initFailed?: boolean;
  readonly signal?: string;
  readonly object?: Readonly<Record<string, unknown>>;
  readonly raw?: Payload;
}

export interface ReportedTraceLine {
  readonly text: string;
  readonly kind: Exclude<ReadTraceLine['kind'], 'bootstrap'>;
  readonly location?: ReportedLocation;
}

export interface ReportedDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly location?: ReportedLocation;
}

export interface ReportedLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ReportedLog {
  readonly text: string;
  readonly omittedBytes: number;
  readonly file?: string;
}
