import { describe, expect, test } from '@jest/globals';

import type { LambdaFunction } from '../../../src/lambda/function/lambda-function.js';
import { failureOf, folderOf, openFolder, placeOf } from '../open-folder.js';

const regionMissing =
  /^The variable \$\{opt:region, self:provider\.region\} of .* has no value: there is nothing at provider\.region/;
const customMissing =
  /^The variable \$\{self:custom\.none\} of functions\.f\..* has no value: there is nothing at custom\.none/;

/** A service with a function `f` whose members are resolved late, and do not resolve. */
async function load(provider: string, fn: string): Promise<LambdaFunction> {
  const folder = await folderOf({
    'serverless.yml': `service: svc
frameworkVersion: '3'
provider:
  name: aws
  runtime: nodejs22.x
${provider}functions:
  f:
    handler: h.e
${fn}`,
    'h.js': '',
  });
  return (await openFolder(folder)).load('f');
}

const statement = (resource: string): string => `  iam:
    role:
      statements:
        - {Effect: Allow, Action: s3:GetObject, Resource: '${resource}'}
`;

describe('a variable without a value in what is resolved after the function is loaded is told with its place', () => {
  test('in a statement of its role', async () => {
    const fn = await load(statement('arn:aws:dynamodb:${opt:region, self:provider.region}:*:table/t'), '');
    const failure = await failureOf(Promise.resolve(fn.permissions?.()));
    expect(failure.message).toMatch(regionMissing);
    expect(failure.hint).toMatch(/Use \$\{aws:region\}/);
    expect(placeOf(failure)).toBe('9:77');
  });

  test.each([
    [
      'the patterns of its package',
      'package: {individually: true, patterns: ["!${self:custom.none}"]}',
      'packaging',
      '9:48',
    ],
    ['its events', 'events: [{httpApi: {method: GET, path: "/${self:custom.none}"}}]', 'triggers', '9:46'],
    ['its retries', 'maximumRetryAttempts: ${self:custom.none}', 'asyncInvocations', '9:27'],
  ] as const)('in %s', async (_, setting, member, place) => {
    const fn = await load('', `    ${setting}\n`);
    const failure = await failureOf(Promise.resolve(fn[member]?.()));
    expect(failure.message).toMatch(customMissing);
    expect(placeOf(failure)).toBe(place);
  });
});
