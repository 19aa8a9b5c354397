import { join, parse, resolve } from 'node:path';
import type { AwsAsk, AwsPlan } from '../aws-gateway/run/plan.js';
import type { WrittenAsk } from '../aws-gateway/run/read-ask.js';
import type { EventRequest } from '../event/request.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';

/** The extension of cassettes. */
export const cassetteExtension = '.aws.yml';

/**
 * Where the calls of an event are recorded unless something else is said: beside the event's file, else in the service's
 * folder under the function's name. Absolute.
 */
export function cassetteOf(
  { sourceRoot, key }: Pick<LambdaFunction, 'sourceRoot' | 'key'>,
  { path }: EventRequest,
): string {
  if (path === undefined) return join(sourceRoot, `${key.replaceAll(/[^\w.-]+/g, '-')}${cassetteExtension}`);
  const { dir, name } = parse(resolve(sourceRoot, path));
  return join(dir, `${name}${cassetteExtension}`);
}

/** What the caller says of calls to AWS. @throws UserError where something of it is wrong */
export async function readAsk(written: WrittenAsk | undefined): Promise<AwsAsk | undefined> {
  if (written === undefined) return undefined;
  const { readWrittenAsk } = await import('../aws-gateway/run/read-ask.js');
  return readWrittenAsk(written);
}

/** Whether a sandbox whose calls are answered so may call AWS. */
export function gatewayOf({ mode }: Pick<AwsPlan, 'mode'>): 'online' | 'offline' {
  return mode === 'replay' || mode === 'none' ? 'offline' : 'online';
}
