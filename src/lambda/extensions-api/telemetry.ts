import type { ServerResponse } from 'node:http';
import { renderError } from '../runtime-api/render.js';

/**
 * `PUT /2020-08-15/logs` and `PUT /2022-07-01/telemetry`: there is nothing to subscribe to here. The answer is a 202
 * nevertheless, so that an extension which subscribes keeps running (RIE `rapi/handler/runtimelogs_stub.go`).
 */
export function refuseSubscription(response: ServerResponse, api: 'Logs' | 'Telemetry'): void {
  response.req.resume();
  renderError(response, {
    status: 202,
    errorType: `${api}.NotSupported`,
    errorMessage: `${api} API is not supported`,
  });
}
