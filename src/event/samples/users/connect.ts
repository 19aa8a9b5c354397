import { mergeMembers } from '../merge-members.js';
import { eventSample } from '../sample.js';

/** "Invoke AWS Lambda functions" of Amazon Connect. */
export const connect = eventSample({
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
