import type { Call, Json, Requirement } from '../call.js';
import { globalArn, items, structure, text } from '../members.js';
import type { Rule, ServiceRules } from './rule.js';

/** A bucket, or an access point by its ARN. The name that an access point has in place of a bucket's does not tell its ARN. */
function bucketOf(call: Call): string | undefined {
  const bucket = text(call.members['Bucket']);
  if (bucket === undefined || bucket.endsWith('-s3alias')) return undefined;
  return bucket.startsWith('arn:') ? bucket : globalArn(call, 's3', bucket);
}

function objectOf(call: Call, key: Json | undefined = call.members['Key']): string | undefined {
  const bucket = bucketOf(call);
  const name = text(key);
  if (bucket === undefined || name === undefined) return undefined;
  return /[:/]accesspoint[:/]/.test(bucket) ? `${bucket}/object/${name}` : `${bucket}/${name}`;
}

const onBucket =
  (action: string): Rule =>
  (call) => [{ action: `s3:${action}`, resource: bucketOf(call), context: contextOf(call) }];

const onObject =
  (action: string): Rule =>
  (call) => [{ action: `s3:${action}`, resource: objectOf(call), context: contextOf(call) }];

/** Reading a version of an object is another action than reading the object. */
const onVersion =
  (action: string, ofVersion: string): Rule =>
  (call) =>
    onObject(text(call.members['VersionId']) === undefined ? action : ofVersion)(call);

const reads: Rule = (call) => [...onVersion('GetObject', 'GetObjectVersion')(call), ...decryption(call)];

const writes: Rule = (call) => {
  const { members } = call;
  const also = (isNeeded: boolean, action: string): readonly Requirement[] => (isNeeded ? onObject(action)(call) : []);
  return [
    ...onObject('PutObject')(call),
    ...also(
      Object.keys(members).some((name) => name === 'ACL' || name.startsWith('Grant')),
      'PutObjectAcl',
    ),
    ...also(text(members['Tagging']) !== undefined, 'PutObjectTagging'),
    ...also(text(members['ObjectLockLegalHoldStatus']) !== undefined, 'PutObjectLegalHold'),
    ...also(text(members['ObjectLockMode']) !== undefined, 'PutObjectRetention'),
    ...encryption(call),
  ];
};

