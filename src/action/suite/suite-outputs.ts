import { existsSync } from 'node:fs';
import { ERROR_TYPES } from '../../report/outcome.js';
import { hasFailed } from '../../report/suite/case-words.js';
import type { SuitePlan } from '../../report/suite/plan-suite.js';
import type { CaseTexts, ReportedCase, SuiteReport } from '../../report/suite/suite-report.js';
import { casesToBlame } from '../../report/suite/to-blame.js';
import { verdictWords } from '../../report/suite/verdict-words.js';
import { cutText } from '../../report/text/cut-middle.js';
import {
  amount,
  httpOutputs,
  type InvocationOutputs,
  LONGEST_MESSAGE,
  LONGEST_OUTPUT,
  notHttp,
  notServed,
  type Outputs,
  type SuiteCounts,
} from '../outputs.js';
import type { StepFiles } from '../step-files.js';
import type { SuiteOutcome } from './suite-outcome.js';

/** The most names of failed cases, and how long their list may be, in UTF-16 units: it has to fit into a variable. */
const mostNames = 100;
const longestNames = 30_000;

/** The types of failures of a suite. */
export const SUITE_ERROR_TYPES = {
  failed: 'InvokeLocal.SuiteFailed',
  expectation: 'InvokeLocal.ExpectationFailed',
} as const;

/** The values of all outputs, and the response for its file. */
export interface SuiteValues {
  readonly outputs: Outputs;
  readonly response: Buffer;
}

/**
 * The outputs of a suite. Those of an invocation are set where the suite has one case.
 * @param resultsFile the file of the results; '' where it could not be written
 * @param deniedCount how many calls to AWS would be denied in Lambda, where calls were judged
 */
export async function suiteValues(
  outcome: SuiteOutcome,
  files: StepFiles,
  resultsFile: string,
  deniedCount?: number,
): Promise<SuiteValues> {
  const { report } = outcome;
  const counts = countsOf(outcome, resultsFile);
  const [only] = report.cases;
  const single = outcome.kind === 'ran' && report.cases.length === 1 ? only : undefined;
  const texts = (await single?.texts().catch(() => undefined)) ?? {};
  const { outputs, response } = singleValues(single, texts);
  const failure = failureOf(outcome, single);
  return {
    outputs: {
      output: outputs.output,
      'output-file': files.response,
      error: failure === undefined ? '' : (errorObject(single, texts) ?? objectOf(failure)),
      'error-type': cutText(failure?.type ?? '', LONGEST_MESSAGE),
      'error-message': cutText(failure?.message ?? '', LONGEST_MESSAGE),
      status: single?.invocation ?? (report.verdict === 'passed' ? 'success' : 'error'),
      'status-code': outputs['status-code'],
      headers: outputs.headers,
      'request-id': outputs['request-id'],
      'duration-ms': outputs['duration-ms'],
      'init-duration-ms': outputs['init-duration-ms'],
      'max-memory-used-mb': outputs['max-memory-used-mb'],
      'log-file': files.log,
      'aws-calls-file': existsSync(files.calls) ? files.calls : '',
      'denied-calls': String(deniedCount ?? ''),
      ...counts,
      ...notServed,
    },
    response,
  };
}

/** The counts; '' where nothing could be counted, so that no `failed` of 0 is taken for a success. */
function countsOf(outcome: SuiteOutcome, resultsFile: string): SuiteCounts {
  const { kind, report } = outcome;
  const { totals, cases, comparison } = report;
  const isCounted = kind === 'ran' || cases.length > 0;
  const count = (number: number): string => (isCounted ? String(number) : '');
  return {
    total: count(totals.total),
    passed: count(totals.passed),
    failed: count(totals.failed),
    flaky: count(totals.flaky),
    skipped: count(totals.skipped),
    'failed-cases': JSON.stringify(namesOf(cases.filter(hasFailed))),
    'results-file': kind === 'planned' ? '' : resultsFile,
    ...(kind === 'planned' ? plannedOutputs(outcome.plan) : { matrix: '', 'has-cases': '' }),
    changed: String(comparison?.counts.changed ?? ''),
    fixed: String(comparison?.counts.fixed ?? ''),
    broken: String(comparison?.counts.broken ?? ''),
  };
}

