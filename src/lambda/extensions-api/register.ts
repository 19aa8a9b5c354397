import type { ServerResponse } from 'node:http';
import { readBody } from '../runtime-api/body.js';
import type { ApiRequest } from '../runtime-api/exchange.js';
import { type ApiError, renderError, renderJson } from '../runtime-api/render.js';
import { emptyName, invalidEventType, invalidRequestFormat, invalidTransition } from './errors.js';
import { type EventType, Extension } from './extension.js';
import type { ExtensionRegistry } from './registry.js';

/** What an extension learns about the function when it registers. */
export interface FunctionMetadata {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly handler: string;
  /** Only sent to extensions that ask for it. */
  readonly accountId: string;
}

/** The largest registration that is read, in bytes. */
const maxRegistrationBytes = 1024 * 1024;

/**
 * `POST /extension/register`: an extension names itself and the events it wants. One with the name of a file in
 * `/opt/extensions` is external; any other is internal, can register for `INVOKE` only, and has to do so before init ends.
 * @returns the extension, where it was registered
 */
export async function register(
  request: ApiRequest,
  response: ServerResponse,
  registry: ExtensionRegistry,
  metadata: FunctionMetadata,
): Promise<Extension | undefined> {
  const body = await readBody(request, maxRegistrationBytes);
  if (body.kind === 'truncated') return undefined;
  const name = header(request, 'lambda-extension-name');
  const registered =
    name === ''
      ? emptyName
      : body.kind === 'too-large'
        ? invalidRequestFormat('the request is too large')
        : enter(registry, name, body.bytes);
  if (!(registered instanceof Extension)) {
    renderError(response, registered);
    return undefined;
  }
  const { accountId, ...told } = metadata;
  const features = header(request, 'lambda-extension-accept-feature').split(',');
  const withAccount = features.some((feature) => feature.trim() === 'accountId') ? { accountId, ...told } : told;
  response.setHeader('Lambda-Extension-Identifier', registered.id);
  renderJson(response, 200, `${JSON.stringify(withAccount)}\n`);
  return registered;
}

function enter(registry: ExtensionRegistry, name: string, body: Buffer): Extension | ApiError {
  const names = requestedEvents(body);
  if (!Array.isArray(names)) return names;
  const external = registry.external(name);
  const events: EventType[] = [];
  for (const event of names) {
    if (event !== 'INVOKE' && event !== 'SHUTDOWN') return invalidEventType(event, 'ErrorInvalidEventType');
    if (event === 'SHUTDOWN' && external === undefined) {
      return invalidEventType(event, 'ShutdownEventNotSupportedForInternalExtension');
    }
    events.push(event);
  }
  const extension = external ?? registry.addInternal(name);
  if (!(extension instanceof Extension)) return extension;
  return extension.register(events) ? extension : invalidTransition(extension, 'Registered', name);
}

/** The `events` of a registration, or what is wrong with it. Members that are absent or null are empty. */
function requestedEvents(body: Buffer): string[] | ApiError {
  if (body.length === 0) return invalidRequestFormat('unexpected end of JSON input');
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch (error) {
    return invalidRequestFormat((error as Error).message);
  }
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return invalidRequestFormat('the body is not a JSON object');
  const { events = [], configurationKeys = [] } = value as { events?: unknown; configurationKeys?: unknown };
  if (Array.isArray(configurationKeys) && configurationKeys.length > 0) {
    return invalidRequestFormat('configurationKeys are deprecated; use environment variables instead');
  }
  const list = events ?? [];
  if (!Array.isArray(list) || !list.every((event) => typeof event === 'string')) {
    return invalidRequestFormat('events is not a list of strings');
  }
  return list;
}

function header(request: ApiRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? '';
}
