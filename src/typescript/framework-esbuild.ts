import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';

import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { cacheFolders } from '../process/cache-folders.js';
import { type EsbuildPackage, esbuildIn } from './project-esbuild.js';
import { runCompiler } from './run-compiler.js';

/** The esbuild that version 4.41 of the framework brings along (its package.json). */
export const frameworkEsbuildVersion = '0.28.2';

/** How long npm may take, in ms. */
const timeoutMs = 120_000;

/** How to get the framework's esbuild. */
export interface EsbuildInstallation {
  /** The environment of the step or the shell: where the caches and npm are, and how npm reaches its registry. */
  readonly environment: Readonly<Record<string, string>>;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}

/** The installations under way in this process, by their folders. */
const installing = new Map<string, Promise<EsbuildPackage>>();

/**
 * The esbuild that version 4 of the framework brings along, from a cache folder of this machine. npm installs it there the
 * first time: into a folder beside it, which is then renamed, so that nobody sees half of it.
 * @throws NpmError if npm could not get it, or no cache folder can be written
 */
export async function frameworkEsbuild(installation: EsbuildInstallation): Promise<EsbuildPackage> {
  const places = cacheFolders(installation.environment).map(placeIn);
  for (const place of places) {
    const found = esbuildIn(place);
    if (found?.program !== undefined) return found;
  }
  let failure = new NpmError('there is no cache folder');
  for (const place of places) {
    const work = installing.get(place) ?? install(place, installation);
    installing.set(place, work);
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof UnwritableError)) throw error;
      failure = new NpmError(error.message);
    } finally {
      installing.delete(place);
    }
  }
  throw failure;
}

/** npm could not install esbuild. The message says why, as part of a sentence. */
export class NpmError extends Error {}

/** A cache folder can't be written. */
class UnwritableError extends Error {}

function placeIn(cache: string): string {
  return join(cache, 'invoke-local-esbuild', frameworkEsbuildVersion, `${process.platform}-${process.arch}`);
}

async function install(place: string, installation: EsbuildInstallation): Promise<EsbuildPackage> {
  const start = performance.now();
  const folder = await folderBeside(place);
  try {
    await npmInstall(folder, installation);
    await moveTo(place, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const found = esbuildIn(place);
  if (found === undefined) throw new NpmError(`${place} does not hold it`);
  installation.report({
    severity: 'notice',
    code: 'esbuild-installed',
    message: `esbuild ${frameworkEsbuildVersion}, as version 4 of the framework has it, was installed into ${place} in ${((performance.now() - start) / 1000).toFixed(1)} s.`,
    hint: 'This happens once on a machine, and not if the project has esbuild itself. `install-esbuild: false` turns it off.',
  });
  return found;
}

/** @throws UnwritableError if it can't be made */
async function folderBeside(place: string): Promise<string> {
  const parent = dirname(place);
  try {
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, '.installing-'));
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    return folder;
  } catch (error) {
    throw new UnwritableError(`the cache folder ${parent} can't be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** No script of a package runs, no settings of the project count: the cache is for all projects of this machine. */
const npmArguments = [
  'install',
  '--ignore-scripts',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=3000',
  `esbuild@${frameworkEsbuildVersion}`,
];

async function npmInstall(folder: string, { environment, report, signal }: EsbuildInstallation): Promise<void> {
  // On Windows npm is a script of the command interpreter.
  const isWindows = process.platform === 'win32';
  const interpreter = environment['ComSpec'] || 'cmd.exe';
  const { stdout, stderr, end } = await runCompiler({
    command: isWindows ? interpreter : 'npm',
    args: isWindows ? ['/d', '/s', '/c', ['npm', ...npmArguments].join(' ')] : npmArguments,
    workingDirectory: folder,
    environment,
    subject: 'with npm',
    report,
    signal,
    timeoutMs,
  }).catch((error) => {
    throw error instanceof UserError ? new NpmError(`npm took longer than ${timeoutMs / 1000} s`) : error;
  });
  if (end !== 0) throw new NpmError(`npm failed: ${reasonIn(`${stderr}\n${stdout}`) || end}`);
  if (esbuildIn(folder)?.program === undefined) {
    throw new NpmError(`npm brought no esbuild for ${process.platform}-${process.arch}`);
  }
}

/** What npm says of an error, without its codes and its advice. */
function reasonIn(printed: string): string {
  const lines = printed.split(/\r?\n/).map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
  const telling = lines.filter((line) => line !== '' && !/^(?:code|errno|syscall|type|network) \S+$/.test(line));
  return (telling[0] ?? '').replace(/\.$/, '').slice(0, 300);
}

/** Moves a finished installation into its place. If another run was there first, its own is kept. */
async function moveTo(place: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(folder, place);
      return;
    } catch (error) {
      if (esbuildIn(place)?.program !== undefined) return;
      if (attempt === 2) throw new NpmError(`${place} can't be written (${(error as NodeJS.ErrnoException).code})`);
      await rm(place, { recursive: true, force: true });
    }
  }
}
