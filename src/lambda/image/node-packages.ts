import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmInstall } from '../../process/npm-install.js';
import { type ImageMachine, installedPackages } from './installed-packages.js';
import { nodeProvision, nodeSdk, sdkPeers, sdkRange } from './node-image.js';
import type { PackageQuestion } from './package-questions.js';
import type { PublishedLayer } from './powertools.js';
import { standNodePackages } from './stands.js';

/** A function in Node.js that asks for packages. */
export interface NodeAsker {
  readonly runtime: string;
  /** The declared major, `22`. */
  readonly version: string;
  /** The folder of the function's project. Absolute. */
  readonly sourceRoot: string;
}

/** Packages that belong together: those of the image, or those of a layer. */
export interface NodeShelf {
  /** Who has them in Lambda, for messages: `Lambda's image of nodejs22.x`. */
  readonly owner: string;
  /** Their folder below that of all images. */
  readonly path: readonly string[];
  /** Whether it has a package. */
  has(name: string): boolean;
  /** What npm is asked for. */
  rangeOf(name: string): string;
  /** What npm is asked for where a package needs it, whatever that one says. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** What packages are called in messages: `@aws-sdk/client-s3 (AWS SDK 3.1049.0)`. */
  titleOf(names: readonly string[]): string;
  /** Puts packages that are installed in a folder where they all stand together. */
  stand?(place: string, names: readonly string[]): Promise<void>;
}

/** A package's name as npm has it. */
const npmName = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/;

/** The packages of the image. What the SDK needs of `@smithy` has versions of its own. */
export function imageShelf({ runtime, version }: NodeAsker): NodeShelf {
  const sdk = nodeSdk(version);
  const range = sdkRange(sdk);
  return {
    owner: `Lambda's image of ${runtime}`,
    path: ['node', sdk.version],
    has: (name) => nodeProvision(name, version).startsWith('provided'),
    rangeOf: (name) => (name.startsWith('@smithy/') ? '*' : range),
    ...(sdk.kind === 'v3' ? { overrides: Object.fromEntries(sdkPeers.map((name) => [name, range])) } : {}),
    titleOf: (names) => `${names.join(', ')} (AWS SDK ${sdk.version})`,
    stand: (place, names) => standNodePackages(place, version, names),
  };
}

/** The packages of a layer that is published. Which version of the layer has which of them is not known: the newest of its major. */
export function layerShelf({ name, major, names }: PublishedLayer): NodeShelf {
  return {
    owner: `the layer ${name}`,
    path: ['node', `${name}`],
    has: (wanted) => names.some((prefix) => wanted.startsWith(prefix)),
    rangeOf: () => `^${major}`,
    titleOf: (wanted) => wanted.map((each) => `${each} ^${major}`).join(', '),
  };
}

/** The packages of a question that a shelf has, without others. */
export function namesOn(shelf: NodeShelf, { names }: PackageQuestion): string[] {
  return [...new Set(names.filter((name) => npmName.test(name) && shelf.has(name)))].sort();
}

/**
 * A folder from which the project's own packages are found, where it has installed one for development: code from an archive does
 * not see them by itself.
 */
export function foundNodePackage(name: string, { sourceRoot }: NodeAsker): string | undefined {
  for (let folder = sourceRoot; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', name, 'package.json'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * A folder whose `node_modules` has packages of a shelf; npm installs them where they are not there yet.
 * @throws InstallationError
 */
export async function installedNodePackages(
  names: readonly string[],
  { owner, path, rangeOf, titleOf, overrides, stand }: NodeShelf,
  machine: ImageMachine,
): Promise<string> {
  const packages = Object.fromEntries(names.map((name) => [name, rangeOf(name)]));
  const key = createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 16);
  const place = await installedPackages(
    {
      title: titleOf(names),
      owner,
      path: [...path, key],
      marks: names.map((name) => join('node_modules', name, 'package.json')),
      fill: (folder) =>
        npmInstall({
          folder,
          packages,
          ...(overrides && { overrides }),
          environment: machine.environment,
          signal: machine.signal,
        }),
    },
    machine,
  );
  await stand?.(place, names);
  return place;
}
