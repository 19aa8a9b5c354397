import type { ServerResponse } from 'node:http';
import type { ApiRequest } from '../runtime-api/exchange.js';
import { type ApiError, renderAccepted, renderError } from '../runtime-api/render.js';
import { invalidTransition, missingErrorType, unknownIdentifier } from './errors.js';
import type { Extension } from './extension.js';
import { identifierOf } from './identify.js';
import type { ExtensionRegistry } from './registry.js';

/** What an extension reports: that it could not start, or that it has to end. */
export type ReportedError = 'InitError' | 'ExitError';

/** The state that the refusal names. For an exit error the API names another state than the one asked for. */
const namedTarget: Readonly<Record<ReportedError, string>> = { InitError: 'InitError', ExitError: 'Exited' };

/**
 * `POST /extension/init/error` and `POST /extension/exit/error`. The body is not read: what counts is the type in the
 * header. Nothing happens to the environment until the extension's process ends.
 * @returns the extension, where its report was taken
 */
export function reportError(
  request: ApiRequest,
  response: ServerResponse,
  registry: ExtensionRegistry,
  kind: ReportedError,
): Extension | undefined {
  request.resume();
  const outcome = take(request, registry, kind);
  if ('status' in outcome) {
    renderError(response, outcome);
    return undefined;
  }
  renderAccepted(response);
  return outcome;
}

function take(request: ApiRequest, registry: ExtensionRegistry, kind: ReportedError): Extension | ApiError {
  const id = identifierOf(request);
  if (typeof id !== 'string') return id;
  const errorType = request.headers['lambda-extension-function-error-type'];
  if (errorType === undefined || errorType === '') return missingErrorType;
  const extension = registry.byId(id);
  if (extension === undefined) return unknownIdentifier('Lambda-Extension-Identifier');
  return extension.move(kind, String(errorType)) ? extension : invalidTransition(extension, namedTarget[kind], id);
}
