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
  // The bundler turns every import without attributes into a `require`, but this chunk is an ES module.
  return (await import(url, { with: {} })) as AwsChunk;
}
