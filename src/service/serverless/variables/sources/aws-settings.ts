import type { AwsTarget } from '../../../../aws/aws-reader.js';
import { type ResolverSettings, textOf } from './resolver-kind.js';

/** A configured resolver's settings for asking AWS. */
export interface AwsSettings {
  readonly region?: string;
  readonly identity?: AwsTarget['identity'];
  /** `raw`, `decrypt` or `noDecrypt`, for parameters. */
  readonly rawOrDecrypt?: string;
  /** For objects of S3: the parts that the variable itself may leave out. */
  readonly bucketName?: string;
  readonly objectKey?: string;
}

/** Reads the settings of a resolver of the type `aws`. Keys are preferred to a profile. */
export function awsSettings(settings: ResolverSettings): AwsSettings {
  const accessKeyId = textOf(settings, 'accessKeyId');
  const secretAccessKey = textOf(settings, 'secretAccessKey');
  const profile = textOf(settings, 'profile');
  const keys =
    accessKeyId && secretAccessKey
      ? { accessKeyId, secretAccessKey, sessionToken: textOf(settings, 'sessionToken') }
      : undefined;
  const identity = keys ?? (profile === undefined ? undefined : { profile });
  const text = (name: 'region' | 'rawOrDecrypt' | 'bucketName' | 'objectKey'): object => {
    const value = textOf(settings, name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...text('region'),
    ...text('rawOrDecrypt'),
    ...text('bucketName'),
    ...text('objectKey'),
    ...(identity === undefined ? {} : { identity }),
  };
}
