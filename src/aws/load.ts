import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the AWS chunk exports. */
export type AwsChunk = typeof import('./index.js');

/**
 * Loads the chunk with the AWS SDK, a separate file that the action and the command share.
 * @param chunks the folder of the chunks, absolute
 */
export async function loadAws(chunks: string): Promise<AwsChunk> {
  const url = pathToFileURL(join(chunks, 'aws', 'index.js')).href;
  // The bundler would look for the modules that this could load, and leave no more than those.
  return (await import(/* webpackIgnore: true */ url)) as AwsChunk;
}
