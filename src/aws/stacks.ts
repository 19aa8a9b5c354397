import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListExports,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import type { AwsAccess } from './access.js';
import { clientSettings, quietly } from './client-settings.js';

/** The deployed stacks of an account and region. The signal ends a request. Every function throws the SDK's own error. */
export interface Stacks {
  /** The outputs of a stack by their keys; `undefined` where there is no such stack. */
  outputs(stack: string, abortSignal: AbortSignal): Promise<ReadonlyMap<string, string> | undefined>;
  /** The physical ids of a stack's resources by their logical ids; `undefined` where there is no such stack. */
  resources(stack: string, abortSignal: AbortSignal): Promise<ReadonlyMap<string, string> | undefined>;
  /** The exports of all stacks, by their names. */
  exports(abortSignal: AbortSignal): Promise<ReadonlyMap<string, string>>;
}

export function openStacks(access: AwsAccess): Stacks {
  const client = quietly(() => new CloudFormationClient(clientSettings(access)));
  return {
    outputs: (stack, abortSignal) =>
      whereStackExists(async () => {
        const command = new DescribeStacksCommand({ StackName: stack });
        const { Stacks: [found] = [] } = await client.send(command, { abortSignal });
        return new Map(found?.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
      }),
    resources: (stack, abortSignal) =>
      whereStackExists(async () => {
        const ids = new Map<string, string>();
        const pages = paginateListStackResources({ client }, { StackName: stack }, { abortSignal });
        for await (const { StackResourceSummaries = [] } of pages) {
          for (const { LogicalResourceId, PhysicalResourceId, ResourceStatus } of StackResourceSummaries) {
            if (!LogicalResourceId || !PhysicalResourceId || ResourceStatus === 'DELETE_COMPLETE') continue;
            ids.set(LogicalResourceId, PhysicalResourceId);
          }
        }
        return ids;
      }),
    exports: async (abortSignal) => {
      const values = new Map<string, string>();
      for await (const { Exports = [] } of paginateListExports({ client }, {}, { abortSignal })) {
        for (const { Name, Value } of Exports) if (Name && Value !== undefined) values.set(Name, Value);
      }
      return values;
    },
  };
}

/** Only the message of CloudFormation's `ValidationError` tells that the stack does not exist. */
async function whereStackExists<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ValidationError' && /does not exist/.test(message)) return undefined;
    throw error;
  }
}
