import { bodyBase64 } from '../encode-body.js';
import { isObject } from '../merge-members.js';
import { type Members, type RecordTemplate, recordSample, type Sample } from '../sample.js';

/** Kafka's records by topic and partition ("Using Lambda with Amazon MSK", "… with self-managed Apache Kafka"). */
function kafka(name: string, title: string, envelope: NonNullable<RecordTemplate['envelope']>): Sample {
  const records = recordSample({
    name,
    title,
    list: 'records',
    envelope,
    record: () => ({
      topic: 'topic',
      partition: 0,
      offset: 15,
      timestamp: 1_767_268_800_000,
      timestampType: 'CREATE_TIME',
      key: bodyBase64('key'),
      value: bodyBase64({}),
      headers: [],
    }),
    setters: {
      key: (record, value) => {
        record['key'] = bodyBase64(value);
      },
      value: (record, value) => {
        record['value'] = bodyBase64(value);
      },
      headers: (record, value) => {
        record['headers'] = isObject(value)
          ? Object.entries(value).map(([header, text]) => ({ [header]: [...Buffer.from(String(text))] }))
          : value;
      },
    },
  });
  return {
    ...records,
    make: (given, place) => {
      const { records: listed, ...around } = records.make(given, place) as { records: readonly Members[] };
      const byPartition: Record<string, Members[]> = {};
      for (const record of listed) {
        const partition = `${String(record['topic'])}-${String(record['partition'])}`;
        byPartition[partition] = [...(byPartition[partition] ?? []), record];
      }
      return { ...around, records: byPartition };
    },
  };
}

const bootstrapServers = 'b-1.cluster.kafka.example.com:9092,b-2.cluster.kafka.example.com:9092';

export const msk = kafka('kafka-msk', 'Kafka, MSK', ({ region, accountId }) => ({
  eventSource: 'aws:kafka',
  eventSourceArn: `arn:aws:kafka:${region}:${accountId}:cluster/cluster/751d2973-a626-431c-9d4e-d7975eb44dd7-2`,
  bootstrapServers,
}));

export const selfManagedKafka = kafka('kafka-self-managed', 'Kafka, self-managed', () => ({
  eventSource: 'SelfManagedKafka',
  bootstrapServers,
}));
