/**
 * The path of a request to S3 with the bucket in it, where the bucket is in the host's name (virtual-hosted style): the
 * gateway's own host is an address or `localhost`, and what is in front of it is the bucket.
 */
export function withBucket(path: string, host: string): string {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const [, bucket] =
    /^(.+)\.(?:localhost|127\.0\.0\.1)$/.exec(name) ??
    /^(.+)\.s3(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(name) ??
    [];
  return bucket === undefined ? path : `/${bucket}${path}`;
}
