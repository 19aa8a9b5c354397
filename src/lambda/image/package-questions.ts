import { type DeclaredRuntime, parseRuntime } from '../function/runtimes.js';
import { nodeSdk } from './node-image.js';
import type { PublishedLayer } from './powertools.js';
import { pythonDistributions } from './python-image.js';

/** How a function without packages of its image gets them: installed, only found on the machine, or not at all. */
export type ImagePackages = 'install' | 'found' | 'none';

/** The words of `image-packages`. */
export const imagePackagesWords: readonly ImagePackages[] = ['install', 'found', 'none'];

/** What a runtime asks for: packages of its image that nothing on this machine has. */
export interface PackageQuestion {
  /** The package that it needs now, and others that the same file names. */
  readonly names: readonly string[];
  /** The version of the interpreter, `3.12`, where its packages depend on that. */
  readonly version?: string;
}

/** Answers what a runtime asks. */
export interface PackageSource {
  /** Of which packages the runtime may ask. A name that ends with `/` or `-` stands for all that begin with it. */
  readonly names: readonly string[];
  /** @returns the folder that has them, absolute; `undefined` where they can't be had */
  provide(question: PackageQuestion): Promise<string | undefined>;
}

/** The packages of which the function of a runtime may ask: those of its image, and of its layers that are published. */
export function askableNames(runtime: string, layers: readonly PublishedLayer[]): readonly string[] {
  const declared = parseRuntime(runtime);
  const ofLayers = layers.filter(({ language }) => language === declared?.language).flatMap(({ names }) => names);
  return [...new Set([...namesOfImage(declared), ...ofLayers])];
}

function namesOfImage(declared: DeclaredRuntime | undefined): readonly string[] {
  switch (declared?.language) {
    case 'nodejs':
      return nodeSdk(declared.version).kind === 'v2' ? ['aws-sdk'] : ['@aws-sdk/', '@smithy/'];
    case 'python':
      return pythonDistributions.flatMap(({ modules }) => modules);
    case 'ruby':
      return ['aws-', 'jmespath'];
    default:
      return [];
  }
}
