import { bodyGzip, bodyText } from '../encode-body.js';
import { eventSample, type Sample } from '../sample.js';

/** The compressed part of an event of CloudWatch Logs ("Using CloudWatch Logs subscription filters"). */
export const cloudWatchLogs: Sample = {
  name: 'cloudwatch-logs',
  title: 'CloudWatch Logs',
  members: ['message', 'messages', 'logGroup', 'logStream', 'logEvents', 'subscriptionFilters', 'owner', 'messageType'],
  make: ({ message, messages, ...given }, place) => {
    const written = messages ?? (message === undefined ? undefined : [message]);
    const texts = Array.isArray(written) ? written : ['a line of the log'];
    const { make } = eventSample({
      name: 'cloudwatch-logs',
      title: '',
      event: ({ accountId }) => ({
        messageType: 'DATA_MESSAGE',
        owner: accountId,
        logGroup: '/aws/lambda/function',
        logStream: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
        subscriptionFilters: ['filter'],
        logEvents: texts.map((text, index) => ({
          id: `3119501921690317642312169642180564206706${String(index).padStart(16, '0')}`,
          timestamp: 1_767_268_800_000 + index,
          message: bodyText(text),
        })),
      }),
    });
    return { awslogs: { data: bodyGzip(make(given, place)) } };
  },
};
