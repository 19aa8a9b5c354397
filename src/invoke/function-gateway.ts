import type { LocateCall } from '../aws-gateway/aws-call.js';
import type { SandboxGateway } from '../aws-gateway/run/sandbox-gateway.js';
import { mockedAccountId } from '../lambda/limits.js';
import type { FunctionParts } from './function-parts.js';
import { withOriginalPaths } from './original-paths.js';
import type { PermissionAudit } from './permission-audit.js';

/**
 * Opens the gateway that stands between a function's sandbox and AWS.
 * @param environment the handler's, as it would be without a gateway
 * @param isOffline whether no call leaves
 * @param audit answers calls that are refused, and tells of which there will be something to say
 */
export async function openFunctionGateway(
  { function: fn, accountId, hooks, placed }: FunctionParts,
  environment: Readonly<Record<string, string>>,
  isOffline: boolean,
  audit: PermissionAudit | undefined,
): Promise<SandboxGateway> {
  const { SandboxGateway } = await import('../aws-gateway/run/sandbox-gateway.js');
  const { findPlace } = hooks;
  const locate: LocateCall | undefined =
    findPlace === undefined ? undefined : (trace) => findPlace(fn, withOriginalPaths(trace, fn, placed));
  const { judge, isNotable } = audit ?? {};
  return SandboxGateway.open({
    environment,
    isOffline,
    account: accountId ?? mockedAccountId,
    region: fn.region,
    ofFunction: () => fn.origin('function'),
    redact: hooks.redact ?? ((text) => text),
    ...(judge === undefined ? {} : { judge }),
    ...(isNotable === undefined ? {} : { isNotable }),
    ...(locate === undefined ? {} : { locate }),
  });
}
