import { nodeSdk } from './node-image.js';

/** The stand for a version of Node.js, `22`, below the folder of all images. */
export function nodeStand(version: string): string[] {
  return ['node', nodeSdk(version).version, 'runtime'];
}

/** The stand for a version of Ruby, `3.4`, below the folder of all images. */
export function rubyStand(version: string): string[] {
  return ['ruby', platformOf(version), 'runtime'];
}

/** Where the packages of Python are that were asked for together, below the folder of all images. All that the SDK needs is one set. */
export function pythonPlace(version: string, requirements: readonly string[]): string[] {
  return ['python', platformOf(version), (requirements[0] ?? '').replaceAll(/[<>]/g, '')];
}

/** What packages with native code depend on. */
export function platformOf(version: string): string {
  return `${version}-${process.platform}-${process.arch}`;
}
