import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { CaseAttempt, CaseResult } from '../../suite/case-result.js';
import type { SuiteHooks } from '../../suite/run/suite-hooks.js';
import { commandLine } from '../workflow-commands.js';

/**
 * The hooks that print what was resolved for each function of a suite, and how each case ran, if `RUNNER_DEBUG` is 1; none if the job
 * is not debugged. Values of variables and texts of handlers are not printed.
 * @param print takes commands to the runner
 */
export function suiteDebug(
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
): Pick<SuiteHooks, 'onPrepared'> & { readonly onResult?: SuiteHooks['onResult'] } {
  if (environment['RUNNER_DEBUG'] !== '1') return {};
  const say = (line: string): void => print(commandLine('debug', line));
  const seen = new Set<string>();
  return {
    onPrepared(name, fn) {
      if (seen.has(name)) return;
      seen.add(name);
      say(preparedLine(name, fn));
    },
    onResult(result) {
      for (const line of resultLines(result)) say(line);
    },
  };
}

function preparedLine(name: string, fn: LambdaFunction): string {
  const { code, layers } = fn;
  const place = code.kind === 'folder' ? code.folder : code.kind === 'zip' ? code.file : 'in the configuration';
  const facts = [
    `${fn.runtime}, ${fn.handler}`,
    `${fn.memorySizeMiB} MB`,
    `${fn.timeoutMs / 1000} s`,
    ...(layers.length === 0 ? [] : [`layers ${layers.map((layer) => layer.name).join(', ')}`]),
    `stage ${fn.stage}`,
    `region ${fn.region}`,
    `code ${place}`,
    `variables ${Object.keys(fn.environment).join(', ') || 'none'}`,
  ];
  return `${name}: ${facts.join('; ')}`;
}

function resultLines({ id, ...result }: CaseResult): string[] {
  if (!('attempts' in result)) return [`${id}: ${result.status}`];
  return result.attempts.map((attempt, index) => `${id}: attempt ${index + 1}, ${attemptText(attempt)}`);
}

function attemptText({
  invocation,
  worker,
  isCold,
  durationMs,
  initDurationMs,
  maxMemoryUsedMiB,
}: CaseAttempt): string {
  const start = isCold ? `cold${initDurationMs === undefined ? '' : `, init ${initDurationMs.toFixed(2)} ms`}` : 'warm';
  return `${invocation}, worker ${worker}, ${start}, ${durationMs.toFixed(2)} ms, ${maxMemoryUsedMiB} MB`;
}