/** The source of a copy, `bucket/key?versionId=…`. */
function sourceRequirements(call: Call): readonly Requirement[] {
  const written = text(call.members['CopySource']);
  if (written === undefined) return [{ action: 's3:GetObject', resource: undefined }];
  const [path = '', version] = written.replace(/^\//, '').split('?versionId=');
  const decoded = decode(path);
  const resource = decoded.startsWith('arn:') ? decoded : globalArn(call, 's3', decoded);
  return [{ action: version === undefined ? 's3:GetObject' : 's3:GetObjectVersion', resource }];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const ownKey = "the key is AWS's own, aws/s3";

/** What a key of KMS needs, by which an answer says that an object is encrypted. */
function decryption(call: Call): readonly Requirement[] {
  return keyRequirements(call, text(structure(call.answer)['SSEKMSKeyId']), 'kms:Decrypt');
}

function encryption(call: Call): readonly Requirement[] {
  const { ServerSideEncryption: kind, SSEKMSKeyId: key } = call.members;
  const answered = structure(call.answer)['SSEKMSKeyId'];
  const isKms = /^aws:kms/.test(text(kind) ?? '') || text(answered) !== undefined;
  return isKms ? keyRequirements(call, text(answered) ?? text(key) ?? 'alias/aws/s3', 'kms:GenerateDataKey') : [];
}

function keyRequirements(call: Call, key: string | undefined, action: string): readonly Requirement[] {
  if (key === undefined || key.endsWith('alias/aws/s3')) return [];
  return [
    {
      action,
      resource: key.startsWith('arn:') && key.includes(':key/') ? key : undefined,
      context: { 'kms:ViaService': `s3.${call.region}.amazonaws.com` },
      unless: ownKey,
    },
  ];
}

const deletes: Rule = (call) =>
  items(structure(call.members['Delete'])['Objects']).map((object) => {
    const { Key: key, VersionId: version } = structure(object);
    return {
      action: text(version) === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
      resource: objectOf(call, key),
    };
  });

/** The names of members that are keys of the context, in the form that requests have them. */
const contextMembers: Readonly<Record<string, string>> = {
  Prefix: 's3:prefix',
  Delimiter: 's3:delimiter',
  MaxKeys: 's3:max-keys',
  VersionId: 's3:VersionId',
  ACL: 's3:x-amz-acl',
  ServerSideEncryption: 's3:x-amz-server-side-encryption',
  SSEKMSKeyId: 's3:x-amz-server-side-encryption-aws-kms-key-id',
  StorageClass: 's3:x-amz-storage-class',
  MetadataDirective: 's3:x-amz-metadata-directive',
  CopySource: 's3:x-amz-copy-source',
};

function contextOf({ members }: Call): Readonly<Record<string, string>> {
  const found = Object.entries(contextMembers).flatMap(([member, key]) => {
    const value = members[member];
    return typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [];
  });
  return Object.fromEntries(found);
}

/**
 * S3's actions that are called otherwise than its operations. Source: Amazon S3 user guide, "Required permissions for Amazon S3
 * API operations".
 */
export const s3: ServiceRules = {
  actions: {
    DeleteBucketCors: 'PutBucketCORS',
    DeleteBucketEncryption: 'PutEncryptionConfiguration',
    DeleteBucketLifecycle: 'PutLifecycleConfiguration',
    DeleteBucketReplication: 'PutReplicationConfiguration',
    DeleteBucketTagging: 'PutBucketTagging',
    DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',
    GetBucketCors: 'GetBucketCORS',
    GetBucketEncryption: 'GetEncryptionConfiguration',
    GetBucketLifecycle: 'GetLifecycleConfiguration',
    GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
    GetBucketNotificationConfiguration: 'GetBucketNotification',
    GetBucketReplication: 'GetReplicationConfiguration',
    GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
    GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
    ListBuckets: 'ListAllMyBuckets',
    PutBucketCors: 'PutBucketCORS',
    PutBucketEncryption: 'PutEncryptionConfiguration',
    PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
    PutBucketNotificationConfiguration: 'PutBucketNotification',
    PutBucketReplication: 'PutReplicationConfiguration',
    PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
    PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  },
  resource: (call) => objectOf(call) ?? bucketOf(call),
  context: contextOf,
  rules: {
    AbortMultipartUpload: onObject('AbortMultipartUpload'),
    CompleteMultipartUpload: onObject('PutObject'),
    CopyObject: (call) => [...sourceRequirements(call), ...writes(call)],
    CreateMultipartUpload: writes,
    DeleteObject: onVersion('DeleteObject', 'DeleteObjectVersion'),
    DeleteObjectTagging: onVersion('DeleteObjectTagging', 'DeleteObjectVersionTagging'),
    DeleteObjects: deletes,
    GetObject: reads,
    GetObjectAcl: onVersion('GetObjectAcl', 'GetObjectVersionAcl'),
    GetObjectAttributes: (call) => [
      ...onVersion('GetObject', 'GetObjectVersion')(call),
      ...onVersion('GetObjectAttributes', 'GetObjectVersionAttributes')(call),
    ],
    GetObjectTagging: onVersion('GetObjectTagging', 'GetObjectVersionTagging'),
    HeadBucket: onBucket('ListBucket'),
    HeadObject: reads,
    ListMultipartUploads: onBucket('ListBucketMultipartUploads'),
    ListObjectVersions: onBucket('ListBucketVersions'),
    ListObjects: onBucket('ListBucket'),
    ListObjectsV2: onBucket('ListBucket'),
    ListParts: onObject('ListMultipartUploadParts'),
    PutObject: writes,
    PutObjectAcl: onVersion('PutObjectAcl', 'PutObjectVersionAcl'),
    PutObjectTagging: onVersion('PutObjectTagging', 'PutObjectVersionTagging'),
    SelectObjectContent: onObject('GetObject'),
    UploadPart: onObject('PutObject'),
    UploadPartCopy: (call) => [...sourceRequirements(call), ...onObject('PutObject')(call)],
  },
};
