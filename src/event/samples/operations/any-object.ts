import { mergeMembers } from '../merge-members.js';
import type { EventTemplate, Sample } from '../sample.js';

/** A rule of AWS IoT sends what its SQL selects: the message of a device, or any part of it. */
export const iot = anyObject('iot', 'IoT rule', () => ({ temperature: 21.5, deviceId: 'device-1' }));

/** A state of Step Functions can send anything, made from its input. */
export const stepFunctions = anyObject('step-functions', 'Step Functions', ({ region, accountId }) => ({
  input: {},
  execution: `arn:aws:states:${region}:${accountId}:execution:machine:2f5a1b7c-6c1e-4d0b-9a53-1f0d7a6b2c11`,
  taskToken: 'AAAAKgAAAAIAAAAAAAAAAQ',
}));

/** A sample of a source that can send any object. Any given members are merged into it. */
function anyObject(name: string, title: string, event: EventTemplate['event']): Sample {
  return {
    name,
    title,
    members: [],
    make: (given, place) => mergeMembers(event(place), given),
  };
}
