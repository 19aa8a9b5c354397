import { mergeMembers } from '../merge-members.js';
import { recordSample } from '../sample.js';

/** A key as S3 writes it into an event: encoded as in a URL, with `+` for a blank ("Event message structure"). */
function encodedKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
}

/** "Event message structure" of Amazon S3. */
export const s3 = recordSample({
  name: 's3',
  title: 'S3',
  list: 'Records',
  record: ({ region }) => ({
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: '2026-01-01T12:00:00.000Z',
    eventName: 'ObjectCreated:Put',
    userIdentity: { principalId: 'AWS:EXAMPLE' },
    requestParameters: { sourceIPAddress: '192.0.2.1' },
    responseElements: {
      'x-amz-request-id': 'EXAMPLE123456789',
      'x-amz-id-2': 'EXAMPLE123/5678abcdefghijklambdaisawesome',
    },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'configuration',
      bucket: { name: 'bucket', ownerIdentity: { principalId: 'EXAMPLE' }, arn: 'arn:aws:s3:::bucket' },
      object: {
        key: 'folder/object.json',
        size: 1024,
        eTag: '0123456789abcdef0123456789abcdef',
        sequencer: '0A1B2C3D4E5F678901',
      },
    },
  }),
  optional: ['glacierEventData'],
  setters: {
    bucket: (record, value) => {
      const bucket = { name: String(value), arn: `arn:aws:s3:::${String(value)}` };
      record['s3'] = mergeMembers(record['s3'], { bucket });
    },
    key: (record, value) => {
      record['s3'] = mergeMembers(record['s3'], { object: { key: encodedKey(String(value)) } });
    },
    size: (record, value) => {
      record['s3'] = mergeMembers(record['s3'], { object: { size: value } });
    },
  },
});

/** "Invoke AWS Lambda function" of S3 Batch Operations. */
export const s3Batch = recordSample({
  name: 's3-batch',
  title: 'S3 Batch Operations',
  list: 'tasks',
  envelope: () => ({
    invocationSchemaVersion: '1.0',
    invocationId: 'YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo',
    job: { id: 'f3cc4f60-61f6-4a2b-8a21-d07600c373ce' },
  }),
  record: () => ({
    taskId: 'dGFza2lkZ29lc2hlcmUK',
    s3Key: 'folder/object.json',
    s3VersionId: null,
    s3BucketArn: 'arn:aws:s3:::bucket',
  }),
});
