import { mergeMembers } from './merge-members.js';
import { eventSample, type Members, type Sample } from './sample.js';

/** "Resolver mapping template context reference" of AWS AppSync, as a direct Lambda resolver gets it. */
const appSync = eventSample({
  name: 'appsync',
  title: 'AppSync, resolver',
  event: () => ({
    arguments: {},
    identity: null,
    source: null,
    request: { headers: { host: 'example.appsync-api.us-east-1.amazonaws.com' }, domainName: null },
    prev: null,
    info: {
      selectionSetList: ['id'],
      selectionSetGraphQL: '{\n  id\n}',
      parentTypeName: 'Query',
      fieldName: 'field',
      variables: {},
    },
    stash: {},
  }),
  setters: {
    fieldName: (event, value) => {
      event['info'] = mergeMembers(event['info'], { fieldName: value });
    },
    typeName: (event, value) => {
      event['info'] = mergeMembers(event['info'], { parentTypeName: value });
    },
  },
});

/** "AWS Lambda authorization" of AWS AppSync. */
const appSyncAuthorizer = eventSample({
  name: 'appsync-authorizer',
  title: 'AppSync, Lambda authorizer',
  event: ({ accountId }) => ({
    authorizationToken: 'token',
    requestContext: {
      apiId: 'aaaaaa123123123example123',
      accountId,
      requestId: 'f4081827-1111-4444-5555-5cf4695f339f',
      queryString: 'query { field }',
      operationName: 'field',
      variables: {},
    },
    requestHeaders: {},
  }),
});

/** "Invoke AWS Lambda functions" of Amazon Connect. */
const connect = eventSample({
  name: 'connect',
  title: 'Connect, contact flow',
  event: ({ region, accountId }) => ({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: {},
        Channel: 'VOICE',
        ContactId: '4a573372-1f28-4e26-b97b-example11111',
        CustomerEndpoint: { Address: '+12025550100', Type: 'TELEPHONE_NUMBER' },
        InitialContactId: '4a573372-1f28-4e26-b97b-example11111',
        InitiationMethod: 'INBOUND',
        InstanceARN: `arn:aws:connect:${region}:${accountId}:instance/c8c0e68d-2200-4265-82c0-example22222`,
        PreviousContactId: '4a573372-1f28-4e26-b97b-example11111',
        Queue: null,
        SystemEndpoint: { Address: '+12025550199', Type: 'TELEPHONE_NUMBER' },
        MediaStreams: { Customer: { Audio: null } },
      },
      Parameters: {},
    },
  }),
  setters: {
    parameters: (event, value) => {
      event['Details'] = mergeMembers(event['Details'], { Parameters: value });
    },
    attributes: (event, value) => {
      event['Details'] = mergeMembers(event['Details'], { ContactData: { Attributes: value } });
    },
  },
});

const slotOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? { shape: 'Scalar', value: { originalValue: value, interpretedValue: value, resolvedValues: [value] } }
    : value;

/** "AWS Lambda input event format for Lex V2": the intent stands in three places. */
const lex: Sample = {
  name: 'lex',
  title: 'Lex V2',
  members: ['intent', 'slots', 'state'],
  make: ({ intent: name = 'Intent', slots = {}, state = 'ReadyForFulfillment', ...given }, place) => {
    const written = Object.entries(slots as Members).map(([slot, value]) => [slot, slotOf(value)] as const);
    const intent = () => ({ name, slots: Object.fromEntries(written), state, confirmationState: 'None' });
    const { make } = eventSample({
      name: 'lex',
      title: '',
      optional: ['requestAttributes'],
      event: () => ({
        messageVersion: '1.0',
        invocationSource: state === 'ReadyForFulfillment' ? 'FulfillmentCodeHook' : 'DialogCodeHook',
        inputMode: 'Text',
        responseContentType: 'text/plain; charset=utf-8',
        sessionId: '123456789012345',
        inputTranscript: 'hello',
        bot: {
          id: 'ABCDEFGHIJ',
          name: 'Bot',
          aliasId: 'TSTALIASID',
          aliasName: 'TestBotAlias',
          localeId: 'en_US',
          version: 'DRAFT',
        },
        interpretations: [{ intent: intent(), nluConfidence: 0.9 }],
        proposedNextState: { dialogAction: { type: 'Close' }, intent: intent() },
        sessionState: {
          sessionAttributes: {},
          activeContexts: [],
          intent: intent(),
          originatingRequestId: '5e7a1f2c-8d1b-4c3a-9e0f-2b3c4d5e6f70',
        },
        transcriptions: [
          {
            transcription: 'hello',
            transcriptionConfidence: 1,
            resolvedContext: { intent: name },
            resolvedSlots: Object.fromEntries(written),
          },
        ],
      }),
    });
    return make(given, place);
  },
};

/** "Input event and response format" of Lex V1. */
const lexV1 = eventSample({
  name: 'lex-v1',
  title: 'Lex V1',
  event: () => ({
    messageVersion: '1.0',
    invocationSource: 'FulfillmentCodeHook',
    userId: 'user',
    sessionAttributes: {},
    requestAttributes: null,
    bot: { name: 'Bot', alias: '$LATEST', version: '$LATEST' },
    outputDialogMode: 'Text',
    currentIntent: { name: 'Intent', slots: {}, slotDetails: {}, confirmationStatus: 'None' },
    inputTranscript: 'hello',
  }),
  setters: {
    slots: (event, value) => {
      event['currentIntent'] = mergeMembers(event['currentIntent'], { slots: value });
    },
  },
});

export const conversationSamples: readonly Sample[] = [appSync, appSyncAuthorizer, connect, lex, lexV1];
