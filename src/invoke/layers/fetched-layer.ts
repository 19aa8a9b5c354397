import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { AwsReadError } from '../../aws/aws-read-error.js';
import type { AwsReader } from '../../aws/aws-reader.js';
import type { LayerVersion } from '../../aws/layer-versions.js';
import { maxUnpackedBytes } from '../../lambda/limits.js';
import { getUrl } from '../../network/get-url.js';
import { cacheFolders } from '../../process/cache-folders.js';
import { InstallationError, installOnce } from '../../process/install-once.js';

/** Which layer is fetched, and how. */
export interface LayerFetch {
  /** With its version. */
  readonly arn: string;
  readonly region: string;
  /** The environment of the step or the shell, which says where the caches are. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly aws: Pick<AwsReader, 'layerVersion'>;
  readonly signal: AbortSignal;
}

/** The zip file of a layer, or why there is none; there is no reason to tell where nobody has credentials. */
export type FetchedLayer = { readonly file: string } | { readonly reason: string | undefined };

/** How long a download may take, in ms. */
const downloadLimitMs = 120_000;

/** Fetches a version of a layer into a cache folder, where it stays: a version never changes. */
export async function fetchedLayer({ arn, region, environment, aws, signal }: LayerFetch): Promise<FetchedLayer> {
  const name = arn.replaceAll(':', '+');
  const file = 'layer.zip';
  try {
    const place = await installOnce({
      places: cacheFolders(environment).map((cache) => join(cache, 'invoke-local-layers', name)),
      find: (folder) => (existsSync(join(folder, file)) ? folder : undefined),
      fill: async (folder) => {
        const version = await aws.layerVersion(arn, { region });
        await download(version, join(folder, file), AbortSignal.any([signal, AbortSignal.timeout(downloadLimitMs)]));
      },
      signal,
    });
    return { file: join(place, file) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AwsReadError) {
      return { reason: error.code === 'aws-credentials-missing' ? undefined : `${arn} ${error.message}` };
    }
    if (error instanceof InstallationError) return { reason: `${arn} could not be fetched: ${error.message}` };
    throw error;
  }
}

/** A download that may succeed another time: a connection that ended, or a server that has too much to do. */
class InterruptedError extends InstallationError {}

/** How often a download is tried, and how long after the first attempt the second one comes, in ms; each later one takes twice as long. */
const maxAttempts = 3;
const firstDelayMs = 200;

/** @throws InstallationError */
async function download(version: LayerVersion, file: string, signal: AbortSignal): Promise<void> {
  const { location, sizeBytes, mayBePlain } = version;
  if (!mayBePlain && !location.startsWith('https://'))
    throw new InstallationError('its content is not offered by HTTPS');
  if (sizeBytes > maxUnpackedBytes) throw tooLarge(sizeBytes);
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryDownload(version, file, signal);
    } catch (error) {
      if (attempt === maxAttempts || !(error instanceof InterruptedError) || signal.aborted) throw error;
      // Where the signal ends the wait, the next attempt says so.
      await delay(firstDelayMs * 2 ** (attempt - 1), undefined, { signal }).catch(() => {});
    }
  }
}

/** @throws InstallationError */
async function tryDownload(
  { location, sha256, mayBePlain }: LayerVersion,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const answer = await getUrl(location, { headers: {}, signal, ...(mayBePlain ? {} : { isSecure: true }) });
    const { statusCode } = answer;
    if (statusCode !== 200) {
      answer.destroy();
      const mayChange = statusCode >= 500 || statusCode === 429;
      throw new (mayChange ? InterruptedError : InstallationError)(`its content is answered with status ${statusCode}`);
    }
    await pipeline(
      answer,
      async function* (parts: AsyncIterable<Buffer>) {
        for await (const part of parts) {
          bytes += part.length;
          if (bytes > maxUnpackedBytes) throw tooLarge(bytes);
          hash.update(part);
          yield part;
        }
      },
      createWriteStream(file),
    );
  } catch (error) {
    if (error instanceof InstallationError || error instanceof TypeError) throw error;
    throw new InterruptedError(reasonOf(error as NodeJS.ErrnoException));
  }
  if (hash.digest('base64') !== sha256) throw new InstallationError('what came is not what its CodeSha256 says');
}

/** Node.js says no more of a connection that ended early than `aborted` or `socket hang up`. */
function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ECONNRESET') return 'the connection ended before all of it had come';
  return message.replace(/\.$/, '');
}

function tooLarge(bytes: number): InstallationError {
  return new InstallationError(`it has ${bytes} bytes or more, and ${maxUnpackedBytes} are Lambda's limit`);
}
