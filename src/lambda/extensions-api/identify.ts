import type { ApiRequest } from '../runtime-api/exchange.js';
import type { ApiError } from '../runtime-api/render.js';
import { invalidIdentifier, missingIdentifier } from './errors.js';

/** The identifier that a request names, or what is wrong with it. Its form is a UUID's. */
export function identifierOf(request: ApiRequest): string | ApiError {
  const value = request.headers['lambda-extension-identifier'];
  if (value === undefined || value === '') return missingIdentifier;
  const identifier = String(value).toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(identifier) ? identifier : invalidIdentifier;
}
