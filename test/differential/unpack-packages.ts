import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installEnvironment } from '../install-environment.js';

const run = promisify(execFile);
const timeout = 300_000;

/** A package of npm's registry. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Its only files that are wanted, by their paths in it; all of them if absent. */
  readonly files?: readonly string[];
}

/**
 * Puts packages into `node_modules` of a folder as they were published: without what they depend on, and without running anything of
 * them. To install one is to resolve, to fetch and to unpack all that its scripts build with.
 */
export async function unpackPackages(folder: string, packages: readonly PublishedPackage[]): Promise<void> {
  const specifiers = packages.map(({ name, version }) => `${name}@${version}`);
  await run('npm', ['pack', '--silent', ...specifiers], { cwd: folder, timeout, env: installEnvironment() });
  for (const { name, version, files = [] } of packages) {
    const archive = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
    const target = join(folder, 'node_modules', name);
    await mkdir(target, { recursive: true });
    const wanted = files.map((file) => `package/${file}`);
    await run('tar', ['xzf', archive, '-C', target, '--no-same-owner', '--strip-components', '1', ...wanted], {
      timeout,
    });
    await rm(archive);
  }
}
