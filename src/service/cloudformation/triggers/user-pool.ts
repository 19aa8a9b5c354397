import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import { isMapping } from '../values.js';
import type { RefersToFunction } from './function-references.js';
import { type Settings, sample, type TriggerEvent } from './trigger-event.js';

/** The triggers of a user pool, with the ends of the names of their samples. */
const samples: Readonly<Record<string, string>> = {
  PreSignUp: 'pre-signup',
  PostConfirmation: 'post-confirmation',
  PreAuthentication: 'pre-authentication',
  PostAuthentication: 'post-authentication',
  PreTokenGeneration: 'pre-token-generation',
  CustomMessage: 'custom-message',
  DefineAuthChallenge: 'define-auth-challenge',
  CreateAuthChallenge: 'create-auth-challenge',
  VerifyAuthChallengeResponse: 'verify-auth-challenge',
  UserMigration: 'user-migration',
  CustomEmailSender: 'custom-email-sender',
  CustomSMSSender: 'custom-sms-sender',
};

/** The event of a trigger of a user pool, by its name in `LambdaConfig`; `undefined` where there is no such trigger. */
export function userPoolEvent(trigger: unknown): TriggerEvent | undefined {
  const name = typeof trigger === 'string' && Object.hasOwn(samples, trigger) ? samples[trigger] : undefined;
  return name === undefined ? undefined : sample(`cognito-${name}`);
}

/** The triggers of a user pool that are a function. Source: CloudFormation template reference, "UserPool LambdaConfig". */
export function userPoolTriggers(written: Settings, refers: RefersToFunction): FunctionTrigger[] {
  const config = isMapping(written['LambdaConfig']) ? Object.entries(written['LambdaConfig']) : [];
  return config.flatMap(([name, value]) => {
    if (!refers(value)) return [];
    const isVersioned = name === 'PreTokenGenerationConfig' && isMapping(value) && value['LambdaVersion'] !== 'V1_0';
    const event = isVersioned
      ? sample('cognito-pre-token-generation-v2')
      : userPoolEvent(name.replace(/^(PreTokenGeneration)Config$/, '$1'));
    return event === undefined ? [] : [{ type: 'Cognito', event }];
  });
}