/** The outputs of a plan. `total` counts its cases. */
function plannedOutputs({ matrix, total }: SuitePlan): Pick<SuiteCounts, 'matrix' | 'has-cases' | 'total'> {
  return { matrix: JSON.stringify(matrix), 'has-cases': String(total > 0), total: String(total) };
}

/** As many names as there is room for. */
function namesOf(failed: readonly ReportedCase[]): string[] {
  const names: string[] = [];
  let length = 2;
  for (const { name } of failed.slice(0, mostNames)) {
    length += JSON.stringify(name).length + 1;
    if (length > longestNames) break;
    names.push(name);
  }
  return names;
}

type SingleOutputs = Omit<
  InvocationOutputs,
  'output-file' | 'log-file' | 'aws-calls-file' | 'denied-calls' | 'status' | `error${string}`
>;

function singleValues(
  single: ReportedCase | undefined,
  texts: CaseTexts,
): { readonly outputs: SingleOutputs; readonly response: Buffer } {
  const response = single?.invocation === 'success' ? (texts.response ?? '') : '';
  const bytes = bytesOf(response);
  const outputs: SingleOutputs = {
    output: response.length > LONGEST_OUTPUT ? '' : bytes.toString(),
    ...(single?.invocation === 'success'
      ? httpOutputs({ response: bytes, ...(single.http === undefined ? {} : { http: single.http }) })
      : notHttp),
    'request-id': single?.requestId ?? '',
    'duration-ms': amount(single?.durationMs),
    'init-duration-ms': amount(single?.initDurationMs),
    'max-memory-used-mb': amount(single?.maxMemoryUsedMiB),
  };
  return { outputs, response: bytes };
}

/** The bytes of a stored text: one that is no UTF-8 is a `data:` URL. */
function bytesOf(text: string): Buffer {
  const binary = 'data:application/octet-stream;base64,';
  return text.startsWith(binary) ? Buffer.from(text.slice(binary.length), 'base64') : Buffer.from(text);
}

interface Failure {
  readonly type: string;
  readonly message: string;
}

function failureOf(outcome: SuiteOutcome, single: ReportedCase | undefined): Failure | undefined {
  const { kind, report } = outcome;
  if (kind === 'refused' || kind === 'defect') {
    return { type: ERROR_TYPES[kind], message: report.problems.map(({ message }) => message).join('\n') };
  }
  if (kind === 'cancelled') {
    const message = `The suite was cancelled (${outcome.signal}): ${verdictWords(report)}.`;
    return { type: ERROR_TYPES.cancelled, message };
  }
  if (single?.error !== undefined) return { type: single.error.type, message: single.error.message };
  if (report.verdict === 'passed') return undefined;
  if (single !== undefined && single.findings.length > 0 && hasFailed(single)) {
    const message = single.findings.map((finding) => finding.message).join('\n');
    return { type: SUITE_ERROR_TYPES.expectation, message };
  }
  return { type: SUITE_ERROR_TYPES.failed, message: suiteMessage(report) };
}

/** The verdict, and what failed, in words. */
export function suiteMessage(report: SuiteReport): string {
  const failed = casesToBlame(report);
  const shown = failed.slice(0, mostNames).map(({ function: fn, name }) => `${fn}: ${name}`);
  const more = failed.length - shown.length;
  const said = [
    ...shown,
    ...(more > 0 ? [`and ${more.toLocaleString('en')} more`] : []),
    ...(report.stopped === undefined ? [] : [`the run was stopped: ${report.stopped.reason}`]),
    ...report.problems.map(({ message }) => message),
  ];
  return said.length === 0 ? `${verdictWords(report)}.` : `${verdictWords(report)}:\n${said.join('\n')}`;
}

/** The error object of the one case's function, as Lambda's caller gets it. */
function errorObject(single: ReportedCase | undefined, { response }: CaseTexts): string | undefined {
  if (single?.error === undefined || response === undefined || response === '') return undefined;
  return response.length > LONGEST_OUTPUT ? undefined : response;
}

function objectOf({ type, message }: Failure): string {
  return JSON.stringify({
    errorType: cutText(type, LONGEST_MESSAGE),
    errorMessage: cutText(message, LONGEST_MESSAGE),
  });
}
