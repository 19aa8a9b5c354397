import type { ExtensionStatus } from '../extensions/extension-status.js';

/** How an init or an invocation ended for the platform, for which an error that the runtime itself reported is a success. */
export type EventStatus = 'success' | 'error' | 'timeout';

/** The X-Ray trace of an invocation that is sampled. */
export interface Tracing {
  /** The trace header, whole. */
  readonly value: string;
  readonly traceId: string;
  readonly segmentId: string;
}

/** The figures in the report of an invocation. Durations in ms, memory in MiB (which Lambda prints as MB). */
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

/** The phase in which an init runs: its own, or the invocation that repeats it. */
export type InitPhase = 'init' | 'invoke';

/** What the platform itself logs, by the names of the Telemetry API's events without their `platform.`. */
export type PlatformEvent =
  | {
      readonly type: 'initStart';
      readonly phase: InitPhase;
      readonly functionName: string;
      readonly runtimeVersion: string;
      readonly runtimeVersionArn: string;
      /** The log stream, which Lambda also uses as the name of the execution environment. */
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

/** The time that Lambda bills, in whole milliseconds; since August 2025 it includes the init of a cold start. */
export function billedDuration(durationMs: number, initDurationMs: number | undefined): number {
  return Math.max(1, Math.ceil(durationMs + (initDurationMs ?? 0)));
}

/** The trace that a header such as `Root=1-…;Parent=…;Sampled=1` names; `undefined` if it is not sampled. */
export function sampledTrace(header: string | undefined): Tracing | undefined {
  if (header === undefined || !/(?:^|;)Sampled=1(?:;|$)/.test(header)) return undefined;
  const part = (name: string): string => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(header)?.[1] ?? '';
  return { value: header, traceId: part('Root'), segmentId: part('Parent') };
}

/**
 * The runtime version for `INIT_START`, such as `nodejs:22.local`: the language, the declared version, and a mark that it is
 * not one of AWS's. The hash in its ARN is all zeros, which no real runtime has.
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
