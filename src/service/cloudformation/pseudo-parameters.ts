import { endpointDomainOf, partitionOf } from '../../aws/partition.js';

/** The facts behind CloudFormation's pseudo parameters. */
export interface StackFacts {
  readonly region: string;
  readonly stackName: string;
  readonly accountId: string;
}

/**
 * The value of `{ Ref: name }` for a pseudo parameter; `null` for `AWS::NoValue`, `undefined` for an unknown name. The
 * unique part of `AWS::StackId` is all zeros, since there is no stack. Source: CloudFormation user guide, "Pseudo parameters
 * reference".
 */
export function pseudoParameter(
  name: string,
  { region, stackName, accountId }: StackFacts,
): string | readonly string[] | null | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return accountId;
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::NoValue':
      return null;
    case 'AWS::Partition':
      return partitionOf(region);
    case 'AWS::Region':
      return region;
    case 'AWS::StackId':
      return `arn:${partitionOf(region)}:cloudformation:${region}:${accountId}:stack/${stackName}/00000000-0000-0000-0000-000000000000`;
    case 'AWS::StackName':
      return stackName;
    case 'AWS::URLSuffix':
      return endpointDomainOf(region);
    default:
      return undefined;
  }
}
