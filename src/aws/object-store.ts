import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AwsAccess } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** The largest object that is read, in bytes. A larger configuration value must be a mistake. */
const maxObjectBytes = 16 * 1024 * 1024;

/** The objects of S3. The signal ends a request. */
export interface ObjectStore {
  /**
   * The text of an object, or its size if it is too large; `undefined` if there is no such object.
   * @throws the SDK's own error.
   */
  text(bucket: string, key: string, abortSignal: AbortSignal): Promise<string | { readonly bytes: number } | undefined>;
}

/** Opens S3. A bucket in another region is found too. */
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
