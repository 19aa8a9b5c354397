import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { InvocationResult, SuccessfulResult } from '../invoke/result.js';
import { httpResponseOf } from '../report/http-response.js';
import { failureOf, type Outcome } from '../report/outcome.js';
import { createRedactor } from '../report/secrets/redactor.js';
import { cutText } from '../report/text/cut-middle.js';
import type { StepFiles } from './step-files.js';

/** Every output that action.yml declares. */
export type Outputs = InvocationOutputs & SuiteCounts & ServerOutputs;

/** The outputs of one invocation. */
export type InvocationOutputs = Readonly<
  Record<
    | 'output'
    | 'output-file'
    | 'error'
    | 'error-type'
    | 'error-message'
    | 'status'
    | 'status-code'
    | 'headers'
    | 'request-id'
    | 'duration-ms'
    | 'init-duration-ms'
    | 'max-memory-used-mb'
    | 'log-file'
    | 'aws-calls-file'
    | 'denied-calls',
    string
  >
>;

/** The outputs that only a suite has; all are '' without one. */
export type SuiteCounts = Readonly<
  Record<
    | 'total'
    | 'passed'
    | 'failed'
    | 'flaky'
    | 'skipped'
    | 'failed-cases'
    | 'results-file'
    | 'matrix'
    | 'has-cases'
    | 'changed'
    | 'fixed'
    | 'broken',
    string
  >
>;

/** The outputs of a server; both are '' without one. */
export type ServerOutputs = Readonly<Record<'serve-url' | 'serve-port', string>>;

/** Those of a step that serves nothing. */
export const notServed: ServerOutputs = { 'serve-url': '', 'serve-port': '' };

export const noSuite: SuiteCounts = {
  total: '',
  passed: '',
  failed: '',
  flaky: '',
  skipped: '',
  'failed-cases': '',
  'results-file': '',
  matrix: '',
  'has-cases': '',
  changed: '',
  fixed: '',
  broken: '',
};

/**
 * The longest value of an output, in UTF-16 units. GitHub limits the outputs of a job to 1 MB, which it estimates in UTF-16:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idoutputs
 */
export const LONGEST_OUTPUT = 450_000;

/** The longest message: it has to fit into an environment variable (128 KiB on Linux) of a step that prints it. */
export const LONGEST_MESSAGE = 30_000;

/** Milliseconds or megabytes with at most two decimals, like the REPORT line. */
export function amount(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}

/** The outputs for the status and the headers of an HTTP response; '' for any other response. */
export interface HttpOutputs {
  readonly 'status-code': string;
  readonly headers: string;
}

/** Those of a response that is none. */
export const notHttp: HttpOutputs = { 'status-code': '', headers: '' };

/**
 * The status and headers of an HTTP response. A header with one value is a text, one with several is a list; cookies are
 * always a list.
 */
export function httpOutputs(result: Pick<SuccessfulResult, 'http' | 'response'>): HttpOutputs {
  const response = httpResponseOf(result);
  if (response === undefined) return notHttp;
  const headers = new Map<string, string | string[]>();
  for (const [name, value] of response.headers) {
    const before = headers.get(name);
    if (before === undefined) headers.set(name, name === 'set-cookie' ? [value] : value);
    else headers.set(name, [before, value].flat());
  }
  return { 'status-code': String(response.statusCode), headers: JSON.stringify(Object.fromEntries(headers)) };
}

function errorObject(outcome: Outcome): string {
  const failure = failureOf(outcome);
  if (failure === undefined) return '';
  if (outcome.kind === 'invoked' && outcome.result.status !== 'success') {
    const whole = outcome.result.error.toString();
    if (whole.length <= LONGEST_OUTPUT) return whole;
  }
  return JSON.stringify({
    errorType: cutText(failure.errorType, LONGEST_MESSAGE),
    errorMessage: cutText(failure.errorMessage, LONGEST_MESSAGE),
  });
}

function resultOf(outcome: Outcome): InvocationResult | undefined {
  return outcome.kind === 'invoked' ? outcome.result : undefined;
}

