import { existsSync } from 'node:fs';
import type { AwsAsk, AwsMode, AwsPlan } from '../aws-gateway/run/plan.js';
import { UserError } from '../diagnostics/user-error.js';

/** What decides how calls to AWS are answered, beside what the caller says. */
export interface CallCircumstances {
  /** Whether the handler has credentials, or an endpoint of its own such as LocalStack. */
  readonly canCall: boolean;
  /** The cassette where the caller names none. Absolute. */
  readonly defaultCassette: string;
}

/**
 * How the calls of an event are answered. Where the caller does not say it: by its stubs; and where there are no credentials
 * by the cassette, if there is one.
 * @returns `undefined` where nothing asks for the gateway
 * @throws UserError where calls are to be recorded that can't be made
 */
export function planCalls(
  ask: AwsAsk | undefined,
  { canCall, defaultCassette }: CallCircumstances,
): AwsPlan | undefined {
  const cassette = ask?.cassette ?? defaultCassette;
  const mode = ask?.mode ?? impliedMode(ask, canCall, cassette);
  if (mode === undefined) return undefined;
  if (mode === 'record' && !canCall) {
    throw new UserError({
      code: 'aws-record-without-credentials',
      message: 'The calls to AWS are to be recorded, and there are no credentials to make them with.',
      hint: 'Give credentials, or the endpoint of something like LocalStack in `AWS_ENDPOINT_URL` of `env`.',
    });
  }
  const { stubs = [], match = {}, redact = [], strict = false, siblings = true } = ask ?? {};
  return { mode, cassette, stubs, match, redact, strict, siblings };
}

function impliedMode(ask: AwsAsk | undefined, canCall: boolean, cassette: string): AwsMode | undefined {
  if (ask?.cassette !== undefined || (!canCall && existsSync(cassette))) return 'replay';
  if (ask?.stubs === undefined || ask.stubs.length === 0) return undefined;
  return canCall ? 'forward' : 'none';
}
