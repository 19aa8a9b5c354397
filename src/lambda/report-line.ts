/** What a REPORT line says. Durations in ms, memory in MiB (which Lambda prints as MB). */
export interface ReportFacts {
  readonly requestId: string;
  readonly durationMs: number;
  readonly billedDurationMs: number;
  readonly memorySizeMiB: number;
  readonly maxMemoryUsedMiB: number;
  readonly initDurationMs?: number;
  readonly status?: 'error' | 'timeout';
  readonly errorType?: string;
}

/** What Lambda bills: whole milliseconds, and since August 2025 the init of a cold start with them. */
export function billedDuration(durationMs: number, initDurationMs: number | undefined): number {
  return Math.max(1, Math.ceil(durationMs + (initDurationMs ?? 0)));
}

/** `START`, without the newline. */
export function startLine(requestId: string): string {
  return `START RequestId: ${requestId} Version: $LATEST`;
}

/** `END`, without the newline. */
export function endLine(requestId: string): string {
  return `END RequestId: ${requestId}`;
}

/** `REPORT`, tabs between its fields (developer guide, "Understanding the Lambda execution environment lifecycle"). */
export function reportLine(facts: ReportFacts): string {
  const fields = [
    `REPORT RequestId: ${facts.requestId}`,
    `Duration: ${facts.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${facts.billedDurationMs} ms`,
    `Memory Size: ${facts.memorySizeMiB} MB`,
    `Max Memory Used: ${facts.maxMemoryUsedMiB} MB`,
  ];
  if (facts.initDurationMs !== undefined) fields.push(`Init Duration: ${facts.initDurationMs.toFixed(2)} ms`);
  if (facts.status !== undefined) fields.push(`Status: ${facts.status}`);
  if (facts.errorType !== undefined) fields.push(`Error Type: ${facts.errorType}`);
  return `${fields.join('\t')}\t`;
}

/** `INIT_REPORT`, which Lambda prints only where an init failed or timed out. */
export function initReportLine(facts: {
  readonly initDurationMs: number;
  readonly phase: 'init' | 'invoke';
  readonly status: 'error' | 'timeout';
  readonly errorType?: string;
}): string {
  const type = facts.errorType === undefined ? '' : `\tError Type: ${facts.errorType}`;
  return `INIT_REPORT Init Duration: ${facts.initDurationMs.toFixed(2)} ms\tPhase: ${facts.phase}\tStatus: ${facts.status}${type}`;
}
