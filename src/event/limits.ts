import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';

/** The largest event of a synchronous invocation, in bytes (AWS Lambda developer guide, "Lambda quotas"). */
export const maxEventBytes = 6_291_456;

/**
 * The error for an event that Lambda would refuse, with Lambda's own text.
 * @param bytes its size; absent if reading stopped before it was known
 */
export function eventTooLarge(origin: string, bytes?: number, location?: SourceLocation): UserError {
  const payload = bytes === undefined ? 'the payload' : `${bytes} byte payload`;
  return new UserError({
    code: 'event-too-large',
    message: `${origin} is too large: ${payload} is too large for the RequestResponse invocation type (limit ${maxEventBytes} bytes).`,
    hint: 'Lambda refuses it with RequestTooLargeException. Pass a smaller event, or put the data where the function can fetch it.',
    location,
  });
}
