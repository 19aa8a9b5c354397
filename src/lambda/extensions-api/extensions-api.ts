import type { ServerResponse } from 'node:http';
import type { ApiRequest } from '../runtime-api/exchange.js';
import type { PendingInvocation } from '../runtime-api/invocation.js';
import { renderText } from '../runtime-api/render.js';
import { invokeEvent, type ShutdownReason } from './events.js';
import type { Extension } from './extension.js';
import { next } from './next.js';
import { type FunctionMetadata, register } from './register.js';
import { ExtensionRegistry } from './registry.js';
import { type ReportedError, reportError } from './report-error.js';
import { refuseSubscription } from './telemetry.js';

/**
 * The Lambda Extensions API, version 2020-01-01, of one execution environment, on the port of its Runtime API.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html
 */
export class ExtensionsApi {
  readonly registry = new ExtensionRegistry();
  readonly #metadata: FunctionMetadata;
  /** The error type that the first failing extension reported. It becomes the type of the failure when its process ends. */
  #reported: ReportedError | undefined;

  constructor(metadata: FunctionMetadata) {
    this.#metadata = metadata;
  }

  get reported(): ReportedError | undefined {
    return this.#reported;
  }

  /**
   * Answers one request of the port that is not one of the Runtime API.
   * @returns the extension that it came from, where that can be told
   */
  async handle(request: ApiRequest, response: ServerResponse, path: string): Promise<Extension | undefined> {
    const route = routes[path];
    if (route === undefined) renderText(response, 404, '404 page not found\n');
    else if (request.method !== route.method) renderText(response, 405, '');
    else return this.#answer(route.endpoint, request, response);
    return undefined;
  }

  /** Tells the extensions registered for `INVOKE` of an invocation that the runtime is about to get. */
  invoke(invocation: Omit<PendingInvocation, 'event'>): void {
    for (const extension of this.registry.subscribed('INVOKE')) extension.dispatch(invokeEvent(invocation));
  }

  /**
   * Waits until every extension registered for `INVOKE` is done with the last invocation; during init, until all are
   * initialized.
   */
  idle(extensions: readonly Extension[] = this.registry.subscribed('INVOKE')): Promise<void> {
    return this.registry.until(() => extensions.every(({ state }) => state === 'Ready'));
  }

  /** Tells the extensions registered for `SHUTDOWN` that the environment ends at `deadlineMs` (epoch). */
  shutdown(shutdownReason: ShutdownReason, deadlineMs: number): void {
    for (const extension of this.registry.subscribed('SHUTDOWN')) {
      extension.dispatch({ eventType: 'SHUTDOWN', shutdownReason, deadlineMs });
    }
  }

  async #answer(endpoint: Endpoint, request: ApiRequest, response: ServerResponse): Promise<Extension | undefined> {
    if (endpoint === 'Logs' || endpoint === 'Telemetry') {
      refuseSubscription(response, endpoint);
      return undefined;
    }
    if (endpoint === 'register') return register(request, response, this.registry, this.#metadata);
    if (endpoint === 'next') return next(request, response, this.registry);
    const extension = reportError(request, response, this.registry, endpoint);
    if (extension !== undefined) this.#reported ??= endpoint;
    return extension;
  }
}

type Endpoint = 'register' | 'next' | ReportedError | 'Logs' | 'Telemetry';

const routes: Readonly<Record<string, { readonly method: string; readonly endpoint: Endpoint }>> = {
  '/2020-01-01/extension/register': { method: 'POST', endpoint: 'register' },
  '/2020-01-01/extension/event/next': { method: 'GET', endpoint: 'next' },
  '/2020-01-01/extension/init/error': { method: 'POST', endpoint: 'InitError' },
  '/2020-01-01/extension/exit/error': { method: 'POST', endpoint: 'ExitError' },
  '/2020-08-15/logs': { method: 'PUT', endpoint: 'Logs' },
  '/2022-07-01/telemetry': { method: 'PUT', endpoint: 'Telemetry' },
};
