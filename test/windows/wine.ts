import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Unavailable, WindowsMachine } from './machine.js';
import { pythonForWindows, windowsCache } from './programs.js';
import { type NodeStarter, runStarted } from './run-started.js';

const run = promisify(execFile);

/** Wine's own files are in a folder of the tests, so that those of the user stay as they are. */
const prefix = join(windowsCache, 'wine');
const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], WINEPREFIX: prefix, WINEDEBUG: '-all' };

/**
 * Wine, once for each Node.js for Windows.
 * @param nodes paths of `node.exe`
 */
export async function openWine(nodes: readonly string[]): Promise<readonly WindowsMachine[] | Unavailable> {
  const version = await run('wine', ['--version'], { env: environment }).catch(() => undefined);
  if (version === undefined) return { unavailable: 'Wine is not on PATH. Get it with: apt-get install wine wine64' };
  await preparePrefix();
  const python = pythonForWindows();
  return Promise.all(
    nodes.map(async (path) => {
      const node = windowsPath(path);
      const starter: NodeStarter = { node, command: ['wine', path], environment, windowsPath };
      const nodeVersion = await versionOf(path);
      return {
        name: `Node.js ${nodeVersion} in ${version.stdout.trim()}`,
        isWine: true,
        node,
        nodeMajor: Number.parseInt(nodeVersion, 10),
        ...(python === undefined ? {} : { python: windowsPath(python) }),
        windowsPath,
        run: (start) => runStarted(starter, start),
      } satisfies WindowsMachine;
    }),
  );
}

/** Node.js refuses to run on the Windows 7 that Wine is by default. */
async function preparePrefix(): Promise<void> {
  if (existsSync(join(prefix, 'system.reg'))) return;
  await mkdir(prefix, { recursive: true });
  const key = ['HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
  await run('wine', ['reg', 'add', ...key], { env: environment });
}

async function versionOf(node: string): Promise<string> {
  const { default: description } = await import(join(node, '..', '..', 'package.json'), { with: { type: 'json' } });
  return description.version;
}

/** Wine shows the files of this machine as the drive Z. */
function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}
