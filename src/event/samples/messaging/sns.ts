import { bodyText } from '../encode-body.js';
import { mergeMembers } from '../merge-members.js';
import { recordSample } from '../sample.js';
import { within } from './within.js';

/** "Using Lambda with Amazon SNS". */
export const sns = recordSample({
  name: 'sns',
  title: 'SNS',
  list: 'Records',
  record: ({ region, accountId }) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: `arn:aws:sns:${region}:${accountId}:topic:21be56ed-a058-49f5-8c98-aedd2564c486`,
    Sns: {
      Type: 'Notification',
      MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
      TopicArn: `arn:aws:sns:${region}:${accountId}:topic`,
      Subject: 'subject',
      Message: '{}',
      Timestamp: '2026-01-01T12:00:00.000Z',
      SignatureVersion: '1',
      Signature: 'EXAMPLE',
      SigningCertUrl: `https://sns.${region}.amazonaws.com/SimpleNotificationService-0.pem`,
      UnsubscribeUrl: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe`,
      MessageAttributes: {},
    },
  }),
  setters: {
    Message: within('Sns', 'Message', bodyText),
    message: within('Sns', 'Message', bodyText),
    subject: within('Sns', 'Subject'),
    messageAttributes: within('Sns', 'MessageAttributes'),
    topicArn: (record, value) => {
      within('Sns', 'TopicArn')(record, value, { region: '', accountId: '' });
      record['EventSubscriptionArn'] = `${String(value)}:21be56ed-a058-49f5-8c98-aedd2564c486`;
    },
    topic: (record, value, { region, accountId }) => {
      const arn = `arn:aws:sns:${region}:${accountId}:${String(value)}`;
      record['Sns'] = mergeMembers(record['Sns'], { TopicArn: arn });
      record['EventSubscriptionArn'] = `${arn}:21be56ed-a058-49f5-8c98-aedd2564c486`;
    },
  },
});
