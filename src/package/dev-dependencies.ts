import { dirname, posix, relative, sep } from 'node:path';
import { dependencyFolders, type Manifest, membersOf, readManifest } from './dependency-folders.js';

/**
 * The patterns of what only development needs: packages that the development dependencies of a manifest need, and that its other
 * dependencies do not, with their programs in `.bin`. Source: Serverless Framework, `plugins/package/lib/zip-service.js`,
 * `excludeNodeDevDependencies`.
 * @param root the service's root, to which the patterns are relative. Absolute.
 * @param manifests its `package.json` files outside of `node_modules`. Absolute.
 */
export function devDependencyGlobs(root: string, manifests: readonly string[]): string[] {
  const { development, production } = dependencyFolders(manifests.map((file) => dirname(file)));
  return [...development]
    .filter((folder) => !production.has(folder))
    .flatMap((folder) => {
      const item = relative(root, folder).replaceAll(sep, '/');
      const manifest = readManifest(folder);
      if (manifest === undefined || item.startsWith('..') || !item.includes('node_modules/')) return [];
      const programs = programsOf(manifest, posix.basename(item)).map((name) =>
        posix.join(posix.dirname(item), '.bin', name),
      );
      return [`${item}/**`, ...programs];
    });
}

function programsOf({ bin }: Manifest, name: string): string[] {
  if (typeof bin === 'string') return [name];
  return Object.keys(membersOf(bin));
}
