import { bodyText } from '../encode-body.js';
import { mergeMembers } from '../merge-members.js';
import { eventSample, type Members, type Sample } from '../sample.js';

const eventTypes: Readonly<Record<string, string>> = { $connect: 'CONNECT', $disconnect: 'DISCONNECT' };

/** A setter of a member of the request's context. */
const ofContext = (name: string) => (event: Members, value: unknown) => {
  event['requestContext'] = mergeMembers(event['requestContext'], { [name]: value });
};

/** A route of a WebSocket API ("Set up a WebSocket API integration request"). */
export const websocket: Sample = eventSample({
  name: 'apigateway-websocket',
  title: 'API Gateway, WebSocket API',
  optional: [
    'headers',
    'multiValueHeaders',
    'queryStringParameters',
    'multiValueQueryStringParameters',
    'stageVariables',
    'body',
  ],
  event: ({ region }) => ({
    requestContext: {
      routeKey: '$default',
      messageId: 'JKJaXfnSvHcCEjQ=',
      eventType: 'MESSAGE',
      extendedRequestId: 'JKJaXmPLvHcESHA=',
      requestTime: '01/Jan/2026:12:00:00 +0000',
      messageDirection: 'IN',
      stage: 'dev',
      connectedAt: 1_767_268_795_000,
      requestTimeEpoch: 1_767_268_800_000,
      requestId: 'JKJaXmPLvHcESHA=',
      domainName: `a1b2c3d4e5.execute-api.${region}.amazonaws.com`,
      connectionId: 'JKJaWcORvHcCEYA=',
      apiId: 'a1b2c3d4e5',
    },
    body: '{}',
    isBase64Encoded: false,
  }),
  setters: {
    route: (event, value) => {
      const routeKey = String(value);
      const eventType = eventTypes[routeKey] ?? 'MESSAGE';
      ofContext('routeKey')(event, routeKey);
      ofContext('eventType')(event, eventType);
      if (eventType === 'CONNECT') delete event['body'];
    },
    connectionId: ofContext('connectionId'),
    stage: ofContext('stage'),
    body: (event, value) => {
      event['body'] = bodyText(value);
    },
  },
});
