import { mockedAccountId } from './limits.js';

/** The partition that a region belongs to (AWS General Reference, "AWS Regions and endpoints"). */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The unqualified ARN of a function, with a mocked account where none is given. */
export function functionArn(name: string, region: string, accountId: string = mockedAccountId): string {
  return `arn:${partitionOf(region)}:lambda:${region}:${accountId}:function:${name}`;
}
