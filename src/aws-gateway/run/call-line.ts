import { displayLocation } from '../../diagnostics/display-path.js';
import { type Cleaning, cleaned } from '../cassette/cleaned.js';
import type { RecordedCall } from '../cassette/write-entries.js';
import { inputOf, outputOf } from '../protocols/shapes.js';
import type { CallsOf } from './calls-outcome.js';

/** A call as a line of JSON, without secrets. Bytes are in base64. */
export function callLine({ call, recognised }: RecordedCall, about: CallsOf, more: object, cleaning: Cleaning): string {
  const { model, operation, operationName } = recognised;
  const { service, region, account, resources, startedAt, durationMs, answeredBy, response, location } = call;
  const clean = (shape: Parameters<typeof cleaned>[2], members: typeof call.members) =>
    cleaned(model, operationName, shape, members, cleaning);
  return `${JSON.stringify({
    ...about,
    service,
    operation: call.operation,
    region,
    account,
    resources,
    request: clean(inputOf(model, operation), call.members),
    ...('error' in response
      ? { status: response.status, error: { ...response.error, message: cleaning.redact(response.error.message) } }
      : { status: response.status, response: clean(outputOf(model, operation), response.members) }),
    answeredBy,
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(durationMs * 100) / 100,
    ...(location === undefined ? {} : { at: displayLocation(location) }),
    ...more,
  })}\n`;
}
