import type { Diagnostic, ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { CoverageCollection } from '../invoke/coverage-collection.js';
import type { InvocationHooks } from '../invoke/hooks.js';
import type { Installation } from '../invoke/installation.js';
import { invoke } from '../invoke/invoke.js';
import type { InvocationResult } from '../invoke/result.js';
import type { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import { findPlaceWith } from '../report/failure/call-place.js';
import { openCallsFile } from '../report/files/calls-file.js';
import { createKnownSecrets } from '../report/secrets/known-secrets.js';
import { createRedactor } from '../report/secrets/redactor.js';
import type { Options } from './options.js';
import type { Console } from './print.js';
import { toRequest } from './request.js';
import type { ThroughHooks } from './run-reported.js';
import { watchInvocation } from './watch.js';

/** What the command needs for an invocation. */
export interface CommandRun {
  readonly options: Options;
  readonly installation: Installation;
  readonly stderr: Console;
  readonly signal: AbortSignal;
  /** The function's process, where it was started on a guess. */
  readonly forerunner: Forerunner | undefined;
  /** Takes the coverage of the handler's code, if it is measured. */
  readonly coverage?: CoverageCollection;
}

/** Invokes the function, and prints the response or the error. `through` may wrap the hooks of the invocation. */
export async function invokeAndPrint(
  { options, installation, stderr, signal, forerunner, coverage }: CommandRun,
  through: ThroughHooks = (hooks) => hooks,
): Promise<InvocationResult> {
  for (const flag of options.ignored) {
    stderr.report({ severity: 'notice', code: 'flag-ignored', message: `The flag ${flag} has no meaning here.` });
  }
  let printer: Promise<typeof import('./print-result.js')> | undefined;
  const loadPrinter = () => {
    printer ??= import('./print-result.js');
    return printer;
  };
  const request = toRequest(options, { workingDirectory: process.cwd(), environment: process.env });
  const isWatched = process.stderr.isTTY && !options.switches.has('quiet');
  using watch = watchInvocation({
    request,
    stderr,
    verbose: options.switches.has('verbose') || options.switches.has('debug'),
    hasProgress: isWatched && process.env['TERM'] !== 'dumb',
  });
  using findings = holdFindings((diagnostic) => stderr.report(diagnostic));
  let printing: Promise<void> | undefined;
  const print = (result: InvocationResult): Promise<void> => {
    watch[Symbol.dispose]();
    printing ??= loadPrinter().then(({ printResponse }) => printResponse(result));
    return printing;
  };
  const hooks: InvocationHooks = {
    report: findings.report,
    logs: stderr,
    installation,
    forerunner,
    signal,
    findPlace: findPlaceWith(installation.runtimes),
    onSandboxStarting: () => {
      findings.hold();
      void loadPrinter();
    },
    onResult: (result) => void print(result).catch(() => {}),
    ...watch.hooks,
    ...callHooks(options, stderr),
    ...(coverage === undefined ? {} : { coverage }),
  };
  const result = await invoke(request, through(hooks));
  await print(result);
  const { printVerdict } = await loadPrinter();
  findings[Symbol.dispose]();
  await watch.finish(result);
  await printVerdict(result, { stderr, runtimes: installation.runtimes, saysSuccess: isWatched });
  return result;
}

/** What takes the calls to AWS, where they are wanted in a file, and what keeps secrets out of what is recorded. */
function callHooks({ values }: Options, stderr: Console): Pick<InvocationHooks, 'onCalls' | 'redact' | 'onSecret'> {
  const { aws, cassette, 'aws-calls-file': file } = values;
  if (aws === undefined && cassette === undefined && file === undefined) return {};
  const secrets = createKnownSecrets();
  return {
    onSecret: secrets.add,
    redact: (text) => createRedactor(secrets.values).text(text),
    ...(file ? { onCalls: openCallsFile(file, process.cwd(), (diagnostic) => stderr.report(diagnostic)).add } : {}),
  };
}

/**
 * Diagnostics found from a moment on are held back until this is disposed of, so that the reason for a failure is the last
 * thing to read.
 */
interface HeldFindings extends Disposable {
  readonly report: ReportDiagnostic;
  readonly hold: () => void;
}

function holdFindings(report: ReportDiagnostic): HeldFindings {
  let held: Diagnostic[] | undefined;
  return {
    report: (diagnostic) => void (held === undefined ? report(diagnostic) : held.push(diagnostic)),
    hold() {
      held ??= [];
    },
    [Symbol.dispose]() {
      const all = held ?? [];
      held = undefined;
      for (const diagnostic of all) report(diagnostic);
    },
  };
}
