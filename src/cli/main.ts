import { UserError } from '../diagnostics/user-error.js';
import type { Installation } from '../invoke/installation.js';
import type { Forerunner } from '../lambda/sandbox/process/forerunner.js';
import { exitCodeOf, exitCodes } from './exit-codes.js';
import { type CommandRun, invokeAndPrint } from './invoke-and-print.js';
import { type Options, parseOptions } from './options.js';
import { Console, writeAll } from './print.js';
import { type Interruption, listenForSignals } from './signals.js';
import { hasColours } from './styles.js';

/**
 * The command: reads its arguments, runs the function, and prints the response or the error.
 * @param forerunner the function's process, where it was started on a guess
 * @returns the exit code.
 */
export async function main(
  argv: readonly string[],
  installation: Installation,
  forerunner: Forerunner | undefined,
): Promise<number> {
  using interruption = listenForSignals();
  let stderr: Console | undefined;
  try {
    if (argv[0] === 'event') return await (await import('./event-command.js')).printSample(argv.slice(1));
    if (argv[0] === 'stub') return await (await import('./stub-command.js')).printStub(argv.slice(1));
    if (argv[0] === 'test') {
      const { runTests } = await import('./test/test-command.js');
      stderr = openConsole(false);
      return await runTests(argv.slice(1), { installation, stderr, interruption, forerunner });
    }
    if (argv[0] === 'serve') {
      const { runServer } = await import('./serve/serve-command.js');
      stderr = openConsole(argv.includes('--quiet') || argv.includes('-q'));
      return await runServer(argv.slice(1), { installation, stderr, interruption });
    }
    if (argv[0] === 'merge') {
      const { runMerge } = await import('./merge/merge-command.js');
      stderr = openConsole(argv.includes('--quiet') || argv.includes('-q'));
      return await runMerge(argv.slice(1), { installation, stderr });
    }
    if (argv[0] === 'package') {
      const { printPackage } = await import('./package-command.js');
      stderr = openConsole(argv.includes('--quiet') || argv.includes('-q'));
      return await printPackage(argv.slice(1), { installation, stderr, signal: interruption.signal });
    }
    if (argv[0] === 'permissions') {
      const { printPermissions } = await import('./permissions/permissions-command.js');
      stderr = openConsole(argv.includes('--quiet') || argv.includes('-q'));
      return await printPermissions(argv.slice(1), { installation, stderr, signal: interruption.signal });
    }
    const options = parseOptions(argv);
    if (options.switches.has('help') || options.switches.has('version')) return await inform(options, installation);
    stderr = openConsole(options.switches.has('quiet'));
    return await run({ options, installation, stderr, forerunner }, interruption);
  } catch (error) {
    const signalled = interruption.exitCode();
    if (signalled !== undefined) return signalled;
    stderr ??= openConsole(false);
    if (error instanceof UserError) {
      stderr.report(error.diagnostic);
      return exitCodes.badRequest;
    }
    stderr.line(
      `${stderr.styles.error('error:')} a defect of invoke-local: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return exitCodes.defect;
  }
}

async function run(given: Omit<CommandRun, 'signal'>, interruption: Interruption): Promise<number> {
  const commandRun = { ...given, signal: interruption.signal };
  const { coverage: folder } = given.options.values;
  if (!folder) return runAsAsked(commandRun, interruption);
  const { runCovered } = await import('./run-covered.js');
  return runCovered(folder, given.stderr, (coverage) =>
    runAsAsked({ ...commandRun, ...(coverage === undefined ? {} : { coverage }) }, interruption),
  );
}

/** Runs the function, with the reports that were asked for. */
async function runAsAsked(commandRun: CommandRun, interruption: Interruption): Promise<number> {
  const { options, installation, stderr } = commandRun;
  const { 'report-json': json, 'report-junit': junit, 'report-html': html } = options.values;
  if (!json && !junit && !html) return exitCodeOf(await invokeAndPrint(commandRun));
  const { runReported } = await import('./run-reported.js');
  return runReported({
    options,
    installation,
    stderr,
    received: interruption.received,
    invokeThrough: (through) => invokeAndPrint(commandRun, through),
  });
}

function openConsole(quiet: boolean): Console {
  const { stderr, env } = process;
  return new Console(stderr, { quiet, hasColour: hasColours(stderr, env), isTerminal: stderr.isTTY === true });
}

async function inform({ switches }: Options, installation: Installation): Promise<number> {
  const { helpText, versionText } = await import('./help.js');
  await writeAll(process.stdout, switches.has('help') ? helpText() : versionText(installation));
  return exitCodes.success;
}
