import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

interface Manifest {
  readonly name?: unknown;
  readonly bin?: unknown;
  readonly dependencies?: unknown;
  readonly devDependencies?: unknown;
  readonly optionalDependencies?: unknown;
  readonly peerDependencies?: unknown;
}

/**
 * The patterns of what only development needs: packages that the development dependencies of a manifest need, and that its other
 * dependencies do not, with their programs in `.bin`. It walks the installed packages, as `npm ls` does. Source: Serverless
 * Framework, `plugins/package/lib/zip-service.js`, `excludeNodeDevDependencies`.
 * @param root the service's root, to which the patterns are relative. Absolute.
 * @param manifests its `package.json` files outside of `node_modules`. Absolute.
 */
export function devDependencyGlobs(root: string, manifests: readonly string[]): string[] {
  const development = new Set<string>();
  const production = new Set<string>();
  for (const file of manifests) {
    const folder = dirname(file);
    const manifest = readManifest(folder);
    if (manifest === undefined) continue;
    const own = { ...membersOf(manifest.dependencies), ...membersOf(manifest.optionalDependencies) };
    const forDevelopment = membersOf(manifest.devDependencies);
    // A package that is in both counts as one for development, as for npm.
    const others = Object.entries({ ...own, ...membersOf(manifest.peerDependencies) }).filter(
      ([name]) => !Object.hasOwn(forDevelopment, name),
    );
    collect(folder, Object.fromEntries(others), production);
    collect(folder, forDevelopment, development);
  }
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

/** Adds the folders of packages, and of what they need. */
function collect(from: string, wanted: Readonly<Record<string, unknown>>, found: Set<string>): void {
  for (const name of Object.keys(wanted)) {
    const folder = installedAt(from, name);
    if (folder === undefined || found.has(folder)) continue;
    found.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = readManifest(folder) ?? {};
    collect(
      folder,
      { ...membersOf(dependencies), ...membersOf(optionalDependencies), ...membersOf(peerDependencies) },
      found,
    );
  }
}

/** Where Node.js finds a package from a folder. */
function installedAt(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

function programsOf({ bin }: Manifest, name: string): string[] {
  if (typeof bin === 'string') return [name];
  return Object.keys(membersOf(bin));
}

function readManifest(folder: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
