import { join } from 'node:path';
import { cacheFolders } from '../../process/cache-folders.js';

/** The folders of this machine that may hold packages of images, the best first. Absolute. */
export function imageFolders(environment: Readonly<Record<string, string | undefined>>): string[] {
  return cacheFolders(environment).map((cache) => join(cache, 'invoke-local-image'));
}
