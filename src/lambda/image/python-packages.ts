import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstallationError } from '../../process/install-once.js';
import { runInstaller } from '../../process/run-installer.js';
import { type ImageMachine, installedPackages } from './installed-packages.js';
import type { PackageQuestion } from './package-questions.js';
import type { PublishedLayer } from './powertools.js';
import { pythonDistributionOf, pythonRequirements } from './python-image.js';
import { pythonPlace } from './stand-places.js';

/** A function in Python that asks for packages. */
export interface PythonAsker {
  readonly runtime: string;
  /** The declared version, `3.12`. */
  readonly version: string;
  /** The interpreter that runs it, whose pip is asked first. */
  readonly interpreter: { readonly command: string; readonly args: readonly string[] };
  /** Its layers that are published as packages. */
  readonly layers: readonly PublishedLayer[];
}

/**
 * A folder for `sys.path` with the distribution of the image, or of a published layer, that has a module; pip installs it where it is
 * not there yet. What the runtime has for itself is not installed: libraries import it where it is there, and do without it else.
 * @throws InstallationError
 */
export async function installedPythonPackages(
  { names: [module = ''], version: running }: PackageQuestion,
  asker: PythonAsker,
  machine: ImageMachine,
): Promise<string | undefined> {
  if (running === undefined || !/^3\.\d+$/.test(running)) return undefined;
  const wanted = ofLayer(module, asker) ?? ofImage(module, running, asker);
  if (wanted === undefined) return undefined;
  const { requirements, owner } = wanted;
  const { interpreter } = asker;
  return installedPackages(
    {
      title: requirements.map((requirement) => requirement.replace('==', ' ')).join(', '),
      owner,
      path: pythonPlace(running, requirements),
      marks: [installedMark],
      fill: async (folder) => {
        await pipInstall(folder, { requirements, running, interpreter, machine });
        await writeFile(join(folder, installedMark), '');
      },
    },
    machine,
  );
}

/** What pip is asked for, and who has that in Lambda. */
interface PythonShelf {
  readonly requirements: readonly string[];
  readonly owner: string;
}

/** Which version of a layer has which of its package is not known: the newest of its major. */
function ofLayer(module: string, { layers }: PythonAsker): PythonShelf | undefined {
  const layer = layers.find(({ language, names }) => language === 'python' && names.includes(module));
  if (layer === undefined) return undefined;
  const { major, name } = layer;
  return { requirements: [`aws-lambda-powertools[all]>=${major},<${major + 1}`], owner: `the layer ${name}` };
}

function ofImage(module: string, running: string, { runtime, version }: PythonAsker): PythonShelf | undefined {
  const distribution = pythonDistributionOf(module);
  if (distribution?.isForFunctions !== true) return undefined;
  // An older interpreter than the declared one may be too old for the versions of its image.
  const fitting = minor(running) < minor(version) ? running : version;
  return { requirements: pythonRequirements(distribution.name, fitting), owner: `Lambda's image of ${runtime}` };
}

function minor(version: string): number {
  return Number(version.split('.')[1]);
}

/** A file that says that pip has done all that it was asked for. */
const installedMark = '.installed';

interface PipRequest {
  readonly requirements: readonly string[];
  /** The version of Python for which it is. */
  readonly running: string;
  readonly interpreter: PythonAsker['interpreter'];
  readonly machine: Pick<ImageMachine, 'environment' | 'signal'>;
}

/** Only wheels: nothing of a package runs while it is installed. */
const pipArguments = [
  'install',
  '--only-binary=:all:',
  '--implementation=cp',
  '--disable-pip-version-check',
  '--no-input',
  '--quiet',
  '--retries=1',
  '--timeout=10',
];

/**
 * Installs distributions with the pip of the interpreter, else with the one on PATH, else with uv.
 * @throws InstallationError
 */
async function pipInstall(folder: string, { requirements, running, interpreter, machine }: PipRequest): Promise<void> {
  const { environment, signal } = machine;
  const target = ['--target', folder];
  const pip = [...pipArguments, `--python-version=${running}`, ...target, ...requirements];
  const ways = [
    { tool: 'pip', command: interpreter.command, args: [...interpreter.args, '-m', 'pip', ...pip] },
    { tool: 'pip', command: process.platform === 'win32' ? 'pip.exe' : 'pip3', args: pip },
    {
      tool: 'uv',
      command: 'uv',
      args: ['pip', 'install', '--only-binary=:all:', `--python-version=${running}`, ...target, ...requirements],
    },
  ];
  let reason = '';
  for (const way of ways) {
    const end = await runInstaller({ ...way, folder, environment, signal });
    if (end.kind === 'done') return;
    const isMissing = end.printed === '' || /No module named '?pip/.test(end.printed);
    reason ||= isMissing ? '' : `${way.tool} failed: ${reasonIn(end.printed)}`;
    if (!isMissing) break;
  }
  throw new InstallationError(reason || `neither ${interpreter.command} nor PATH has pip`);
}

/** What pip says of an error: its last line of that kind says most. */
function reasonIn(printed: string): string {
  const errors = printed.split(/\r?\n/).filter((line) => /^(?:ERROR|error): /.test(line));
  const told = errors.at(-1) ?? printed.trim().split(/\r?\n/).at(-1) ?? '';
  return told
    .replace(/^(?:ERROR|error): /, '')
    .replace(/\.$/, '')
    .slice(0, 300);
}
