import { describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../src/aws-gateway/aws-call.js';
import { openPermissionAudit } from '../../src/invoke/permission-audit.js';
import type { PermissionsMode } from '../../src/invoke/permissions-mode.js';
import type { FunctionPermissions } from '../../src/lambda/function/function-permissions.js';
import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';

const permissions: FunctionPermissions = {
  role: { kind: 'made', logicalId: 'Role' },
  statements: [
    {
      value: { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' },
      source: 'a statement of provider.iam.role',
      location: { file: '/service/serverless.yml', line: 8 },
    },
  ],
  managedPolicies: [],
  gaps: [],
  environment: {},
};

const fn = { name: 'svc-dev-f', region: 'eu-west-1', origin: async () => undefined } as unknown as LambdaFunction;

const audit = (mode: PermissionsMode, failsOnDenied = true) =>
  openPermissionAudit({ function: fn, permissions, mode, failsOnDenied, accountId: '111122223333', environment: {} });

const call = (operation: string): AwsCall => ({
  service: 'dynamodb',
  iamPrefix: 'dynamodb',
  operation,
  region: 'eu-west-1',
  account: '111122223333',
  resources: [],
  members: { TableName: 'orders' },
  startedAt: new Date(),
  durationMs: 1,
  response: { status: 200, members: {} },
  answeredBy: 'stub',
});

describe('the calls of an event', () => {
  test('that would be denied are errors, and nothing else happens to them', async () => {
    const opened = await audit('audit');
    expect(opened.judge).toBeUndefined();
    const { audit: result, findings } = await opened.end([call('GetItem'), call('PutItem')]);
    expect(result.deniedCount).toBe(1);
    expect(findings.map(({ severity, location }) => [severity, location?.line])).toEqual([['error', 8]]);
  });

  test('that would be denied are warnings, where they are not to fail the invocation', async () => {
    const { audit: result, findings } = await (await audit('audit', false)).end([call('PutItem')]);
    expect(result.deniedCount).toBe(1);
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'aws-call-denied']]);
  });

  test('that would be denied are answered so, where that is asked for', async () => {
    const { judge } = await audit('enforce');
    expect(judge?.(call('GetItem'))).toBeUndefined();
    expect(judge?.(call('PutItem'))).toEqual({
      code: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/Role/svc-dev-f is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/orders because no identity-based policy allows the dynamodb:PutItem action',
    });
  });
});
