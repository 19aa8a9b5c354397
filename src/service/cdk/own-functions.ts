/** What the CDK's singletons are for, which their ids begin with; a UUID follows. */
const purposes = /^(?:LogRetention|BucketNotificationsHandler|AWS|CrossRegionAwsSdk|Eval)[0-9a-f]{32}$/;

/** The UUIDs of its singletons without a purpose: for receipt rules of SES, and virtual clusters of EMR. */
const singletons = /^SingletonLambda(?:224e77f9a32e4b4dac32983477abba16|8693bb64968944b69aafb0cc9eb8757c)$/;

const patterns: readonly RegExp[] = [
  /^Custom::/,
  /^@aws-cdk--/,
  /^AWSCDK\./,
  /^framework-(?:onEvent|isComplete|onTimeout)$/,
  /^CertificateRequestorFunction$/,
  purposes,
  singletons,
];

/**
 * Functions that the CDK adds for itself: the handlers of custom resources and their providers' framework, and the singletons of
 * log retention, bucket notifications and the like. Any other `SingletonFunction` is the user's, whatever its id. Source: AWS CDK,
 * `CustomResourceProvider`, `custom-resources/provider-framework`, `SingletonFunction`, and the packages that use them.
 */
export function isCdkOwn(path: string): boolean {
  return path.split('/').some((id) => patterns.some((pattern) => pattern.test(id)));
}
