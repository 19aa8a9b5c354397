import { partitionOf } from '../aws/partition.js';
import { mockedAccountId } from '../lambda/limits.js';

/** The unqualified ARN of a function, with a made-up account if none is given. */
export function functionArn(name: string, region: string, accountId: string = mockedAccountId): string {
  return `arn:${partitionOf(region)}:lambda:${region}:${accountId}:function:${name}`;
}
