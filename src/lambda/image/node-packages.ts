import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmInstall } from '../../process/npm-install.js';
import { type ImageMachine, installedPackages } from './installed-packages.js';
import { nodeProvision, nodeSdk } from './node-image.js';
import type { PackageQuestion } from './package-questions.js';

/** A function in Node.js that asks for packages. */
export interface NodeAsker {
  readonly runtime: string;
  /** The declared major, `22`. */
  readonly version: string;
  /** The folder of the function's project. Absolute. */
  readonly sourceRoot: string;
}

/** A package's name as npm has it, in the scopes that images have. */
const npmName = /^(?:@(?:aws-sdk|smithy)\/)?[a-z0-9][a-z0-9._-]*$/;

/** The packages of a question that the image has, without others. */
export function nodeNames({ names }: PackageQuestion, version: string): string[] {
  const provided = names.filter((name) => npmName.test(name) && nodeProvision(name, version).startsWith('provided'));
  return [...new Set(provided)].sort();
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
 * A folder whose `node_modules` has packages in the version of the image; npm installs them where they are not there yet.
 * @throws InstallationError
 */
export function installedNodePackages(
  names: readonly string[],
  { runtime, version }: NodeAsker,
  machine: ImageMachine,
): Promise<string> {
  const sdk = nodeSdk(version);
  const packages = Object.fromEntries(names.map((name) => [name, rangeOf(name, sdk.version)]));
  const key = createHash('sha256').update(names.join(' ')).digest('hex').slice(0, 16);
  return installedPackages(
    {
      title: names.map((name) => (name.startsWith('@smithy/') ? name : `${name} ${sdk.version}`)).join(', '),
      runtime,
      path: ['node', sdk.version, key],
      marks: names.map((name) => join('node_modules', name, 'package.json')),
      fill: (folder) => npmInstall({ folder, packages, environment: machine.environment, signal: machine.signal }),
    },
    machine,
  );
}

/** What the SDK needs of `@smithy` has versions of its own, up to that of the SDK's time. */
function rangeOf(name: string, sdkVersion: string): string {
  return name.startsWith('@smithy/') ? '*' : sdkVersion;
}
