import { isObject } from '../merge-members.js';
import { recordSample, type Sample } from '../sample.js';

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
const stream = recordSample({
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
export const dynamodb: Sample = {
  ...stream,
  members: [...stream.members, 'table'],
  make: ({ table, ...given }, place) =>
    stream.make(
      table === undefined
        ? given
        : {
            eventSourceARN: `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${String(table)}/stream/2026-01-01T00:00:00.000`,
            ...given,
          },
      place,
    ),
};
