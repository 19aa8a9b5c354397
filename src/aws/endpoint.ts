/** The services that we send requests to, as the SDKs write them in the names of variables. */
export type AwsServiceId = 'SSM' | 'S3' | 'CLOUDFORMATION' | 'STS' | 'LAMBDA';

/**
 * The URL to use instead of the service's own: the one for the service, else the one for all services (AWS SDKs and tools
 * reference guide, "Service-specific endpoints").
 */
export function endpointOf(
  service: AwsServiceId,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return undefined;
  return environment[`AWS_ENDPOINT_URL_${service}`] || environment['AWS_ENDPOINT_URL'] || undefined;
}
