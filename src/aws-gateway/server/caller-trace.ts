import { randomUUID } from 'node:crypto';

/** In which our bootstraps send the frames of the code that makes a request. */
export const callerHeader = 'x-invoke-local-caller';

/** In which they send the gateway's token. */
export const tokenHeader = 'x-invoke-local-token';

/** By which a request is told that Lambda makes it, and not the function. */
export const deliveryHeader = 'x-invoke-local-delivery';

/** What it says then. No function learns it, so that none can pass its own calls off as Lambda's. */
export const deliveryMark = randomUUID();

/** The most frames of a request that are read. */
const maxFrames = 100;

/** The frames in a header: lines, percent-encoded. A handler may send anything. */
export function readCallerTrace(header: string | undefined): readonly string[] | undefined {
  if (header === undefined || header === '') return undefined;
  try {
    return decodeURIComponent(header).split('\n').slice(0, maxFrames);
  } catch {
    return undefined;
  }
}
