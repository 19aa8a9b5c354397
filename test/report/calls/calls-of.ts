import type { AwsCall } from '../../../src/aws-gateway/aws-call.js';
import type { InvocationCalls } from '../../../src/invoke/invocation-calls.js';
import type { StatementUse } from '../../../src/permissions/audit/advice.js';
import type { CallVerdict } from '../../../src/permissions/audit/judge-call.js';
import type { Statement } from '../../../src/permissions/policy/statement.js';
import { place } from '../markdown/reports.js';

/** A statement of the configuration, at a line of it. */
export function statementAt(line: number): Statement {
  return {
    effect: 'Allow',
    actions: { isExclusion: false, texts: ['dynamodb:GetItem'] },
    resources: { isExclusion: false, texts: ['*'] },
    conditions: [],
    hasVariables: true,
    source: 'a statement of provider.iam.role',
    isOwn: true,
    location: place('serverless.yml', line, 11),
  };
}

const putItem = { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:us-east-1:123456789012:table/orders' };

/** A verdict of each kind. */
export const verdicts = {
  allowed: { kind: 'allowed', by: [statementAt(8)], judged: [] },
  needless: { kind: 'allowed', by: [], judged: [] },
  denied: {
    kind: 'denied',
    requirement: putItem,
    verdict: {
      kind: 'denied',
      cause: 'implicit',
      policy: 'identity',
      nearest: { statement: statementAt(8), lacks: 'action' },
    },
    judged: [],
  },
  forbidden: {
    kind: 'denied',
    requirement: putItem,
    verdict: { kind: 'denied', cause: 'explicit', policy: 'identity', by: statementAt(12) },
    judged: [],
  },
  unknown: { kind: 'unknown', reasons: ["the role is not the project's own"], judged: [] },
} as const satisfies Record<string, CallVerdict>;

/** A call that a stub answered. */
export function callOf(told: Partial<AwsCall> = {}): AwsCall {
  return {
    service: 'dynamodb',
    iamPrefix: 'dynamodb',
    operation: 'GetItem',
    region: 'us-east-1',
    account: '123456789012',
    resources: ['arn:aws:dynamodb:us-east-1:123456789012:table/orders'],
    members: {},
    startedAt: new Date(0),
    durationMs: 1.5,
    response: { status: 200, members: {} },
    answeredBy: 'stub',
    ...told,
  };
}

/** The calls of an invocation; they are judged where there are verdicts. */
export function callsOf(
  calls: readonly AwsCall[],
  judged?: readonly CallVerdict[],
  uses: readonly StatementUse[] = [],
): InvocationCalls {
  const count = (kind: CallVerdict['kind']) => (judged ?? []).filter((one) => one.kind === kind).length;
  return {
    calls,
    omittedCalls: 0,
    diagnostics: [],
    lines: () => '',
    mistakeIn: () => undefined,
    membersFor: () => ({}),
    ...(judged === undefined
      ? {}
      : {
          audit: {
            calls: [],
            verdicts: judged,
            deniedCount: count('denied'),
            unknownCount: count('unknown'),
            uses,
          },
        }),
  };
}
