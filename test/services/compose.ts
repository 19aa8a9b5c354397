import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installAlone } from '../install-alone.js';
import { installEnvironment } from '../install-environment.js';
import { repositoryRoot } from '../paths.js';
import { compiledSchemas, osls } from './osls.js';

const run = promisify(execFile);
const version = '1.3.0';
const installTimeoutMs = 300_000;
const runTimeoutMs = 90_000;

/**
 * The framework's own command for compositions, with osls as the framework. Both are installed into the cache folder where they are first
 * asked.
 */
export const compose = {
  /** What it is, with the version, and that of the framework. */
  name: `@serverless/compose ${version}, ${osls.name}`,
  invoke,
};

async function installedProgram(): Promise<string> {
  const folder = join(repositoryRoot, '.cache', 'compose', version);
  const program = join(folder, 'node_modules', '@serverless', 'compose', 'bin', 'serverless-compose');
  await installAlone(folder, async () => {
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    const options = ['--no-audit', '--no-fund', '--silent', '--ignore-scripts'];
    await run('npm', ['install', ...options, `@serverless/compose@${version}`], {
      cwd: folder,
      env: installEnvironment(),
      timeout: installTimeoutMs,
    });
  });
  return program;
}

/** What `serverless-compose <service>:invoke:local -f <function>` prints on standard output. */
async function invoke(
  folder: string,
  service: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const [program, oslsProgram] = await Promise.all([installedProgram(), osls.program()]);
  const home = await mkdtemp(join(tmpdir(), 'invoke-local-compose-home-'));
  try {
    // It asks the framework for its version, which osls words otherwise.
    const framework = join(home, 'serverless');
    const answer = '[ "$1" = --version ] && { echo "Framework Core: 3.40.0"; exit 0; }';
    await writeFile(framework, `#!/bin/sh\n${answer}\nexec "${process.execPath}" "${oslsProgram}" "$@"\n`);
    await chmod(framework, 0o755);
    const { stdout } = await run(process.execPath, [program, `${service}:invoke:local`, ...args], {
      cwd: folder,
      timeout: runTimeoutMs,
      env: {
        ...environment,
        PATH: [home, process.env['PATH']].join(delimiter),
        HOME: home,
        CI: 'true',
        SLS_NOTIFICATIONS_MODE: 'off',
        SLS_TELEMETRY_DISABLED: '1',
        ...compiledSchemas,
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    return stdout;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
