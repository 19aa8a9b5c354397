import { mergeMembers } from '../merge-members.js';
import { eventSample, type Members, type Sample } from '../sample.js';

const slotOf = (value: unknown): unknown =>
  typeof value === 'string'
    ? { shape: 'Scalar', value: { originalValue: value, interpretedValue: value, resolvedValues: [value] } }
    : value;

/** "AWS Lambda input event format for Lex V2": the intent stands in three places. */
export const lex: Sample = {
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
export const lexV1 = eventSample({
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
