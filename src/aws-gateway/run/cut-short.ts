import type { RecordedCall } from '../cassette/write-entries.js';
import { payloadOf } from '../protocols/bodies.js';
import { eventStreamOf, isStreaming, outputOf } from '../protocols/shapes.js';

/** Whether the answer to a call was a stream that was too large to be kept. */
export function isCutShort({ call, recognised }: RecordedCall): boolean {
  const { response } = call;
  if ('error' in response) return false;
  const { model, operation } = recognised;
  const shape = outputOf(model, operation);
  const [name, member] = payloadOf(shape) ?? [];
  if (name === undefined || member === undefined || !isStreaming(model, member)) return false;
  const length = response.members['ContentLength'];
  const isStream = eventStreamOf(model, shape) !== undefined;
  return !isStream && response.members[name] === undefined && typeof length === 'number' && length > 0;
}
