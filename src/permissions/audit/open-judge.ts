import type { FunctionPermissions } from '../../lambda/function/function-permissions.js';
import { effectivePolicies } from '../policy/effective-policies.js';
import { loadActionFacts } from '../requirements/facts.js';
import { bindNames } from './bind-names.js';
import type { Judge } from './judge-call.js';

/** The function whose calls are judged. */
export interface JudgedFunction {
  readonly permissions: FunctionPermissions;
  /** The environment that its handler gets, which tells the names of resources. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Its name in AWS. */
  readonly functionName: string;
  readonly region: string;
  readonly account: string;
  /** Whether that is the account that it is deployed to, and not one that stands in for it. */
  readonly isAccountKnown: boolean;
}

/** Gets ready to judge the calls of a function. The facts are loaded once. */
export async function openJudge(judged: JudgedFunction): Promise<Judge> {
  const { permissions, environment, functionName, region, account, isAccountKnown } = judged;
  return {
    policies: effectivePolicies(permissions, { account, isAccountKnown }),
    ...(permissions.encryptions === undefined ? {} : { encryptions: permissions.encryptions }),
    facts: await loadActionFacts(),
    caller: {
      functionArn: `arn:aws:lambda:${region}:${account}:function:${functionName}`,
      account,
      isAccountKnown,
      names: bindNames(permissions.environment, environment),
    },
  };
}
