import { findInstallation } from '../invoke/find-installation.js';
import { type ForerunRequest, forerun } from '../invoke/forerun.js';
import { parseIsolation } from '../invoke/isolation.js';
import { guessOnlyFunction } from './guess-only-function.js';
import type { main } from './main.js';

/** Flags that change nothing of how a runtime is started. */
interface PlainFlags {
  /** Those with a value. */
  readonly values: readonly string[];
  readonly switches: readonly string[];
}

const flagsOfReports: readonly string[] = ['--report-json', '--report-junit', '--report-html'];

const flagsOfInvocation: PlainFlags = {
  values: ['-d', '--data', '-p', '--path', '-x', '--context', '--contextPath', '-s', '--stage', ...flagsOfReports],
  switches: ['-q', '--quiet', '--raw', '--verbose', '--debug'],
};

const flagsOfSuite: PlainFlags = {
  values: [
    '-s',
    '--stage',
    '-t',
    '--test-name',
    '--tags',
    '--concurrency',
    '--retries',
    '--timeout-minutes',
    ...flagsOfReports,
  ],
  switches: ['-q', '--quiet', '-u', '--update', '--fail-fast', '--fail-on-flaky'],
};

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
      : await forerun({
          ...plain,
          workingDirectory: process.cwd(),
          hostEnvironment: process.env,
          installation,
          imagePackages: 'install',
        });
  return await (await load())(argv, installation, forerunner);
}

type Plain = Pick<ForerunRequest, 'function' | 'containment'>;

/** The function that the arguments name, if they say nothing else that could change how its runtime is started. */
function plainInvocation(argv: readonly string[]): Plain | undefined {
  const rest = argv[0] === 'invoke' && argv[1] === 'local' ? argv.slice(2) : argv;
  const values = [...flagsOfInvocation.values, '-f', '--function'];
  const read = readPlain(rest, { ...flagsOfInvocation, values });
  const name = read?.values.get('-f') ?? read?.values.get('--function');
  return read === undefined || name === undefined || read.others.length > 0
    ? undefined
    : { function: name, containment: read.containment };
}

/** The function of a suite that is named by nothing but a file with one case. */
function plainSuite(argv: readonly string[]): Plain | undefined {
  const read = readPlain(argv, flagsOfSuite);
  const [file, ...more] = read?.others ?? [];
  const name = file === undefined || more.length > 0 ? undefined : guessOnlyFunction(file);
  return read === undefined || name === undefined ? undefined : { function: name, containment: read.containment };
}

interface PlainArguments {
  readonly values: ReadonlyMap<string, string | undefined>;
  readonly others: readonly string[];
  readonly containment: ForerunRequest['containment'];
}

/** Reads arguments; `undefined` where a flag is another, since that may change how the runtime is started. */
function readPlain(argv: readonly string[], known: PlainFlags): PlainArguments | undefined {
  const rest = argv.values();
  const values = new Map<string, string | undefined>();
  const others: string[] = [];
  for (const argument of rest) {
    if (known.switches.includes(argument)) continue;
    if (!argument.startsWith('-')) others.push(argument);
    else if (argument === '--isolate' || known.values.includes(argument)) values.set(argument, rest.next().value);
    else return undefined;
  }
  const containment = parseIsolation(values.get('--isolate') ?? '')?.containment;
  return containment === undefined ? undefined : { values, others, containment };
}
