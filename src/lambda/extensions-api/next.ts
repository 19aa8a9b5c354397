import type { ServerResponse } from 'node:http';
import type { ApiRequest } from '../runtime-api/exchange.js';
import { renderError } from '../runtime-api/render.js';
import { invalidTransition, unknownIdentifier } from './errors.js';
import type { Extension } from './extension.js';
import { identifierOf } from './identify.js';
import type { ExtensionRegistry } from './registry.js';

/**
 * `GET /extension/event/next`: an extension is done with the last event, and waits for the next one.
 * @returns the extension, where it is known
 */
export function next(
  request: ApiRequest,
  response: ServerResponse,
  registry: ExtensionRegistry,
): Extension | undefined {
  request.resume();
  const id = identifierOf(request);
  if (typeof id !== 'string') {
    renderError(response, id);
    return undefined;
  }
  const extension = registry.byId(id);
  if (extension === undefined) renderError(response, unknownIdentifier(`extension ${id}`));
  else if (!extension.awaitEvent(response)) renderError(response, invalidTransition(extension, 'Ready', id));
  return extension;
}
