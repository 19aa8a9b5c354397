import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { repositoryRoot } from '../paths.js';

/** A registry of npm on the loopback, which has packages of our own `node_modules`. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
  /** What was asked for, in order. */
  readonly requests: readonly string[];
}

/** Starts a registry with these packages. */
export async function startRegistry(names: readonly string[]): Promise<Registry> {
  const documents = new Map<string, { readonly type: string; readonly body: Buffer | (() => string) }>();
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    requests.push(path);
    const found = documents.get(path);
    if (found === undefined) return response.writeHead(404).end('{}');
    const body = typeof found.body === 'function' ? found.body() : found.body;
    return response.writeHead(200, { 'Content-Type': found.type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const name of names) {
    const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'node_modules', name, 'package.json'), 'utf8'));
    const tarball = pack(name);
    const file = `/${name}/-/${name.replace('/', '-')}-${manifest.version}.tgz`;
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    // Of what a package may bring along, npm asks twice for each that the registry lacks.
    const optionalDependencies = Object.fromEntries(
      Object.entries(manifest.optionalDependencies ?? {}).filter(([other]) => names.includes(other)),
    );
    const version = { ...manifest, optionalDependencies, dist: { tarball: url + file, integrity } };
    const document = { name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: version } };
    documents.set(`/${name}`, { type: 'application/json', body: () => JSON.stringify(document) });
    documents.set(file, { type: 'application/octet-stream', body: tarball });
  }
  return {
    url,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A package as npm publishes it: everything below `package/`. */
function pack(name: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'invoke-local-pack-'));
  try {
    cpSync(join(repositoryRoot, 'node_modules', name), join(folder, 'package'), { recursive: true, dereference: true });
    execFileSync('tar', ['-cf', 'package.tar', 'package'], { cwd: folder });
    return gzipSync(readFileSync(join(folder, 'package.tar')), { level: 1 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
