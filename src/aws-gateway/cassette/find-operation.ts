import { nearestName } from '../../diagnostics/nearest-name.js';
import { loadModel, servicesMetadata } from '../models/load-model.js';
import type { Operation, ServiceModel } from '../models/service-model.js';
import { unmodelled } from '../models/unmodelled.js';

/** A service and an operation of it, or what is wrong with their names. */
export type FoundOperation =
  | { readonly model: ServiceModel; readonly operationName: string; readonly operation: Operation }
  | { readonly message: string; readonly hint: string };

/** Prefixes of actions that are also the names of services of their own. */
const ownServices: ReadonlySet<string> = new Set(['appconfig', 'bedrock', 'iot']);

/** The name in the AWS CLI of a service that is called as the SDKs or IAM call it: `eventbridge`, `sfn`, `states`. */
function otherwiseCalled(service: string): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const found = Object.entries(servicesMetadata()).find(
    ([, { serviceId, iamPrefix }]) =>
      plain(serviceId) === plain(service) || (iamPrefix === service && !ownServices.has(service)),
  );
  return found?.[0];
}

/** What is wrong with a call's name such as `dynamodb:GetItem` or `s3:*`: a sentence or two; `undefined` where nothing is. */
export function mistakeInCall(call: string): string | undefined {
  const [service = '', operation = ''] = call.split(':');
  const found = findOperation(service, operation);
  if (!('message' in found) || (operation === '*' && loadModel(service) !== undefined)) return undefined;
  return `\`${call}\` is no call, since ${found.message}. ${found.hint}`;
}

/**
 * Finds an operation by the service's name in the AWS CLI and its own. A service without a model, whose name is like that
 * of none that has one, may have any operation.
 */
export function findOperation(service: string, operationName: string): FoundOperation {
  const model = loadModel(service);
  if (model === undefined) {
    const nearest = otherwiseCalled(service) ?? nearestName(service, Object.keys(servicesMetadata()));
    if (nearest !== undefined) {
      return { message: `\`${service}\` is no service that is known`, hint: `Did you mean \`${nearest}\`?` };
    }
    const operation: Operation = { method: 'POST', requestUri: '/' };
    return { model: unmodelled(service, operationName, operation), operationName, operation };
  }
  const operation = Object.hasOwn(model.operations, operationName) ? model.operations[operationName] : undefined;
  if (operation !== undefined) return { model, operationName, operation };
  const nearest = nearestName(operationName, Object.keys(model.operations));
  return {
    message: `${service} has no operation \`${operationName}\``,
    hint: nearest === undefined ? 'The API reference of the service lists them.' : `Did you mean \`${nearest}\`?`,
  };
}
