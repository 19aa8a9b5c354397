import type { LogSettings } from '../function/lambda-function.js';
import type { PlatformEvent, Tracing } from './platform-event.js';

/** The levels of the platform's own log, from the most detailed one to the least. */
type SystemLogLevel = NonNullable<LogSettings['systemLevel']>;

const order: readonly SystemLogLevel[] = ['DEBUG', 'INFO', 'WARN'];

/** Whether an event is logged at a level (developer guide, "Log-level filtering", system log level event mapping). */
export function isLogged(event: PlatformEvent, level: SystemLogLevel): boolean {
  return order.indexOf(levelOf(event)) >= order.indexOf(level);
}

function levelOf(event: PlatformEvent): SystemLogLevel {
  if (event.type === 'initStart' || event.type === 'start') return 'INFO';
  if (event.type === 'extension') return event.errorType === undefined ? 'INFO' : 'WARN';
  if (event.status !== 'success') return 'WARN';
  return event.type === 'report' ? 'INFO' : 'DEBUG';
}

/**
 * The log line of an event in the format `JSON`, by the schema of the Telemetry API (developer guide, "Lambda Telemetry API
 * Event schema reference").
 */
export function recordLine(event: PlatformEvent, time: Date): string {
  return JSON.stringify({ time: time.toISOString(), type: `platform.${event.type}`, record: recordOf(event) });
}

function recordOf(event: PlatformEvent): Record<string, unknown> {
  const initializationType = 'on-demand';
  switch (event.type) {
    case 'initStart':
      return {
        initializationType,
        phase: event.phase,
        runtimeVersion: event.runtimeVersion,
        runtimeVersionArn: event.runtimeVersionArn,
        functionName: event.functionName,
        functionVersion: '$LATEST',
        instanceId: event.instanceId,
        instanceMaxMemory: event.memorySizeMiB * 1024 * 1024,
      };
    case 'initRuntimeDone':
      return { initializationType, phase: event.phase, status: event.status, errorType: event.errorType };
    case 'initReport':
      return {
        initializationType,
        phase: event.phase,
        status: event.status,
        errorType: event.errorType,
        metrics: { durationMs: rounded(event.durationMs) },
      };
    case 'extension':
      return { name: event.name, state: event.state, events: event.events, errorType: event.errorType };
    case 'start':
      return {
        requestId: event.requestId,
        functionArn: event.functionArn,
        version: '$LATEST',
        tracing: tracingOf(event.tracing),
      };
    case 'runtimeDone':
      return {
        requestId: event.requestId,
        status: event.status,
        errorType: event.errorType,
        metrics: { durationMs: rounded(event.durationMs), producedBytes: event.producedBytes },
        tracing: tracingOf(event.tracing),
      };
    case 'report':
      return {
        requestId: event.requestId,
        metrics: {
          durationMs: rounded(event.durationMs),
          billedDurationMs: event.billedDurationMs,
          memorySizeMB: event.memorySizeMiB,
          maxMemoryUsedMB: event.maxMemoryUsedMiB,
          initDurationMs: event.initDurationMs === undefined ? undefined : rounded(event.initDurationMs),
        },
        tracing: tracingOf(event.tracing),
        status: event.status,
        errorType: event.errorType,
      };
  }
}

function tracingOf(tracing: Tracing | undefined): Record<string, string> | undefined {
  return tracing && { spanId: tracing.segmentId, type: 'X-Amzn-Trace-Id', value: tracing.value };
}

/** Lambda rounds durations to microseconds. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
