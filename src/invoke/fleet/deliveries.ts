import type { Delivery } from '../../aws-gateway/run/deliver.js';
import type { AsyncInvocations } from '../../lambda/function/async-invocations.js';
import type { InvokeRequest } from '../../lambda/invoke-api/invoke-request.js';
import { deliveryTo, invocationOf } from './delivery.js';
import { destinationRecord, qualifiedArn, type SettledInvocation } from './destination-record.js';

/** An event that nobody waited for, at its end. */
interface SettledWork extends Omit<SettledInvocation, 'event'> {
  readonly asked: Pick<InvokeRequest, 'payload'>;
}

/** A function of the service, as Lambda's Invoke API names it. */
export interface NamedFunction {
  /** With a version or an alias, where it was named so. */
  readonly name: string;
  readonly region: string;
}

/**
 * What Lambda hands over of an event: its record to its destination, and dead letters.
 * @param own the destination, where that is a function of the service
 */
export function deliveriesOf(
  { onSuccess, onFailure, deadLetters }: AsyncInvocations,
  { requestId, functionArn, asked, attempts, result }: SettledWork,
  own?: NamedFunction,
): readonly { readonly to: string; readonly delivery: Delivery }[] {
  const isSuccess = result.status === 'success';
  const event = asked.payload;
  const arn = qualifiedArn(functionArn);
  const record = (): string => destinationRecord({ requestId, functionArn, event, attempts, result }).toString('utf8');
  const found = [];
  const destination = isSuccess ? onSuccess : onFailure;
  if (destination !== undefined) {
    const delivery =
      own === undefined
        ? deliveryTo(destination, { functionArn: arn, isSuccess, text: record() })
        : invocationOf(own.name, own.region, record());
    if (delivery !== undefined) found.push({ to: destination, delivery });
  }
  if (!isSuccess && deadLetters !== undefined) {
    const failure = { requestId, message: result.errorMessage };
    const delivery = deliveryTo(deadLetters, { functionArn: arn, isSuccess, text: event.toString('utf8'), failure });
    if (delivery !== undefined) found.push({ to: deadLetters, delivery });
  }
  return found;
}
