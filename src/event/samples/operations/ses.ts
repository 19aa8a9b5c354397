import { mergeMembers } from '../merge-members.js';
import { eventSample, type Members } from '../sample.js';

/** "Amazon SES: Lambda function action", of a mail that is received. */
export const ses = eventSample({
  name: 'ses',
  title: 'SES, a mail that is received',
  event: ({ region, accountId }) => ({
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: '2026-01-01T12:00:00.000Z',
            source: 'janedoe@example.com',
            messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
            destination: ['johndoe@example.com'],
            headersTruncated: false,
            headers: [
              { name: 'From', value: 'Jane Doe <janedoe@example.com>' },
              { name: 'To', value: 'johndoe@example.com' },
              { name: 'Subject', value: 'Test Subject' },
            ],
            commonHeaders: {
              returnPath: 'janedoe@example.com',
              from: ['Jane Doe <janedoe@example.com>'],
              date: 'Thu, 1 Jan 2026 12:00:00 +0000',
              to: ['johndoe@example.com'],
              messageId: '<0123456789example.com>',
              subject: 'Test Subject',
            },
          },
          receipt: {
            timestamp: '2026-01-01T12:00:00.000Z',
            processingTimeMillis: 574,
            recipients: ['johndoe@example.com'],
            spamVerdict: { status: 'PASS' },
            virusVerdict: { status: 'PASS' },
            spfVerdict: { status: 'PASS' },
            dkimVerdict: { status: 'PASS' },
            dmarcVerdict: { status: 'PASS' },
            action: {
              type: 'Lambda',
              functionArn: `arn:aws:lambda:${region}:${accountId}:function:function`,
              invocationType: 'Event',
            },
          },
        },
      },
    ],
  }),
  setters: {
    mail: sesMember('mail'),
    receipt: sesMember('receipt'),
    subject: (event, value) => sesMember('mail')(event, { commonHeaders: { subject: String(value) } }),
    from: (event, value) =>
      sesMember('mail')(event, { source: String(value), commonHeaders: { from: [String(value)] } }),
    to: (event, value) => {
      const recipients = [value].flat().map(String);
      sesMember('mail')(event, { destination: recipients, commonHeaders: { to: recipients } });
      sesMember('receipt')(event, { recipients });
    },
  },
});

function sesMember(name: 'mail' | 'receipt') {
  return (event: Members, value: unknown): void => {
    const [record] = event['Records'] as [Members];
    record['ses'] = mergeMembers(record['ses'], { [name]: value });
  };
}
