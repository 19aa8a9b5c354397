import { UserError } from '../diagnostics/user-error.js';
import { findInstallation } from '../invoke/find-installation.js';
import type { InvocationHooks } from '../invoke/hooks.js';
import type { Installation } from '../invoke/installation.js';
import { invoke } from '../invoke/invoke.js';
import type { InvocationResult } from '../invoke/result.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { type Options, parseOptions } from './options.js';
import { Console, writeAll } from './print.js';
import { toRequest } from './request.js';
import type { ThroughHooks } from './run-reported.js';
import { type Interruption, listenForSignals } from './signals.js';

/**
 * The command: reads its arguments, runs the function, prints what came back.
 * @param entry the folder of the running file
 * @returns the exit code.
 */
export async function main(argv: readonly string[], entry: string): Promise<number> {
  const installation = findInstallation(entry);
  using interruption = listenForSignals();
  let stderr: Console | undefined;
  try {
    const options = parseOptions(argv);
    if (options.switches.has('help') || options.switches.has('version')) return await inform(options, installation);
    stderr = new Console(process.stderr, options.switches.has('quiet'));
    return await run(options, installation, stderr, interruption);
  } catch (error) {
    const signalled = interruption.exitCode();
    if (signalled !== undefined) return signalled;
    stderr ??= new Console(process.stderr, false);
    if (error instanceof UserError) {
      stderr.report(error.diagnostic);
      return exitCodes.badRequest;
    }
    stderr.line(`error: a defect of invoke-local: ${error instanceof Error ? error.stack : String(error)}`);
    return exitCodes.defect;
  }
}

async function run(
  options: Options,
  installation: Installation,
  stderr: Console,
  interruption: Interruption,
): Promise<number> {
  const invokeThrough = (through?: ThroughHooks): Promise<InvocationResult> =>
    invokeAndPrint(options, installation, stderr, interruption.signal, through);
  const { 'report-json': json, 'report-junit': junit } = options.values;
  if (!json && !junit) return exitCodeOf(await invokeThrough());
  const { runReported } = await import('./run-reported.js');
  return runReported({ options, installation, stderr, received: interruption.received, invokeThrough });
}

/** Invokes the function, and prints what came back. `through` is what its hooks are passed through. */
async function invokeAndPrint(
  options: Options,
  installation: Installation,
  stderr: Console,
  signal: AbortSignal,
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
  const hooks: InvocationHooks = {
    report: (diagnostic) => stderr.report(diagnostic),
    logs: stderr,
    installation,
    signal,
    onSandboxStarting: () => void loadPrinter(),
  };
  const result = await invoke(request, through(hooks));
  const { printResult } = await loadPrinter();
  await printResult(result, stderr, installation.runtimes);
  return result;
}

async function inform({ switches }: Options, installation: Installation): Promise<number> {
  const { helpText, versionText } = await import('./help.js');
  await writeAll(process.stdout, switches.has('help') ? helpText() : versionText(installation));
  return exitCodes.success;
}
