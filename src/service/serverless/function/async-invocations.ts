import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import type { AsyncInvocations } from '../../../lambda/function/async-invocations.js';
import type { EvaluationInputs } from '../../cloudformation/evaluation.js';
import { knownParts } from '../../cloudformation/known-parts.js';
import { isMapping } from '../../document/config-node.js';
import { numberSetting } from '../../document/settings.js';
import type { FunctionBody } from './functions.js';

/**
 * What `maximumRetryAttempts`, `destinations` and `onError` of a function say of events that nobody waits for. What only a deploy
 * knows is left out.
 */
export async function readAsyncInvocations(
  body: FunctionBody,
  inputs: EvaluationInputs,
  report: ReportDiagnostic,
): Promise<AsyncInvocations> {
  const retries = numberSetting(await body.setting('maximumRetryAttempts'), {
    min: 0,
    max: 2,
    unit: 'attempts',
    member: 'maximumRetryAttempts',
    report,
  });
  const known = async (name: string): Promise<unknown> => knownParts((await body.setting(name))?.value, inputs);
  const destinations = await known('destinations');
  const { onSuccess, onFailure } = isMapping(destinations) ? destinations : {};
  return {
    retries,
    onSuccess: targetOf(onSuccess),
    onFailure: targetOf(onFailure),
    deadLetters: targetOf(await known('onError')),
  };
}

/** An ARN or the key of a function, alone or with its type. */
function targetOf(value: unknown): string | undefined {
  const target = isMapping(value) ? value['arn'] : value;
  return typeof target === 'string' && target !== '' ? target : undefined;
}
