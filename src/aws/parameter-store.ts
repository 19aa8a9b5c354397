import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { AwsAccess } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** A parameter of Systems Manager. */
export interface Parameter {
  readonly type: 'String' | 'StringList' | 'SecureString';
  readonly value: string;
}

/** The parameters of an account and region. The signal ends a request. */
export interface ParameterStore {
  /** @returns `undefined` where there is no such parameter. @throws the SDK's own error. */
  parameter(name: string, decrypted: boolean, abortSignal: AbortSignal): Promise<Parameter | undefined>;
}

export function openParameterStore(access: AwsAccess): ParameterStore {
  const client = quietly(() => new SSMClient(clientSettings(access)));
  return {
    parameter: async (name, decrypted, abortSignal) => {
      try {
        const command = new GetParameterCommand({ Name: name, WithDecryption: decrypted });
        const { Parameter: found } = await client.send(command, { abortSignal });
        return found?.Value === undefined ? undefined : { type: found.Type ?? 'String', value: found.Value };
      } catch (error) {
        if (['ParameterNotFound', 'ParameterVersionNotFound'].includes((error as Error).name)) return undefined;
        throw error;
      }
    },
  };
}
