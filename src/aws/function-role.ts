import type { AwsAccess } from './access.js';
import { getSigned } from './signed-get.js';

/**
 * The ARN of the role that a deployed function runs with (`GetFunctionConfiguration`); `undefined` where no such function is
 * deployed.
 * @param name its name in AWS
 * @throws an Error whose name is Lambda's error type, or the error of the network
 */
export async function functionRole(access: AwsAccess, name: string, signal: AbortSignal): Promise<string | undefined> {
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/configuration`;
  const body = await getSigned(access, path, {}, signal).catch((error: unknown) => {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  });
  if (body === undefined) return undefined;
  const { Role: role } = JSON.parse(body) as { Role?: unknown };
  if (typeof role !== 'string') throw new Error('the answer names no role');
  return role;
}
