import { bodyBase64, bodyText } from '../encode-body.js';
import { mergeMembers } from '../merge-members.js';
import { type Members, recordSample, type Sample, type SamplePlace } from '../sample.js';

/** The ARN of a broker of Amazon MQ, whichever engine it runs. */
const brokerArn = 'arn:aws:mq:REGION:ACCOUNT:broker:broker:b-9bcfa592-423a-4942-879d-eb284b418fc8';

function arnOf({ region, accountId }: SamplePlace): string {
  return brokerArn.replace('REGION', region).replace('ACCOUNT', accountId);
}

/** "Using Lambda with Amazon MQ", Apache ActiveMQ. */
export const activeMq = recordSample({
  name: 'mq-activemq',
  title: 'Amazon MQ, ActiveMQ',
  list: 'messages',
  envelope: (place) => ({ eventSource: 'aws:amq', eventSourceArn: arnOf(place) }),
  record: () => ({
    messageID: 'ID:b-9bcfa592-423a-4942-879d-eb284b418fc8-1.mq.amazonaws.com-37557-1234520418293-4:1:1:1:1',
    messageType: 'jms/text-message',
    deliveryMode: 1,
    replyTo: null,
    type: null,
    expiration: '60000',
    priority: 1,
    correlationId: 'correlation',
    redelivered: false,
    destination: { physicalName: 'queue' },
    data: bodyBase64({}),
    timestamp: 1_767_268_800_000,
    brokerInTime: 1_767_268_800_001,
    brokerOutTime: 1_767_268_800_002,
    properties: {},
  }),
  setters: {
    data: (record, value) => {
      record['data'] = bodyBase64(value);
    },
    queue: (record, value) => {
      record['destination'] = { physicalName: String(value) };
    },
  },
});

/** "Using Lambda with Amazon MQ", RabbitMQ: the messages are by queue and virtual host. */
export const rabbitMq: Sample = (() => {
  const messages = recordSample({
    name: 'mq-rabbitmq',
    title: 'Amazon MQ, RabbitMQ',
    list: 'messages',
    envelope: (place) => ({ eventSource: 'aws:rmq', eventSourceArn: arnOf(place) }),
    record: () => ({
      basicProperties: {
        contentType: 'application/json',
        contentEncoding: null,
        headers: {},
        deliveryMode: 1,
        priority: 34,
        correlationId: null,
        replyTo: null,
        expiration: '60000',
        messageId: null,
        timestamp: 'Jan 1, 2026, 12:00:00 PM',
        type: null,
        userId: 'user',
        appId: null,
        clusterId: null,
        bodySize: 2,
      },
      redelivered: false,
      data: bodyBase64({}),
    }),
    setters: {
      data: (record, value) => {
        const text = bodyText(value);
        record['data'] = bodyBase64(value);
        record['basicProperties'] = mergeMembers(record['basicProperties'], { bodySize: Buffer.byteLength(text) });
      },
    },
  });
  return {
    ...messages,
    members: [...messages.members, 'queue', 'virtualHost'],
    make: (given, place) => {
      const { queue = 'queue', virtualHost = '/', ...rest } = given;
      const { messages: listed, ...around } = messages.make(rest, place) as Members;
      return { ...around, rmqMessagesByQueue: { [`${String(queue)}::${String(virtualHost)}`]: listed } };
    },
  };
})();
