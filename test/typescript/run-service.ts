import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { invoke } from '../../src/invoke/invoke.js';
import type { InvocationResult } from '../../src/invoke/result.js';
import { atFileEnd } from '../at-file-end.js';
import { repositoryRoot } from '../paths.js';
import { compilerBundle } from './compiler-bundle.js';

const folders: string[] = [];

atFileEnd(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A new folder, with spaces in its name, far from any `node_modules`, which is removed at the end. */
async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'invoke local typescript ')));
  folders.push(folder);
  return folder;
}

/** Copies a fixture to where it finds no esbuild, or only the one that it is given. */
export async function copyOf(fixture: string, { esbuild = false }: { esbuild?: boolean } = {}): Promise<string> {
  const folder = await newFolder();
  await cp(fixture, folder, { recursive: true });
  if (esbuild) await installEsbuild(folder);
  return folder;
}

/** Writes a service with one function, `f`, of the handler `src/app.handler`, and what else it consists of. */
export async function serviceOf(
  files: Readonly<Record<string, string>>,
  {
    config = '',
    esbuild = true,
    runtime = 'nodejs20.x',
  }: { config?: string; esbuild?: boolean; runtime?: string } = {},
): Promise<string> {
  const folder = await newFolder();
  const main = `service: s\nprovider: { name: aws, runtime: ${runtime} }\nfunctions: { f: { handler: src/app.handler } }\n${config}`;
  for (const [name, text] of Object.entries({ 'serverless.yml': main, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  if (esbuild) await installEsbuild(folder);
  return folder;
}

async function installEsbuild(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await symlink(join(repositoryRoot, 'node_modules', 'esbuild'), join(folder, 'node_modules', 'esbuild'), 'junction');
}

/** What came of an invocation, and what was said meanwhile. */
export interface ServiceRun {
  readonly result: InvocationResult;
  /** The response or the error, parsed. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly logs: string;
}

/** Invokes a function of a service through the whole engine. */
export async function run(
  folder: string,
  name = 'f',
  { event = {}, path, interpreter }: { event?: unknown; path?: string; interpreter?: string } = {},
): Promise<ServiceRun> {
  const diagnostics: Diagnostic[] = [];
  const logs: Buffer[] = [];
  const chunks = await compilerBundle();
  const result = await invoke(
    {
      function: name,
      workingDirectory: folder,
      params: {},
      options: {},
      event: path === undefined ? { data: JSON.stringify(event), raw: false } : { path, raw: false },
      context: {},
      environment: {},
      hostEnvironment: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: join(chunks, 'cache') },
      inheritEnvironment: true,
      credentials: {},
      ...(interpreter === undefined ? {} : { interpreter }),
    },
    {
      report: (diagnostic) => void diagnostics.push(diagnostic),
      logs: { write: (chunk) => void logs.push(chunk) },
      installation: { runtimes: join(repositoryRoot, 'runtimes'), chunks },
      signal: new AbortController().signal,
    },
  );
  const body = result.status === 'success' ? result.response : result.error;
  const value: unknown = JSON.parse(body.toString('utf8'));
  return { result, value, diagnostics, logs: Buffer.concat(logs).toString('utf8') };
}
