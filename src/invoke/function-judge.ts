import type { FunctionPermissions } from '../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { mockedAccountId } from '../lambda/limits.js';
import type { Judge } from '../permissions/audit/judge-call.js';
import { openJudge } from '../permissions/audit/open-judge.js';

/** A function whose calls are judged. */
export interface FunctionJudgeParts {
  readonly function: LambdaFunction;
  readonly permissions: FunctionPermissions;
  /** The account that it is deployed to, where that is known; else the mocked one stands in for it. */
  readonly accountId: string | undefined;
  /** The handler's environment, which tells the names of resources. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Gets ready to judge the calls of a function. */
export function openFunctionJudge(parts: FunctionJudgeParts): Promise<Judge> {
  const { function: fn, permissions, accountId, environment } = parts;
  return openJudge({
    permissions,
    environment,
    functionName: fn.name,
    region: fn.region,
    account: accountId ?? mockedAccountId,
    isAccountKnown: accountId !== undefined,
  });
}
