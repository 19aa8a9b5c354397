import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import type { InvocationHooks } from '../invoke/hooks.js';
import type { Installation } from '../invoke/installation.js';
import type { InvocationResult } from '../invoke/result.js';
import { toolVersion } from '../invoke/tool-version.js';
import type { LogSource } from '../lambda/platform-log/log-sink.js';
import { askForReports } from '../report/files/asked-reports.js';
import { reportInvocation } from '../report/invocation-report.js';
import { LogTail } from '../report/log-tail.js';
import type { Outcome } from '../report/outcome.js';
import { createKnownSecrets } from '../report/secrets/known-secrets.js';
import { createSecretFilter, type SecretFilter } from '../report/secrets/secret-filter.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import type { Options } from './options.js';
import type { Console } from './print.js';

/** Wraps the hooks of an invocation to gather its facts. */
export type ThroughHooks = (hooks: InvocationHooks) => InvocationHooks;

/** A run to report on. */
export interface ReportedRun {
  readonly options: Options;
  readonly installation: Installation;
  readonly stderr: Console;
  /** The signal that ended the run, if one did. */
  readonly received: () => NodeJS.Signals | undefined;
  /** Invokes the function, and prints the response or the error. */
  readonly invokeThrough: (through: ThroughHooks) => Promise<InvocationResult>;
}

/**
 * Runs the function, and writes the reports that were asked for, however it ended.
 * @returns the exit code
 */
export async function runReported({
  options,
  installation,
  stderr,
  received,
  invokeThrough,
}: ReportedRun): Promise<number> {
  const reporting = startReporting(options, installation, process.cwd());
  const write = async (outcome: Outcome): Promise<boolean> => {
    const unwritten = await reporting.write(outcome);
    for (const diagnostic of unwritten) stderr.report(diagnostic);
    return unwritten.length === 0;
  };
  let result: InvocationResult;
  try {
    reporting.check();
    result = await invokeThrough(reporting.through);
  } catch (error) {
    await write(failedOutcome(error, received()));
    throw error;
  }
  const isWritten = await write({ kind: 'invoked', result });
  const exitCode = exitCodeOf(result);
  return exitCode === exitCodes.success && !isWritten ? exitCodes.reportUnwritten : exitCode;
}

/** Gathers the facts of an invocation, and writes the reports that were asked for. */
interface Reporting {
  /** @throws UserError if a report can't be written to the path that was asked for */
  readonly check: () => void;
  readonly through: ThroughHooks;
  /** Writes the reports. Returns an error for each one that could not be written. */
  readonly write: (outcome: Outcome) => Promise<readonly Diagnostic[]>;
}

/** Starts gathering. `base` is the folder that paths of reports, and places in them, are relative to. Absolute. */
function startReporting({ values }: Options, installation: Installation, base: string): Reporting {
  const startedAt = new Date();
  const reports = askForReports(pathsIn(values), base, (kind) => `The flag --${kind}`);
  const secrets = createKnownSecrets();
  const findings: Diagnostic[] = [];
  const tail = new LogTail();
  const filters = new Map<LogSource, SecretFilter>();

  const releaseHeldBack = (): void => {
    for (const filter of filters.values()) tail.push(filter.flush());
  };
  const keep = (chunk: Buffer, source: LogSource): void => {
    if (source === 'platform') releaseHeldBack();
    const filter = filters.get(source) ?? createSecretFilter(secrets.values);
    filters.set(source, filter);
    tail.push(filter.push(chunk));
  };

  return {
    check: reports.check,
    through: (hooks) => ({
      ...hooks,
      report(diagnostic) {
        findings.push(diagnostic);
        hooks.report(diagnostic);
      },
      logs: {
        write(chunk, source) {
          keep(chunk, source);
          return hooks.logs.write(chunk, source);
        },
      },
      onCredentials: (credentials) => void secrets.addCredentials(credentials),
      onSecret: (secret) => void secrets.add(secret),
    }),
    async write(outcome) {
      releaseHeldBack();
      const invocation = await reportInvocation(outcome, {
        ...(values.function ? { function: values.function } : {}),
        serviceFolder: resolve(base, values['working-directory'] || '.'),
        diagnostics: findings,
        log: tail.excerpt(),
        startedAt,
        runtimes: installation.runtimes,
      });
      return reports.write(invocation, { secrets: secrets.values, toolVersion: () => toolVersion(installation) });
    },
  };
}

/** An empty path, such as that of an unset variable, counts as none. */
function pathsIn({
  'report-json': json,
  'report-junit': junit,
  'report-html': html,
}: Options['values']): Parameters<typeof askForReports>[0] {
  return {
    ...(json ? { 'report-json': json } : {}),
    ...(junit ? { 'report-junit': junit } : {}),
    ...(html ? { 'report-html': html } : {}),
  };
}

/** The outcome of an attempt that threw an error. `signal` is the one that ended it, if one did. */
function failedOutcome(error: unknown, signal: NodeJS.Signals | undefined): Outcome {
  if (signal !== undefined) return { kind: 'cancelled', signal };
  return error instanceof UserError ? { kind: 'refused', error } : { kind: 'defect', error };
}
