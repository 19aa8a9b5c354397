import type { AwsCall, AwsRequest, JudgeRequest } from '../aws-gateway/aws-call.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FunctionPermissions } from '../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { type Audit, auditCalls } from '../permissions/audit/audit-calls.js';
import { auditFindings } from '../permissions/audit/audit-findings.js';
import { denialError } from '../permissions/audit/denial-error.js';
import { describeVerdict } from '../permissions/audit/describe-verdict.js';
import { judgeCall } from '../permissions/audit/judge-call.js';
import { openFunctionJudge } from './function-judge.js';
import type { PermissionsMode } from './permissions-mode.js';

/** What the calls of an event say of the function's policy. */
export interface AuditedEvent {
  readonly audit: Audit;
  /** An error, or a warning where that is asked for, for each kind of call that would be denied. */
  readonly findings: readonly Diagnostic[];
  /** What is told of the verdict on a call, by its place. */
  readonly told: (index: number) => { readonly verdict?: string; readonly reason?: string };
}

/** Judges the calls of a function's sandbox. */
export interface PermissionAudit {
  /** Answers what would be denied, where that is asked for. */
  readonly judge: JudgeRequest | undefined;
  /** Whether a request is not known to be allowed. */
  readonly isNotable: (request: AwsRequest) => boolean;
  end(calls: readonly AwsCall[]): Promise<AuditedEvent>;
}

/** What an audit is made of. */
export interface AuditParts {
  readonly function: LambdaFunction;
  readonly permissions: FunctionPermissions;
  readonly mode: PermissionsMode;
  /** Whether a call that would be denied is an error; else it is a warning. */
  readonly failsOnDenied: boolean;
  /** The account that the caller names. */
  readonly accountId: string | undefined;
  /** The handler's environment, which tells the names of resources. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Gets ready to judge the calls of a function. This module is loaded late, by who asks for it. */
export async function openPermissionAudit(parts: AuditParts): Promise<PermissionAudit> {
  const { function: fn, permissions, mode, failsOnDenied, accountId, environment } = parts;
  const judge = await openFunctionJudge({ function: fn, permissions, accountId, environment });
  const role = permissions.role.kind === 'made' ? permissions.role.logicalId : 'role';
  const principal = `arn:aws:sts::${judge.caller.account}:assumed-role/${role}/${fn.name}`;
  const refuse: JudgeRequest = (request: AwsRequest) => {
    const verdict = judgeCall(request, judge);
    return verdict.kind === 'denied' ? denialError(request, verdict, principal) : undefined;
  };
  return {
    judge: mode === 'enforce' ? refuse : undefined,
    isNotable: (request) => judgeCall(request, judge).kind !== 'allowed',
    end: async (calls) => {
      const audit = auditCalls(calls.map(withAnswer), judge);
      const findings = auditFindings(audit, await fn.origin('function'), failsOnDenied ? 'error' : 'warning');
      const told: AuditedEvent['told'] = (index) => {
        const verdict = audit.verdicts[index];
        return verdict === undefined ? {} : { verdict: verdict.kind, reason: describeVerdict(verdict) };
      };
      return { audit, findings, told };
    },
  };
}

/** A call with what the answer tells of it, unless it failed. */
function withAnswer(call: AwsCall) {
  return 'members' in call.response ? { ...call, answer: call.response.members } : call;
}
