import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { goSettings } from '../go-settings.js';
import { briefJdk, briefMaven } from '../java-flags.js';
import { fixture, repositoryRoot } from '../paths.js';
import { reachableClients } from './reachable-go.js';

const run = promisify(execFile);
const buildTimeoutMs = 900_000;

/** The program in Go with its clients, built once into the cache folder; or why there is none. */
export async function buildGoClients(): Promise<{ readonly program: string } | { readonly unavailable: string }> {
  const sources = fixture('aws-clients', 'go');
  const built = await builtOnce('aws-sdk-go', sources, async (into) => {
    const environment = { ...process.env, ...goSettings(), GOTOOLCHAIN: 'local' };
    const clients = join(into, 'clients');
    const flags = ['-tags', 'lambda.norpc'];
    const moduleFile = await reachableClients(sources, clients, flags, environment);
    const args = ['build', '-ldflags=-s -w', `-modfile=${moduleFile}`, ...flags, '-o', join(into, 'bootstrap'), '.'];
    await run('go', args, { cwd: sources, timeout: buildTimeoutMs, env: environment });
    await rm(clients, { recursive: true });
  });
  return 'folder' in built ? { program: join(built.folder, 'bootstrap') } : built;
}

/** The artifact in Java with its clients, built once into the cache folder; or why there is none. */
export async function buildJavaClients(): Promise<{ readonly artifact: string } | { readonly unavailable: string }> {
  const sources = fixture('aws-clients', 'java');
  const built = await builtOnce('aws-sdk-java', sources, async (into) => {
    const libraries = join(into, 'content', 'lib');
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${libraries}`, '-DincludeScope=runtime'];
    const repository = `-Dmaven.repo.local=${join(into, 'repository')}`;
    await run('mvn', ['-q', '-B', repository, '-f', join(sources, 'pom.xml'), ...copy], {
      timeout: buildTimeoutMs,
      env: briefMaven,
    });
    const files = readdirSync(sources).filter((name) => name.endsWith('.java'));
    const classes = [...briefJdk, '--release', '17', '-cp', join(libraries, '*'), '-d', join(into, 'content')];
    await run('javac', [...classes, ...files.map((name) => join(sources, name))], { timeout: buildTimeoutMs });
    const archive = [
      '--create',
      '--no-compress',
      '--no-manifest',
      '--file',
      join(into, 'clients.zip'),
      '-C',
      join(into, 'content'),
      '.',
    ];
    await run('jar', archive, { timeout: buildTimeoutMs });
    for (const part of ['content', 'repository']) await rm(join(into, part), { recursive: true });
  });
  return 'folder' in built ? { artifact: join(built.folder, 'clients.zip') } : built;
}

/** Builds into a folder of the cache that is named after the sources, unless it is there. */
async function builtOnce(
  name: string,
  sources: string,
  build: (into: string) => Promise<void>,
): Promise<{ readonly folder: string } | { readonly unavailable: string }> {
  if (process.platform !== 'linux') return { unavailable: 'what is built for Lambda runs on Linux alone' };
  const digest = createHash('sha256');
  for (const file of readdirSync(sources).sort()) digest.update(readFileSync(join(sources, file)));
  const folder = join(repositoryRoot, '.cache', name, digest.digest('hex').slice(0, 16));
  if (existsSync(folder)) return { folder };
  const building = `${folder}.${process.pid}`;
  try {
    await mkdir(building, { recursive: true });
    await build(building);
    await rename(building, folder);
    return { folder };
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    const { stdout, stderr, message } = error as Error & { readonly stdout?: string; readonly stderr?: string };
    return { unavailable: (stderr?.trim() || stdout?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}
