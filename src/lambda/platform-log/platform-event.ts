import type { ExtensionStatus } from '../extensions/extension-status.js';

/** How an init or an invocation ended, as the platform counts: an error that the runtime itself reported is a success. */
export type EventStatus = 'success' | 'error' | 'timeout';

/** The X-Ray trace of an invocation that is sampled. */
export interface Tracing {
  /** The trace header, whole. */
  readonly value: string;
  readonly traceId: string;
  readonly segmentId: string;
}

/** What a report says of an invocation. Durations in ms, memory in MiB (which Lambda prints as MB). */
export interface ReportFacts {
  readonly requestId: string;
  readonly durationMs: number;
  readonly billedDurationMs: number;
  readonly memorySizeMiB: number;
  readonly maxMemoryUsedMiB: number;
  readonly initDurationMs?: number;
  readonly status: EventStatus;
  readonly errorType?: string;
  readonly tracing?: Tracing;
}

/** The phase that an init belongs to: its own, or that of the invocation which it is repeated in. */
export type InitPhase = 'init' | 'invoke';

/** What the platform itself logs, by the names of the Telemetry API's events without their `platform.`. */
export type PlatformEvent =
  | {
      readonly type: 'initStart';
      readonly phase: InitPhase;
      readonly functionName: string;
      readonly runtimeVersion: string;
      readonly runtimeVersionArn: string;
      /** The log stream, which Lambda takes for the name of the execution environment. */
      readonly instanceId?: string | undefined;
      readonly memorySizeMiB: number;
    }
  | {
      readonly type: 'initRuntimeDone';
      readonly phase: InitPhase;
      readonly status: EventStatus;
      readonly errorType?: string;
    }
  | {
      readonly type: 'initReport';
      readonly phase: InitPhase;
      readonly status: EventStatus;
      readonly errorType?: string;
      readonly durationMs: number;
    }
  | ({ readonly type: 'extension' } & ExtensionStatus)
  | {
      readonly type: 'start';
      readonly requestId: string;
      readonly functionArn: string;
      readonly tracing?: Tracing | undefined;
    }
  | {
      readonly type: 'runtimeDone';
      readonly requestId: string;
      readonly status: EventStatus;
      readonly errorType?: string;
      readonly durationMs: number;
      readonly producedBytes: number;
      readonly tracing?: Tracing;
    }
  | ({ readonly type: 'report' } & ReportFacts);

/** What Lambda bills: whole milliseconds, and since August 2025 the init of a cold start with them. */
export function billedDuration(durationMs: number, initDurationMs: number | undefined): number {
  return Math.max(1, Math.ceil(durationMs + (initDurationMs ?? 0)));
}

/** The trace of a header such as `Root=1-…;Parent=…;Sampled=1`; `undefined` where nothing is sampled. */
export function sampledTrace(header: string | undefined): Tracing | undefined {
  if (header === undefined || !/(?:^|;)Sampled=1(?:;|$)/.test(header)) return undefined;
  const part = (name: string): string => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(header)?.[1] ?? '';
  return { value: header, traceId: part('Root'), segmentId: part('Parent') };
}

/**
 * What stands for the version of Lambda's own runtime: its language and the declared version, and that it is none of
 * AWS's, such as `nodejs:22.local`. Its ARN has a hash of zeros, which is no runtime's.
 * @param runtime Lambda's identifier, such as `nodejs22.x` or `provided.al2023`
 */
export function localRuntimeVersion(
  runtime: string,
  region: string,
): { readonly runtimeVersion: string; readonly runtimeVersionArn: string } {
  const [, language = runtime, version = ''] = /^([a-z]+)\.?(.*?)(?:\.x)?$/.exec(runtime) ?? [];
  return {
    runtimeVersion: `${language}:${version === '' ? '' : `${version}.`}local`,
    runtimeVersionArn: `arn:aws:lambda:${region}::runtime:${'0'.repeat(64)}`,
  };
}
