import { findInstallation } from '../invoke/find-installation.js';
import { type ForerunRequest, forerun } from '../invoke/forerun.js';
import { parseIsolation } from '../invoke/isolation.js';
import { guessOnlyFunction } from './guess-only-function.js';
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
  const plain = argv[0] === 'test' ? plainSuite(argv.slice(1)) : plainInvocation(argv);
  using forerunner =
    plain === undefined
      ? undefined
      : await forerun({ ...plain, workingDirectory: process.cwd(), hostEnvironment: process.env, installation });
  return await (await load())(argv, installation, forerunner);
}

/** The function that the arguments name, if they say nothing else that could change how its runtime is started. */
function plainInvocation(argv: readonly string[]): Pick<ForerunRequest, 'function' | 'containment'> | undefined {
  const rest = argv[0] === 'invoke' && argv[1] === 'local' ? argv.slice(2) : [...argv];
  let name: string | undefined;
  let isolation: string | undefined;
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (plainSwitches.includes(argument)) continue;
    const value = rest.shift();
    if (argument === '-f' || argument === '--function') name = value;
    else if (argument === '--isolate') isolation = value;
    else if (!plainFlags.includes(argument)) return undefined;
  }
  const containment = parseIsolation(isolation ?? '')?.containment;
  return name === undefined || containment === undefined ? undefined : { function: name, containment };
}

/** The function of a suite that is named by nothing but a file with one case. */
function plainSuite([file, ...more]: readonly string[]): ReturnType<typeof plainInvocation> {
  const name = file === undefined || more.length > 0 ? undefined : guessOnlyFunction(file);
  const containment = parseIsolation('')?.containment;
  return name === undefined || containment === undefined ? undefined : { function: name, containment };
}