/** The values of all outputs, and the response for its file. */
function valuesOf({
  outcome,
  files,
  message,
  deniedCount,
}: Pick<OutputsOptions, 'outcome' | 'files' | 'message' | 'deniedCount'>): {
  readonly outputs: Outputs;
  readonly response: Buffer;
} {
  const failure = failureOf(outcome);
  const result = resultOf(outcome);
  const response = result?.status === 'success' ? result.response : Buffer.alloc(0);
  const text = response.toString();
  const outputs = {
    output: text.length > LONGEST_OUTPUT ? '' : text,
    'output-file': files.response,
    error: errorObject(outcome),
    'error-type': cutText(failure?.errorType ?? '', LONGEST_MESSAGE),
    'error-message': cutText(message ?? failure?.errorMessage ?? '', LONGEST_MESSAGE),
    status: result?.status ?? 'error',
    ...(result?.status === 'success' ? httpOutputs(result) : notHttp),
    'request-id': result?.requestId ?? '',
    'duration-ms': amount(result?.durationMs),
    'init-duration-ms': amount(result?.initDurationMs),
    'max-memory-used-mb': amount(result?.maxMemoryUsedMiB),
    'log-file': files.log,
    'aws-calls-file': existsSync(files.calls) ? files.calls : '',
    'denied-calls': String(deniedCount ?? ''),
    ...noSuite,
    ...notServed,
  };
  return { outputs, response };
}

/** Writes the response to a new file. It never follows a link that the handler may have put there. */
function writeResponse(path: string, response: Buffer, report: ReportDiagnostic): void {
  const write = (): void => writeFileSync(path, response, { flag: 'wx' });
  try {
    try {
      write();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      rmSync(path, { recursive: true, force: true });
      write();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({
      severity: 'error',
      code: 'output-file-unwritten',
      message: `The response could not be written to its file: ${reason}`,
    });
  }
}

/** What is needed to write the outputs. */
export interface OutputsOptions {
  readonly outcome: Outcome;
  /** The message of a failure, if it is more than the runtime's own. */
  readonly message?: string | undefined;
  readonly files: Pick<StepFiles, 'response' | 'log' | 'calls'>;
  /** How many calls to AWS would be denied in Lambda; `undefined` where none was judged. */
  readonly deniedCount?: number | undefined;
  /** The masked values. */
  readonly secrets: readonly string[];
  readonly report: ReportDiagnostic;
  /** Sets one output of the step. */
  readonly setOutput: (name: string, value: string) => void;
}

/**
 * Sets every output, however the step ended, and writes the file of the response. Before that, reports which of them GitHub
 * will drop.
 */
export function writeOutputs({ files, secrets, report, setOutput, ...ended }: OutputsOptions): void {
  const { outputs, response } = valuesOf({ ...ended, files });
  setOutputs(outputs, response, { files, secrets, report, setOutput });
}

/** Sets every output, after it reported those that GitHub will drop, and writes the file of the response. */
export function setOutputs(
  outputs: Outputs,
  response: Buffer,
  { files, secrets, report, setOutput }: Omit<OutputsOptions, 'outcome' | 'message' | 'deniedCount'>,
): void {
  reportMasked(outputs, secrets, report);
  writeResponse(files.response, response, report);
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);

  if (response.length > 0 && outputs.output === '') {
    report({
      severity: 'warning',
      code: 'output-too-long',
      message: `The response is too long for the output \`output\` (over ${LONGEST_OUTPUT.toLocaleString('en')} characters), which was left empty.`,
      hint: 'Read the file that the output `output-file` names.',
    });
  }
}

/** Reports the outputs that contain a masked value, in any of the forms that the runner masks. */
function reportMasked(outputs: Outputs, secrets: readonly string[], report: ReportDiagnostic): void {
  if (secrets.length === 0) return;
  const { findsIn } = createRedactor(secrets);
  const masked = Object.entries(outputs).filter(([, value]) => findsIn(value));
  if (masked.length === 0) return;
  const names = masked.map(([name]) => `\`${name}\``).join(', ');
  report({
    severity: 'warning',
    code: 'output-masked',
    message: `There is a masked value (a credential, or a secret of the configuration) in ${names}, as it is or encoded. GitHub drops a job output that contains one.`,
    hint: 'Later steps of this job do get it. For other jobs, return something without the secret.',
  });
}
