import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the AWS chunk exports. */
export type AwsChunk = typeof import('./index.js');

/**
 * Loads the chunk with the AWS SDK, which is a file of its own that both faces share.
 * @param chunks the folder of the chunks, absolute
 */
export async function loadAws(chunks: string): Promise<AwsChunk> {
  const url = pathToFileURL(join(chunks, 'aws', 'index.js')).href;
  // The bundler makes a `require` of every import but those that have attributes, and this chunk is an ES module.
  return (await import(url, { with: {} })) as AwsChunk;
}
