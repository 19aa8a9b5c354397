import type { InvocationHooks } from './hooks.js';
import type { InvocationRequest } from './request.js';
import type { InvocationResult } from './result.js';

/**
 * Runs one function once: reads the service, the event and the credentials, starts the handler in its own runtime,
 * and waits for what comes back.
 * @throws UserError where the request is wrong: nothing was run then.
 */
export async function invoke(_request: InvocationRequest, _hooks: InvocationHooks): Promise<InvocationResult> {
  throw new Error('not built yet');
}
