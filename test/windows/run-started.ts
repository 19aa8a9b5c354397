import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endGroup } from '../../src/process/end-group.js';
import { spawnGroup } from '../../src/process/process-group.js';
import { distFolder, repositoryRoot } from '../paths.js';
import type { Ended, Start } from './machine.js';
import type { StartFile } from './start.js';
import { temporaryFolder } from './temporary-folder.js';

/** How long a run of the command may take, in ms. */
const limitMs = 90_000;
const starter = join(repositoryRoot, 'lib', 'test', 'windows', 'start.js');

/** How Node.js for Windows is started here. */
export interface NodeStarter {
  /** Node.js, as Windows names its path. */
  readonly node: string;
  /** The program to start and its first arguments; Node.js itself on Windows. */
  readonly command: readonly [string, ...string[]];
  /** The environment of that program. */
  readonly environment: NodeJS.ProcessEnv;
  windowsPath(path: string): string;
}

/** Starts a face of the product with Node.js for Windows, and waits for its end, within a limit. */
export async function runStarted(
  { node, command: [program, ...first], environment, windowsPath }: NodeStarter,
  start: Start,
): Promise<Ended> {
  const folder = await temporaryFolder('run');
  const file = (name: string): string => join(folder, name);
  const described: StartFile = {
    command: node,
    args: [windowsPath(join(distFolder, start.face, `${start.program ?? 'index'}.js`)), ...start.args],
    folder: windowsPath(start.folder),
    environment: start.environment,
    stdin: windowsPath(file('stdin')),
    stdout: windowsPath(file('stdout')),
    stderr: windowsPath(file('stderr')),
  };
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(file('start.json'), JSON.stringify(described)),
    ...['stdout', 'stderr'].map((name) => writeFile(file(name), '')),
    writeFile(file('stdin'), start.input),
  ]);
  const startedMs = performance.now();
  const exitCode = await ended(program, [...first, windowsPath(starter), windowsPath(file('start.json'))], environment);
  const durationMs = performance.now() - startedMs;
  const [stdout, stderr] = await Promise.all([readFile(file('stdout'), 'utf8'), readFile(file('stderr'), 'utf8')]);
  return { ...(exitCode === undefined ? {} : { exitCode }), stdout, stderr, durationMs };
}

/** The exit code of a program; `undefined` for one that does not end within the limit. */
function ended(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawnGroup(command, args, { env, stdio: 'ignore' });
    const limit = setTimeout(() => void endGroup(child), limitMs);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code ?? undefined);
    });
  });
}
