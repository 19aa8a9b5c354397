/**
 * The gems in Lambda's image that do not belong to Ruby: the AWS SDK, version 3, with what it needs (developer guide, "Building
 * Lambda functions with Ruby").
 */
const ofSdk = /^aws-(?:sdk(?:-[\w-]+)?|sigv4|sigv2|eventstream|partitions)$/;

/** What the gems of the SDK need beside each other (their gemspecs), and what the runtime's own client is. */
const alsoInImage: ReadonlySet<string> = new Set(['jmespath', 'aws_lambda_ric']);

/** Whether Lambda's image of Ruby has a gem. */
export function isGemOfImage(name: string): boolean {
  return ofSdk.test(name) || alsoInImage.has(name);
}

/**
 * The `aws-sdk-core` of the image of ruby3.2, as the trace of a function shows it; from then on images have it or a later one.
 * The gems of the services are of the versions that go with it.
 */
export const knownSdkCore = '3.191.2';
