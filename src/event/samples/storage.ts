import { isObject, mergeMembers } from './merge-members.js';
import { recordSample, type Sample } from './sample.js';

/** A key as S3 writes it into an event: encoded as in a URL, with `+` for a blank ("Event message structure"). */
function encodedKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
}

/** "Event message structure" of Amazon S3. */
const s3 = recordSample({
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

/** Converts a value to DynamoDB's format. A value in that format already stays unchanged. */
function attributeValue(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeValue) };
  return isObject(value) ? { M: attributes(value) } : { N: String(value) };
}

function attributes(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).map(([key, value]) => [key, attributeValue(value)]));
}

const typeNames = new Set(['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS']);

/** An item in DynamoDB's format, from plain values or from values that have that format already. */
function itemOf(value: unknown): unknown {
  if (!isObject(value)) return value;
  const isTyped = Object.values(value).every((member) => {
    const [type, ...others] = isObject(member) ? Object.keys(member) : [];
    return type !== undefined && others.length === 0 && typeNames.has(type);
  });
  return isTyped ? value : attributes(value);
}

/** "Using Lambda with Amazon DynamoDB". */
const dynamodb = recordSample({
  name: 'dynamodb',
  title: 'DynamoDB stream',
  list: 'Records',
  record: ({ region, accountId }) => ({
    eventID: 'c4ca4238a0b923820dcc509a6f75849b',
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: 1_767_268_800,
      Keys: { id: { S: '1' } },
      NewImage: { id: { S: '1' } },
      SequenceNumber: '4421584500000000017450439091',
      SizeBytes: 26,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: `arn:aws:dynamodb:${region}:${accountId}:table/table/stream/2026-01-01T00:00:00.000`,
  }),
  optional: ['userIdentity'],
  setters: Object.fromEntries(
    (['Keys', 'NewImage', 'OldImage'] as const)
      .flatMap(
        (name) =>
          [
            [name, name],
            [name.charAt(0).toLowerCase() + name.slice(1), name],
          ] as const,
      )
      .map(([given, name]) => [
        given,
        (record: Record<string, unknown>, value: unknown) => {
          const { [name]: _, ...others } = record['dynamodb'] as Record<string, unknown>;
          record['dynamodb'] = value === null ? others : { ...others, [name]: itemOf(value) };
        },
      ]),
  ),
});

/** The ARN of a table's stream, from the table's name. */
const tableStream: Sample = {
  ...dynamodb,
  members: [...dynamodb.members, 'table'],
  make: ({ table, ...given }, place) =>
    dynamodb.make(
      table === undefined
        ? given
        : {
            eventSourceARN: `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${String(table)}/stream/2026-01-01T00:00:00.000`,
            ...given,
          },
      place,
    ),
};

/** "Invoke AWS Lambda function" of S3 Batch Operations. */
const s3Batch = recordSample({
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

export const storageSamples: readonly Sample[] = [s3, tableStream, s3Batch];
