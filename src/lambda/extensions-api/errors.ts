import type { ApiError } from '../runtime-api/render.js';
import type { Extension } from './extension.js';

/** The most extensions that a function can have, external and internal ones together ("Lambda quotas" has no more of them). */
export const maxExtensions = 10;

/** An error answer of the Extensions API; its status is always 403 (RIE `rapi/handler`). */
function forbidden(errorType: string, errorMessage: string): ApiError {
  return { status: 403, errorType, errorMessage };
}

export const emptyName = forbidden('Extension.InvalidExtensionName', 'Empty extension name');

export const missingIdentifier = forbidden(
  'Extension.MissingExtensionIdentifier',
  'Missing Lambda-Extension-Identifier header',
);

export const invalidIdentifier = forbidden(
  'Extension.InvalidExtensionIdentifier',
  'Invalid Lambda-Extension-Identifier',
);

export const missingErrorType = forbidden('Extension.MissingHeader', 'Lambda-Extension-Function-Error-Type not found');

export const registrationClosed = forbidden('Extension.RegistrationClosed', 'Extension registration closed already');

export const nameTaken = forbidden('Extension.InvalidExtensionState', 'Extension with this name already registered');

export const tooManyExtensions = forbidden('Extension.TooManyExtensions', `Extension limit (${maxExtensions}) reached`);

/** The identifier is well-formed, but belongs to no extension. */
export function unknownIdentifier(what: string): ApiError {
  return forbidden('Extension.UnknownExtensionIdentifier', `Unknown ${what}`);
}

export function invalidRequestFormat(reason: string): ApiError {
  return forbidden('InvalidRequestFormat', reason);
}

export function invalidEventType(event: string, reason: string): ApiError {
  return forbidden('Extension.InvalidEventType', `${event}: ${reason}`);
}

/**
 * @param to the state, as the API names it in this message
 * @param who the extension
 */
export function invalidTransition({ state }: Extension, to: string, who: string): ApiError {
  return forbidden(
    'Extension.InvalidExtensionState',
    `State transition from ${state} to ${to} failed for extension ${who}. Error: State transition is not allowed`,
  );
}
