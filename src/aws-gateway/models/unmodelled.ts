import type { Operation, Protocol, ServiceModel } from './service-model.js';

/** What stands for the model of a service that has none: one operation, whose members are what is in its body. */
export function unmodelled(
  name: string,
  operationName: string,
  operation: Operation,
  protocol: Protocol = 'json',
  more: Pick<ServiceModel, 'jsonVersion'> = {},
): ServiceModel {
  return {
    name,
    iamPrefix: name,
    signingName: name,
    endpointPrefix: name,
    serviceId: name,
    apiVersion: '',
    protocol,
    ...more,
    operations: { [operationName]: operation },
    shapes: {},
  };
}

/** Whether a service has a model. */
export function isModelled({ shapes }: ServiceModel): boolean {
  return Object.keys(shapes).length > 0;
}
