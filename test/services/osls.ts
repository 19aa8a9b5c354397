import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installAlone } from '../install-alone.js';
import { installEnvironment } from '../install-environment.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const version = '3.77.1';
const installTimeoutMs = 300_000;
const runTimeoutMs = 90_000;

/** The parts of what `osls print` prints that are compared. */
export interface PrintedService {
  readonly provider: PrintedSettings;
  readonly functions: Readonly<Record<string, PrintedSettings & { readonly handler: string; readonly name: string }>>;
}

export interface PrintedSettings {
  readonly runtime?: string;
  readonly timeout?: number;
  readonly memorySize?: number;
  readonly environment?: Readonly<Record<string, unknown>>;
}

type Environment = Readonly<Record<string, string>>;

/** Lets osls keep what it compiles its schema to, which takes most of its time: else that is in the home folder, a new one in each run. */
export const compiledSchemas: Environment = { SLS_SCHEMA_CACHE_BASE_DIR: join(repositoryRoot, '.cache', 'osls') };

/** The maintained successor of the framework's version 3. It is installed into the cache folder where it is first asked. */
export const osls = {
  /** `osls 3.77.1` */
  name: `osls ${version}`,

  /** The JavaScript of its command. */
  program: installedProgram,

  /** A service's configuration with its variables resolved, as JSON of a {@link PrintedService}. */
  async print(folder: string, stage: string): Promise<string> {
    const printed = await runOsls(folder, ['print', '--format', 'json', '--stage', stage]);
    return JSON.stringify(JSON.parse(printed));
  },

  /** Writes the archives of a service to its `.serverless`. */
  async package(folder: string): Promise<void> {
    await runOsls(folder, ['package']);
  },

  /** What a function answers, as text: it is run with an event that is given as JSON. */
  async invokeLocal(folder: string, name: string, event: string, environment?: Environment): Promise<string> {
    return (await runOsls(folder, ['invoke', 'local', '-f', name, '--data', event], environment)).trim();
  },
};

async function installedProgram(): Promise<string> {
  const folder = join(repositoryRoot, '.cache', 'osls', version);
  const program = join(folder, 'node_modules', 'osls', 'bin', 'serverless.js');
  await installAlone(folder, async () => {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    await run('npm', ['install', '--no-audit', '--no-fund', '--silent', `osls@${version}`], {
      cwd: folder,
      env: installEnvironment(),
      timeout: installTimeoutMs,
      shell: process.platform === 'win32',
    });
    if (!existsSync(program)) throw new Error(`osls ${version} has no ${program}.`);
  });
  return program;
}

async function runOsls(folder: string, args: readonly string[], environment: Environment = {}): Promise<string> {
  const program = await installedProgram();
  const { PATH, Path, SystemRoot } = process.env;
  const home = await mkdtemp(join(tmpdir(), 'invoke-local-osls-home-'));
  try {
    const { stdout } = await run(process.execPath, [program, ...args], {
      cwd: folder,
      timeout: runTimeoutMs,
      maxBuffer: 2 ** 26,
      env: {
        PATH,
        Path,
        SystemRoot,
        HOME: home,
        USERPROFILE: home,
        CI: 'true',
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...compiledSchemas,
        ...environment,
      },
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
    throw new Error([message, stdout, stderr].filter(Boolean).join('\n'));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/**
 * Copies a workspace, with a plugin that does nothing in the place of each one that the service lists, for osls loads them.
 * @returns the copy, which the caller removes
 */
export async function copyWithPlugins(
  workspace: string,
  service: string,
  plugins: readonly string[],
): Promise<{ readonly copy: string; readonly service: string }> {
  const copy = await mkdtemp(join(tmpdir(), 'invoke local osls '));
  await cp(workspace, copy, { recursive: true });
  for (const plugin of plugins) {
    const file = join(copy, service, 'node_modules', plugin, 'index.js');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, 'module.exports = class {};\n');
  }
  return { copy, service: join(copy, service) };
}
