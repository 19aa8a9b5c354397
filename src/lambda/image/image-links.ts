import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { membersOf } from '../../host/members-of.js';
import { languageMountPoint, runtimeMountPoint } from '../environment/layer-paths.js';
import type { DeclaredRuntime, Language } from '../function/runtimes.js';
import { isInterpreter } from '../interpreter/is-interpreter.js';
import { imageFolders } from './image-folders.js';
import { nodeProvision, nodeSdk } from './node-image.js';
import type { ImagePackages } from './package-questions.js';
import { hasOwnSitePackages, pythonRequirements } from './python-image.js';
import { nodeStand, pythonPlace, rubyStand } from './stand-places.js';

/** What of Lambda's image a function may look for by its literal path. */
export interface ShownImage {
  readonly declared: DeclaredRuntime;
  /** What it is started with: absolute, or a name. */
  readonly interpreter: string;
  readonly packages: ImagePackages;
  /** The folder from which the project's own packages are found. Absolute. */
  readonly root: string;
  /** The environment of the step or the shell: where the caches are. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A link in a room, and what of the machine it leads to, which may be missing as yet. Absolute paths. */
export interface ImageLink {
  readonly path: string;
  readonly target: string;
}

/**
 * What stands in the places of Lambda's image: the interpreter, and the packages of the image that this machine has. What is installed
 * later is there from then on. A machine that has these places itself keeps them.
 */
export function imageLinks(image: ShownImage): ImageLink[] {
  const free = [languageMountPoint, runtimeMountPoint].filter((mountPoint) => !existsSync(mountPoint));
  return [...interpreterLinks(image), ...packageLinks(image)].filter(({ path }) =>
    free.some((mountPoint) => path.startsWith(mountPoint)),
  );
}

/** The names of the interpreters in `/var/lang/bin`, by which scripts of layers begin (`#!/var/lang/bin/python3.12`). */
const interpreterNames: Readonly<Record<Language, (version: string) => readonly string[]>> = {
  nodejs: () => ['node'],
  python: (version) => ['python', 'python3', `python${version}`],
  java: () => ['java'],
  ruby: () => ['ruby'],
  custom: () => [],
};

/** None for what looks for an interpreter by its own name, and for a virtual environment, whose packages it would not find by a link. */
function interpreterLinks({ declared: { language, version }, interpreter }: ShownImage): ImageLink[] {
  const isOne = isAbsolute(interpreter) && isInterpreter(interpreter);
  if (!isOne || existsSync(join(dirname(dirname(interpreter)), 'pyvenv.cfg'))) return [];
  const names = interpreterNames[language](version);
  return names.map((name) => ({ path: join(languageMountPoint, 'bin', name), target: interpreter }));
}

/** The packages of the project come first, as they do where a function asks for one. */
function packageLinks({ declared, packages, root, environment }: ShownImage): ImageLink[] {
  if (packages === 'none') return [];
  const { language, version } = declared;
  const ofProject = language === 'nodejs' ? projectSdk(version, root) : [];
  if (ofProject.length > 0) return ofProject;
  const path = packages === 'install' ? cachedPath(declared) : undefined;
  if (path === undefined) return [];
  const places = imageFolders(environment).map((folder) => join(folder, ...path));
  const target = places.find((place) => existsSync(place)) ?? places[0];
  const isOfLanguage = language === 'python' && hasOwnSitePackages(version);
  const library = join(languageMountPoint, 'lib', `python${version}`, 'site-packages');
  return target === undefined ? [] : [{ path: isOfLanguage ? library : runtimeMountPoint, target }];
}

/** The packages of the AWS SDK that the project has installed, without those that the image has not. */
function projectSdk(version: string, root: string): ImageLink[] {
  const scope = nodeSdk(version).kind === 'v2' ? '' : '@aws-sdk';
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    const names = scope === '' ? ['aws-sdk'] : membersOf(join(modules, scope)).map(({ name }) => `${scope}/${name}`);
    const links = names
      .filter((name) => nodeProvision(name, version) === 'provided')
      .map((name) => ({ path: join(runtimeMountPoint, 'node_modules', name), target: join(modules, name) }));
    if (links.some(({ target }) => existsSync(target))) return links;
    if (dirname(folder) === folder) return [];
  }
}

/** Where the cache has packages of an image, below the folder of all images. */
function cachedPath({ language, version }: DeclaredRuntime): string[] | undefined {
  switch (language) {
    case 'nodejs':
      return nodeStand(version);
    case 'python':
      return pythonPlace(version, pythonRequirements('boto3', version));
    case 'ruby':
      return rubyStand(version);
    default:
      return undefined;
  }
}
