import { nearestName } from '../../diagnostics/nearest-name.js';
import { loadModel, servicesMetadata } from '../models/load-model.js';
import type { Operation, ServiceModel } from '../models/service-model.js';
import { unmodelled } from '../models/unmodelled.js';

/** A service and an operation of it, or what is wrong with their names. */
export type FoundOperation =
  | { readonly model: ServiceModel; readonly operationName: string; readonly operation: Operation }
  | { readonly message: string; readonly hint: string };

/**
 * Finds an operation by the service's name in the AWS CLI and its own. A service without a model, whose name is like that
 * of none that has one, may have any operation.
 */
export function findOperation(service: string, operationName: string): FoundOperation {
  const model = loadModel(service);
  if (model === undefined) {
    const nearest = nearestName(service, Object.keys(servicesMetadata()));
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
