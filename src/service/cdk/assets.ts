import { dirname, resolve } from 'node:path';
import { type ConfigDocument, isMapping } from '../document/config-node.js';
import type { AssemblyStack } from './manifest.js';

/** The assets of an assembly, by the key under which a deploy puts them into a bucket. Paths are absolute. */
export type Assets = ReadonlyMap<string, string>;

/** Reads the files that list the assets of a stack. Source: AWS CDK, `cloud-assembly-schema`, `AssetManifest`. */
export async function readAssets(
  { assetFiles }: AssemblyStack,
  readDocument: (path: string) => Promise<ConfigDocument | undefined>,
): Promise<Assets> {
  const assets = new Map<string, string>();
  for (const file of assetFiles) {
    const value = (await readDocument(file))?.value;
    const files = isMapping(value) ? value['files'] : undefined;
    for (const asset of isMapping(files) ? Object.values(files) : []) {
      const source = isMapping(asset) ? asset['source'] : undefined;
      const path = isMapping(source) ? source['path'] : undefined;
      const destinations = isMapping(asset) && isMapping(asset['destinations']) ? asset['destinations'] : {};
      if (typeof path !== 'string') continue;
      for (const destination of Object.values(destinations)) {
        const key = isMapping(destination) ? destination['objectKey'] : undefined;
        if (typeof key === 'string') assets.set(key, resolve(dirname(file), path));
      }
    }
  }
  return assets;
}

/** The local place of what a property names by a bucket and a key. */
export function assetOf(property: unknown, assets: Assets): string | undefined {
  if (!isMapping(property)) return undefined;
  const key = property['S3Key'];
  if (typeof key === 'string') return assets.get(key);
  // A key is put together where the stack can be deployed to any account: its last part has the hash.
  const [, hash] = /([0-9a-f]{64})\.(?:zip|jar|json)/.exec(JSON.stringify(key) ?? '') ?? [];
  return hash === undefined ? undefined : [...assets].find(([objectKey]) => objectKey.includes(hash))?.[1];
}
