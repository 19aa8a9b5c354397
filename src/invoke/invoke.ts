import { UserError } from '../diagnostics/user-error.js';
import { RuntimeApi } from '../lambda/runtime-api/runtime-api.js';
import type { Service } from '../service/service.js';
import type { InvocationHooks } from './hooks.js';
import { openProject } from './open-project.js';
import type { InvocationRequest } from './request.js';
import type { InvocationResult } from './result.js';

/**
 * Runs one function once: opens the project, prepares the function, reads the event, and gives it to a cold sandbox.
 * @throws UserError if the request is wrong, and nothing was run
 * @throws the signal's reason if it was aborted, once everything that was started has ended
 */
export async function invoke(request: InvocationRequest, hooks: InvocationHooks): Promise<InvocationResult> {
  // It begins to listen while the configuration is read, because its address is needed right after that.
  const listening = RuntimeApi.listen();
  listening.catch(() => {});
  try {
    return await prepareAndRun(request, hooks, listening);
  } finally {
    await (await listening)[Symbol.asyncDispose]();
  }
}

async function prepareAndRun(
  request: InvocationRequest,
  hooks: InvocationHooks,
  listening: Promise<RuntimeApi>,
): Promise<InvocationResult> {
  const { event, context } = request;
  const { signal, onResolved } = hooks;
  await using project = await openProject(request, hooks);
  const name = request.function ?? (await refuseNoFunction(project.service));
  await using prepared = await project.prepare(name);
  const input = await prepared.readInput({ event, context, environment: {} }, hooks);
  const settings = { variables: input.variables, isForOneInvocation: true };
  await using sandbox = await prepared.openSandbox(settings, hooks, listening);
  await project.endLoading();
  await onResolved?.(sandbox.resolved);
  signal.throwIfAborted();
  return await sandbox.invoke(input);
}

async function refuseNoFunction(service: Service): Promise<never> {
  const names = await service.names();
  throw new UserError({
    code: 'function-missing',
    message: 'No function was named.',
    hint:
      names.length === 0
        ? 'The service has no functions: add one under "functions".'
        : `Name one of the service's functions: ${names.join(', ')}.`,
    location: { file: service.configFile },
  });
}
