import type { Call, Requirement, Requirements } from './call.js';
import { type ActionFacts, hasFormat, type ServiceFacts } from './facts.js';
import { serviceRules } from './services/all-rules.js';

/**
 * The permissions that a request needs: by the rules of its service, else the action of the operation's name on the resource that the
 * request names. Source: service authorization reference, and the documentation of each service.
 */
export function requirementsOf(call: Call, facts: ActionFacts): Requirements {
  const rules = serviceRules[call.iamPrefix] ?? {};
  if (rules.free?.includes(call.operation)) return { kind: 'needs', requirements: [] };
  const rule = rules.rules?.[call.operation];
  if (rule !== undefined) return { kind: 'needs', requirements: rule(call).map((each) => ofAccount(each, call)) };
  const service = facts[call.iamPrefix];
  const name = rules.actions?.[call.operation] ?? call.operation;
  const formats = service?.actions[name];
  if (service === undefined || formats === undefined) {
    return { kind: 'unknown', reason: `which permission ${call.service}:${call.operation} needs is not known here` };
  }
  const usual = rules.resource?.(call);
  const found =
    usual !== undefined && isOfType(usual, service, formats) ? [usual] : namedResources(call, service, formats);
  const unnamed = formats.some((index) => index >= 0) ? undefined : '*';
  const resources = formats.length === 0 ? ['*'] : found.length === 0 ? [unnamed] : found;
  const requirements = resources.map((resource): Requirement => {
    const untold = rules.untold !== undefined && found.length > 0 && resource?.includes('*') === true;
    return {
      action: `${call.iamPrefix}:${name}`,
      resource,
      context: rules.context?.(call) ?? {},
      ...(untold ? { untold: rules.untold } : {}),
    };
  });
  return { kind: 'needs', requirements: requirements.map((each) => ofAccount(each, call)) };
}

/** The first of the resources that a request names that the action can be about, and the others of its type. */
function namedResources({ resources }: Call, service: ServiceFacts, formats: readonly number[]): readonly string[] {
  for (const resource of resources) {
    const own = formats.filter((format) => isOfType(resource, service, [format]));
    if (own.length > 0) return resources.filter((each) => isOfType(each, service, own));
  }
  return [];
}

/** Whether an action can be about a resource: one of the services' other types names none of its resources. */
function isOfType(resource: string, { arns }: ServiceFacts, formats: readonly number[]): boolean {
  return formats.some((index) => hasFormat(resource, arns[index < 0 ? -index - 1 : index] ?? ''));
}

/** The accounts of emulators stand for the account of the function. */
const emulated = /^(arn:[^:]*:[^:]*:[^:]*:)(?:000000000000|123456789012):/;

function ofAccount(requirement: Requirement, { account }: Call): Requirement {
  const own = (resource: string): string => resource.replace(emulated, `$1${account}:`);
  const { resource, orOn } = requirement;
  return {
    ...requirement,
    resource: resource === undefined ? undefined : own(resource),
    ...(orOn === undefined ? {} : { orOn: orOn.map(own) }),
  };
}
