import type { InvocationHooks } from '../invoke/hooks.js';
import type { Installation } from '../invoke/installation.js';
import { invoke } from '../invoke/invoke.js';
import type { InvocationResult } from '../invoke/result.js';
import type { Options } from './options.js';
import type { Console } from './print.js';
import { toRequest } from './request.js';
import type { ThroughHooks } from './run-reported.js';
import { watchInvocation } from './watch.js';

/** What an invocation by the command needs. */
export interface CommandRun {
  readonly options: Options;
  readonly installation: Installation;
  readonly stderr: Console;
  readonly signal: AbortSignal;
}

/** Invokes the function, and prints what came back. `through` is what its hooks are passed through. */
export async function invokeAndPrint(
  { options, installation, stderr, signal }: CommandRun,
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
  const hooks: InvocationHooks = {
    report: (diagnostic) => stderr.report(diagnostic),
    logs: stderr,
    installation,
    signal,
    onSandboxStarting: () => void loadPrinter(),
    ...watch.hooks,
  };
  const result = await invoke(request, through(hooks));
  watch[Symbol.dispose]();
  const { printResult } = await loadPrinter();
  await printResult(result, { stderr, runtimes: installation.runtimes, saysSuccess: isWatched });
  await watch.finish(result);
  return result;
}
