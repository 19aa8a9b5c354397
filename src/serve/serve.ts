import { readAsk } from '../invoke/cassette-of.js';
import type { ProjectHooks } from '../invoke/hooks.js';
import { openProject } from '../invoke/open-project.js';
import type { ProjectRequest } from '../invoke/request.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { LogSink } from '../lambda/platform-log/log-sink.js';
import { InvokeServer } from './invoke-server.js';
import { ServedFunctions } from './served-functions.js';

/** What is to be served. */
export interface ServeRequest {
  readonly project: ProjectRequest;
  /** 0 for a free one. */
  readonly port: number;
  /** How many invocations run at a time. */
  readonly concurrency: number;
}

/** The callbacks of a server. */
export interface ServeHooks extends ProjectHooks {
  /** Gives what takes the log of a function's sandboxes. */
  readonly logOf: (fn: LambdaFunction) => LogSink;
  /** Called once the server listens. */
  readonly onReady: (description: InvokeServer['description']) => void | Promise<void>;
}

/**
 * Serves the functions of a project until the signal is aborted. All that was started has then ended.
 * @throws UserError where the project's configuration is wrong, or the port can't be had
 */
export async function serve({ project: request, port, concurrency }: ServeRequest, hooks: ServeHooks): Promise<void> {
  const { signal } = hooks;
  const ask = await readAsk(request.aws);
  await using project = await openProject(request, hooks);
  const names = await project.service.names();
  await using functions = new ServedFunctions({ project, hooks, concurrency, ask, logOf: hooks.logOf });
  const { region, accountId } = project.service;
  await using server = await InvokeServer.listen({ functions, port, region, accountId, names });
  await hooks.onReady(server.description);
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
