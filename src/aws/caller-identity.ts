import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsAccess } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** The account that the credentials belong to, twelve digits. The signal ends the request. @throws the SDK's own error. */
export async function accountOf(access: AwsAccess, abortSignal: AbortSignal): Promise<string | undefined> {
  const client = quietly(() => new STSClient(clientSettings(access)));
  const { Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal });
  return Account;
}
