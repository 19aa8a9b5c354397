import { mockedAccountId } from '../../lambda/limits.js';

/** What CloudFormation's pseudo parameters depend on. */
export interface StackFacts {
  readonly region: string;
  readonly stackName: string;
}

/**
 * The value of `{ Ref: name }` for a pseudo parameter, `null` for `AWS::NoValue`; `undefined` where the name is not one
 * that is known without a stack. Source: CloudFormation user guide, "Pseudo parameters reference".
 */
export function pseudoParameter(name: string, { region, stackName }: StackFacts): string | null | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return mockedAccountId;
    case 'AWS::Region':
      return region;
    case 'AWS::Partition':
      return partition(region);
    case 'AWS::URLSuffix':
      return partition(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    case 'AWS::StackName':
      return stackName;
    case 'AWS::NoValue':
      return null;
    default:
      return undefined;
  }
}

function partition(region: string): 'aws' | 'aws-cn' | 'aws-us-gov' {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}
