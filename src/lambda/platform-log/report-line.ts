import type { ExtensionStatus } from '../extensions/extension-status.js';
import type { PlatformEvent, ReportFacts } from './platform-event.js';

/** The platform's lines for an event in the format `Text`. */
export function textLines(event: PlatformEvent): string[] {
  switch (event.type) {
    case 'initStart':
      return event.phase === 'init'
        ? [`INIT_START Runtime Version: ${event.runtimeVersion}\tRuntime Version ARN: ${event.runtimeVersionArn}`]
        : [];
    case 'initReport':
      return event.status === 'success' ? [] : [initReportLine(event)];
    case 'start':
      return [`START RequestId: ${event.requestId} Version: $LATEST`];
    case 'report':
      return [`END RequestId: ${event.requestId}`, ...reportLines(event)];
    case 'extension':
      return [extensionLine(event)];
    case 'initRuntimeDone':
    case 'runtimeDone':
      return [];
  }
}

/** `REPORT`, tabs between its fields (developer guide, "Understanding the Lambda execution environment lifecycle"). */
function reportLines(facts: ReportFacts): string[] {
  const fields = [
    `REPORT RequestId: ${facts.requestId}`,
    `Duration: ${facts.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${facts.billedDurationMs} ms`,
    `Memory Size: ${facts.memorySizeMiB} MB`,
    `Max Memory Used: ${facts.maxMemoryUsedMiB} MB`,
  ];
  if (facts.initDurationMs !== undefined) fields.push(`Init Duration: ${facts.initDurationMs.toFixed(2)} ms`);
  if (facts.status !== 'success') fields.push(`Status: ${facts.status}`);
  if (facts.errorType !== undefined) fields.push(`Error Type: ${facts.errorType}`);
  const report = `${fields.join('\t')}\t`;
  if (facts.tracing === undefined) return [report];
  const { traceId, segmentId } = facts.tracing;
  return [report, `XRAY TraceId: ${traceId}\tSegmentId: ${segmentId}\tSampled: true\t`];
}

/** `INIT_REPORT`, which Lambda prints only where an init failed or timed out. */
function initReportLine({ durationMs, phase, status, errorType }: PlatformEvent & { type: 'initReport' }): string {
  const type = errorType === undefined ? '' : `\tError Type: ${errorType}`;
  return `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms\tPhase: ${phase}\tStatus: ${status}${type}`;
}

/** `EXTENSION`, which Lambda prints of every extension at the end of an init phase. */
function extensionLine({ name, state, events, errorType }: ExtensionStatus): string {
  const line = `EXTENSION\tName: ${name}\tState: ${state}\tEvents: [${events.join(', ')}]`;
  return errorType === undefined ? line : `${line}\tError Type: ${errorType}`;
}
