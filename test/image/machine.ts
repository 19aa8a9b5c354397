import { join } from 'node:path';

import { run } from '../cli/command.js';
import { repositoryRoot } from '../paths.js';
import { folderOf } from '../service/open-folder.js';
import type { Registry } from './registry.js';

/** A machine with an empty tool cache, whose package managers ask a registry on the loopback. */
export interface Machine {
  readonly environment: NodeJS.ProcessEnv;
  /** Its tool cache. */
  readonly tools: string;
}

export async function newMachine({ environment }: Pick<Registry, 'environment'>): Promise<Machine> {
  const home = await folderOf({});
  const tools = join(home, 'tools');
  // What V8 has compiled of the bundle is that of all runs: each would compile it anew.
  const caches = { RUNNER_TOOL_CACHE: tools, XDG_CACHE_HOME: join(repositoryRoot, '.cache') };
  return { environment: { ...environment, HOME: home, ...caches }, tools };
}

/**
 * The service of one function `f`, whose handler is that of the file `app`.
 * @param more further settings of it, as lines of YAML
 */
export function serviceOf(runtime: string, files: Readonly<Record<string, string>>, more = ''): Promise<string> {
  const yaml = `service: packages\nprovider: {name: aws, runtime: ${runtime}}\nfunctions:\n  f:\n    handler: app.handler\n${more}`;
  return folderOf({ 'serverless.yml': yaml, ...files });
}

/** Invokes `f`, and gives what it returned and what was said. */
export async function invoke(folder: string, { environment }: Machine, ...args: string[]) {
  const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f', '-d', '{}', ...args], {
    cwd: folder,
    env: environment,
  });
  return { code, value: code === 0 ? JSON.parse(stdout.toString()) : undefined, said: stderr.toString() };
}
