import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** A configuration value beyond that is a mistake, in bytes. */
const maxObjectBytes = 16 * 1024 * 1024;

/** The objects of S3. A signal ends a question. */
export interface ObjectStore {
  /**
   * The text of an object, or its size where it is too large; `undefined` where there is no such object.
   * @throws the SDK's own error.
   */
  text(bucket: string, key: string, abortSignal: AbortSignal): Promise<string | { readonly bytes: number } | undefined>;
}

/** Opens S3. A bucket of another region is found there. */
export function openObjectStore(access: AwsAccess): ObjectStore {
  const hasOwnEndpoint = access.endpoint !== undefined;
  const client = quietly(
    () =>
      new S3Client({
        ...clientSettings(access),
        followRegionRedirects: !hasOwnEndpoint,
        forcePathStyle: hasOwnEndpoint,
      }),
  );
  return {
    text: async (bucket, key, abortSignal) => {
      try {
        const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
          abortSignal,
        });
        if (ContentLength > maxObjectBytes) return { bytes: ContentLength };
        return await Body?.transformToString();
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
  };
}
