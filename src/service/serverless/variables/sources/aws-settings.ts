import type { AwsTarget } from '../../../../aws/aws-reader.js';

/** What a configured resolver says of how AWS is asked. */
export interface AwsSettings {
  readonly region?: string;
  readonly identity?: AwsTarget['identity'];
  /** `raw`, `decrypt` or `noDecrypt`, for parameters. */
  readonly rawOrDecrypt?: string;
  /** For objects of S3: what the variable itself need not name. */
  readonly bucketName?: string;
  readonly objectKey?: string;
}
