import { readContext } from '../event/read-context.js';
import { readEvent } from '../event/read-event.js';
import type { EventTools } from '../event/tools.js';
import { layersInEnvironment } from '../lambda/environment/layer-paths.js';
import { withOverrides } from '../lambda/environment/overrides.js';
import { type ContextParts, splitContext } from './context.js';
import type { FunctionParts } from './function-parts.js';
import type { SandboxHooks } from './hooks.js';
import type { InputRequest } from './request.js';

/** The input of one invocation, after reading it. */
export interface InvocationInput {
  /**
   * Returns the payload. It is first called once the handler's process is starting. It throws a UserError if the text is no
   * valid event.
   */
  readonly payload: () => Buffer;
  readonly context: Omit<ContextParts, 'variables'>;
  /** The handler's variables for this invocation only: those that it sets, and those that its context changes. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Reads the event and the context of an invocation.
 * @throws UserError where one of them is wrong
 */
export async function readInput(
  { function: fn, placed, environment, request: project, hooks, loaderFor, enclose }: FunctionParts,
  request: InputRequest,
  { report, logs }: Pick<SandboxHooks, 'report' | 'logs'>,
): Promise<InvocationInput> {
  const overridden = withOverrides(environment, request.environment, layersInEnvironment(placed));
  const tools: EventTools = {
    root: fn.sourceRoot,
    runtimes: hooks.installation.runtimes,
    environment: () => overridden,
    ...(loaderFor === undefined ? {} : { loaderFor }),
    enclose,
    report,
    signal: hooks.signal,
    onOutput: (chunk, stream) => logs.write(chunk, stream),
  };
  const { variables: ofContext, ...context } = splitContext(await readContext(request.context, tools));
  const { payload } = await readEvent(request.event, tools);
  const variables = { ...without(ofContext, project.environment), ...request.environment };
  return { payload, context, variables };
}

/** The variables that the caller has not set. */
function without(
  variables: Readonly<Record<string, string>>,
  overrides: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(overrides, name)));
}
