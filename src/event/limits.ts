import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';

/** The largest event of a synchronous invocation, in bytes (AWS Lambda developer guide, "Lambda quotas"). */
export const maxEventBytes = 6_291_456;

/**
 * The failure of an event that Lambda would refuse, with the text that Lambda refuses it with.
 * @param bytes how large it is; left out where reading stopped before that was known.
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
