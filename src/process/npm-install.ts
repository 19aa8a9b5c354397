import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstallationError } from './install-once.js';
import { runInstaller } from './run-installer.js';

/** What npm installs, and how. */
export interface NpmRequest {
  /** An empty folder, which gets a `node_modules`. Absolute. */
  readonly folder: string;
  /** The versions of the packages, by their names. */
  readonly packages: Readonly<Record<string, string>>;
  /** The versions of what these packages need, whatever they say themselves. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** The environment of the step or the shell: where npm is, and how it reaches its registry. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
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
];

/**
 * Installs packages with the machine's npm.
 * @throws InstallationError where npm fails, is not there, or takes too long
 */
export async function npmInstall({ folder, packages, overrides, environment, signal }: NpmRequest): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages, overrides }));
  const end = await runInstaller({
    tool: 'npm',
    command: 'npm',
    args: npmArguments,
    folder,
    environment,
    signal,
  });
  if (end.kind === 'failed') throw new InstallationError(`npm failed: ${reasonIn(end.printed) || end.how}`);
}

/** What npm says of an error, without its codes and its advice. */
function reasonIn(printed: string): string {
  const lines = printed.split(/\r?\n/).map((line) => line.replace(/^npm (?:error|ERR!) ?/, '').trim());
  const telling = lines.filter((line) => line !== '' && !/^(?:code|errno|syscall|type|network) \S+$/.test(line));
  return (telling[0] ?? '').replace(/\.$/, '').slice(0, 300);
}
