import type { RequestHead } from '../recognise/find-service.js';
import type { GatewayMessage } from './messages.js';

/** The head of a request as values: the path as it was sent, headers by names in lower case. */
export function requestHead({ method = 'GET', url = '/', headers }: GatewayMessage): RequestHead {
  const start = url.indexOf('?');
  const path = start < 0 ? url : url.slice(0, start);
  const query = start < 0 ? '' : url.slice(start + 1);
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // HTTP/2 has its method, path and host among the headers.
    if (name === ':authority' && typeof value === 'string') flat['host'] ??= value;
    if (value !== undefined && !name.startsWith(':')) flat[name] = Array.isArray(value) ? value.join(',') : value;
  }
  // A plus sign in a query of AWS is a plus sign: its spaces are `%20`.
  return { method, path, query: new URLSearchParams(query.replaceAll('+', '%2B')), headers: flat };
}
