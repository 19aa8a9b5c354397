import { UserError } from '../diagnostics/user-error.js';
import type { EventRequest } from '../event/request.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { RuntimeApi } from '../lambda/runtime-api/runtime-api.js';
import { cassetteOf, gatewayOf, readAsk } from './cassette-of.js';
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
  const { context } = request;
  const { signal, onResolved, onResult } = hooks;
  await using project = await openProject(request, hooks);
  const name = request.function ?? project.service.onlyFunction;
  if (name === undefined) throw await (await import('./unnamed-function.js')).unnamedFunction(project.service);
  await using prepared = await project.prepare(name);
  const event = await eventOf(request, prepared.function);
  const input = await prepared.readInput({ event, context, environment: {} }, hooks);
  const plan = prepared.planCalls(await readAsk(request.aws), cassetteOf(prepared.function, event));
  const gateway = plan === undefined ? undefined : gatewayOf(plan);
  const settings = { variables: input.variables, isForOneInvocation: true, gateway };
  await using sandbox = await prepared.openSandbox(settings, hooks, listening);
  // What its function invokes is loaded when it does.
  const mayLoadMore = plan?.siblings === true;
  if (!mayLoadMore) await project.endLoading();
  await onResolved?.(sandbox.resolved);
  signal.throwIfAborted();
  const result = await sandbox.invoke(input, plan);
  if (mayLoadMore) await project.endLoading();
  const { aws, siblings = [] } = result;
  for (const diagnostic of aws?.diagnostics ?? []) hooks.report(diagnostic);
  for (const { function: fn, aws: calls } of [result, ...siblings.map((sibling) => sibling.result)]) {
    if (calls !== undefined) hooks.onCalls?.(calls, { function: fn.key });
  }
  if (siblings.length > 0) {
    const { siblingLogs } = await import('./fleet/sibling-logs.js');
    await hooks.logs.write(siblingLogs(siblings), 'stderr');
  }
  // In the next turn its process has been told to end.
  if (onResult !== undefined) setImmediate(onResult, result);
  return result;
}

/** The event that was asked for; a sample becomes data. */
async function eventOf({ event, sample }: InvocationRequest, fn: LambdaFunction): Promise<EventRequest> {
  if (sample === undefined) return event;
  if (event.data !== undefined || event.path !== undefined || event.command !== undefined) {
    throw new UserError({
      code: 'event-twice',
      message: `${sample.asked} says what the event is, and it was given otherwise too.`,
      hint: 'Give only one of them. Members of a sample are set by `with`: { sample: sqs, with: { body: { id: 7 } } }.',
    });
  }
  const { readWrittenSample } = await import('../event/samples/read-written-sample.js');
  const { sampleEventOf } = await import('./sample-event.js');
  return { raw: false, data: await sampleEventOf(await readWrittenSample(sample), fn) };
}
