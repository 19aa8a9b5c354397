import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { writeZip } from '../write-zip.js';

/** A made-up package: its files by their paths. */
export interface MadePackage {
  readonly name: string;
  readonly version: string;
  readonly files: Readonly<Record<string, string>>;
  /** What it needs. */
  readonly needs?: Readonly<Record<string, string>>;
  /** What it asks for beside it; of packages for npm. */
  readonly peers?: Readonly<Record<string, string>>;
}

/** Registries of npm, PyPI and RubyGems on the loopback, with made-up packages. */
export interface Registry extends AsyncDisposable {
  /** What makes npm, pip and gem ask them, and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** What was asked for, in order. */
  readonly requests: string[];
}

/** Starts the registries. Gems are only there where `ruby` is. */
export async function startRegistry(packages: {
  readonly npm?: readonly MadePackage[];
  readonly pypi?: readonly MadePackage[];
  readonly gems?: readonly MadePackage[];
  readonly ruby?: string;
  /** How long each of their answers takes, in ms. */
  readonly delayMs?: number;
}): Promise<Registry> {
  const folder = await mkdtemp(join(tmpdir(), 'invoke-local-registry-'));
  const documents = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    requests.push(path);
    const found = documents.get(path) ?? documents.get(`${path}/`);
    setTimeout(() => {
      if (found === undefined) response.writeHead(404).end('{}');
      else response.writeHead(200, { 'Content-Type': typeOf(path) }).end(found);
    }, packages.delayMs ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const each of packages.npm ?? []) await publishToNpm(each, { folder, url, documents });
  for (const each of packages.pypi ?? []) await publishToPypi(each, { folder, documents });
  if (packages.ruby !== undefined) await publishGems(packages.gems ?? [], packages.ruby, { folder, documents });
  await writeFile(join(folder, 'gemrc'), `---\n:sources:\n- ${url}/gems/\n`);
  return {
    environment: {
      npm_config_registry: `${url}/npm`,
      npm_config_cache: join(folder, 'npm'),
      npm_config_userconfig: join(folder, 'npmrc'),
      PIP_INDEX_URL: `${url}/simple/`,
      PIP_NO_CACHE_DIR: '1',
      PIP_CONFIG_FILE: join(folder, 'none'),
      GEMRC: join(folder, 'gemrc'),
    },
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function typeOf(path: string): string {
  if (path.endsWith('/') || path.startsWith('/simple/')) return 'text/html';
  return path.startsWith('/npm/') && !path.endsWith('.tgz') ? 'application/json' : 'application/octet-stream';
}

interface Shelf {
  readonly folder: string;
  readonly documents: Map<string, Buffer>;
}

async function publishToNpm(
  made: MadePackage,
  { folder, url, documents }: Shelf & { readonly url: string },
): Promise<void> {
  const { name, version, files, needs = {}, peers = {} } = made;
  const manifest = { name, version, dependencies: needs, peerDependencies: peers };
  const place = await mkdtemp(join(folder, 'npm-'));
  await writeFiles(join(place, 'package'), { 'package.json': JSON.stringify(manifest), ...files });
  execFileSync('tar', ['-czf', 'package.tgz', 'package'], { cwd: place });
  const tarball = await readFile(join(place, 'package.tgz'));
  const file = `/npm/${name}/-/${name.replace('/', '-')}-${version}.tgz`;
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const earlier = JSON.parse(documents.get(`/npm/${name}`)?.toString() ?? '{"versions":{}}');
  const versions = { ...earlier.versions, [version]: { ...manifest, dist: { tarball: url + file, integrity } } };
  documents.set(`/npm/${name}`, Buffer.from(JSON.stringify({ name, 'dist-tags': { latest: version }, versions })));
  documents.set(file, tarball);
}

async function publishToPypi(
  { name, version, files, needs = {} }: MadePackage,
  { folder, documents }: Shelf,
): Promise<void> {
  const stem = `${name.replaceAll('-', '_')}-${version}`;
  const wheel = `${stem}-py3-none-any.whl`;
  const requires = Object.entries(needs).map(([other, range]) => `Requires-Dist: ${other}${range}\n`);
  const all: Record<string, string> = {
    ...files,
    [`${stem}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${requires.join('')}`,
    [`${stem}.dist-info/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  };
  const record = [...Object.keys(all), `${stem}.dist-info/RECORD`].map((path) => `${path},,\n`).join('');
  const entries = Object.entries({ ...all, [`${stem}.dist-info/RECORD`]: record });
  await writeZip(
    join(folder, wheel),
    entries.map(([path, content]) => ({ name: path, content, mode: 0o100644 })),
  );
  documents.set(`/simple/${name}/`, Buffer.from(`<!DOCTYPE html><a href="/files/${wheel}">${wheel}</a>`));
  documents.set(`/files/${wheel}`, await readFile(join(folder, wheel)));
}

/** Builds gems, and an index of them as `gem generate_index` writes it. */
async function publishGems(gems: readonly MadePackage[], ruby: string, { folder, documents }: Shelf): Promise<void> {
  const place = join(folder, 'gems');
  await mkdir(join(place, 'gems'), { recursive: true });
  for (const { name, version, files, needs = {} } of gems) {
    const source = await mkdtemp(join(folder, 'gem-'));
    await writeFiles(source, files);
    const lines = [
      `s.name = '${name}'; s.version = '${version}'; s.summary = 'made up'; s.authors = ['us']; s.homepage = 'http://localhost'`,
      `s.license = 'MIT'; s.files = ${JSON.stringify(Object.keys(files))}`,
      ...Object.entries(needs).map(([other, range]) => `s.add_dependency '${other}', '${range}'`),
    ];
    await writeFile(join(source, 'it.gemspec'), `Gem::Specification.new do |s|\n${lines.join('\n')}\nend\n`);
    execFileSync(ruby, ['-S', 'gem', 'build', 'it.gemspec'], { cwd: source, stdio: 'pipe' });
    const file = `${name}-${version}.gem`;
    await writeFile(join(place, 'gems', file), await readFile(join(source, file)));
  }
  execFileSync(ruby, ['-S', 'gem', 'generate_index', '--directory', place], { stdio: 'pipe' });
  for (const path of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    documents.set(`/gems/${file.slice(place.length + 1).replaceAll('\\', '/')}`, await readFile(file));
  }
}

async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
