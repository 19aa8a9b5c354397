import { findInstallation } from '../invoke/find-installation.js';
import { forerun } from '../invoke/forerun.js';
import type { main } from './main.js';

/** The flags that change nothing of how a runtime is started, each with a value. */
const plainFlags: readonly string[] = [
  '-d',
  '--data',
  '-p',
  '--path',
  '-x',
  '--context',
  '--contextPath',
  '-s',
  '--stage',
];

/** Switches of the same kind. */
const plainSwitches: readonly string[] = ['-q', '--quiet', '--raw', '--verbose', '--debug'];

/**
 * Runs the command. Where the function's runtime can be guessed from its arguments, it starts first, and the command is loaded
 * meanwhile.
 * @param entry the folder of the running file
 * @returns the exit code
 */
export async function start(argv: readonly string[], entry: string, load: () => Promise<typeof main>): Promise<number> {
  const installation = findInstallation(entry);
  const name = plainFunction(argv);
  const workingDirectory = process.cwd();
  const { runtimes } = installation;
  using forerunner =
    name === undefined
      ? undefined
      : forerun({ function: name, workingDirectory, hostEnvironment: process.env, runtimes });
  return await (await load())(argv, installation, forerunner);
}

/** The function that the arguments name, if they say nothing that could change how its runtime is started. */
function plainFunction(argv: readonly string[]): string | undefined {
  const rest = argv[0] === 'invoke' && argv[1] === 'local' ? argv.slice(2) : [...argv];
  let name: string | undefined;
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (plainSwitches.includes(argument)) continue;
    const value = rest.shift();
    if (argument === '-f' || argument === '--function') name = value;
    else if (!plainFlags.includes(argument)) return undefined;
  }
  return name;
}
