import type { Encryption } from '../../lambda/function/function-permissions.js';
import type { Call, Requirement } from '../requirements/call.js';
import type { ActionFacts } from '../requirements/facts.js';
import { requirementsOf } from '../requirements/requirements-of.js';
import { encryptionRequirements } from './encryption-requirements.js';

/** A statement that calls need: actions on resources, those of the stack by what the template knows of them. */
export interface SuggestedStatement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly SuggestedResource[];
}

/** An ARN; with names of the stack in it a text for `Fn::Sub`. */
export type SuggestedResource = string | { readonly 'Fn::Sub': string };

/** Who makes the calls, as far as their resources are named after it. */
export interface SuggestionInputs {
  readonly facts: ActionFacts;
  readonly account: string;
  readonly region: string;
  /** Physical ids by the names that only a deploy knows. */
  readonly names: ReadonlyMap<string, string>;
  /** Which resources are encrypted, and with which keys. */
  readonly encryptions?: readonly Encryption[] | undefined;
}

/** The least that calls need: actions that are needed on the same resources are one statement. */
export function suggestStatements(calls: readonly Call[], inputs: SuggestionInputs): SuggestedStatement[] {
  const actions = new Map<string, Set<string>>();
  for (const call of calls) {
    const needed = requirementsOf(call, inputs.facts);
    const own = needed.kind === 'needs' ? needed.requirements : [];
    const ofKeys = encryptionRequirements(call, own, inputs.encryptions ?? [], inputs.names);
    for (const requirement of [...own, ...ofKeys]) {
      if (requirement.unless !== undefined && requirement.resource === undefined) continue;
      const resource = resourceText(requirement, inputs);
      actions.set(requirement.action, (actions.get(requirement.action) ?? new Set()).add(resource));
    }
  }
  const groups = new Map<string, { actions: string[]; resources: readonly string[] }>();
  for (const [action, found] of [...actions].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const resources = [...found].sort();
    const service = action.split(':', 1)[0] ?? '';
    const key = [service, ...resources].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { actions: [action], resources });
    else group.actions.push(action);
  }
  return [...groups.values()].map(({ actions: own, resources }) => ({
    Effect: 'Allow',
    Action: own,
    Resource: resources.map((resource) => (resource.includes('${') ? { 'Fn::Sub': resource } : resource)),
  }));
}

/** Objects of a bucket, log streams and secrets are many: the statement is for all that are beside them. */
function resourceText({ action, resource }: Requirement, { account, region, names }: SuggestionInputs): string {
  if (resource === undefined) return '*';
  const [arn, partition, service, owningRegion, owner, ...rest] = resource.split(':');
  if (arn !== 'arn' || service === undefined) return resource;
  const name = widened(action, rest.join(':'));
  const parts = [
    'arn',
    partition === undefined || !partition.startsWith('aws') ? partition : '${AWS::Partition}',
    service,
    owningRegion === region ? '${AWS::Region}' : owningRegion,
    owner === account ? '${AWS::AccountId}' : owner,
    withNames(name, names),
  ];
  return parts.join(':');
}

function widened(action: string, name: string): string {
  if (action.startsWith('s3:') && name.includes('/')) return `${name.slice(0, name.indexOf('/'))}/*`;
  if (name.startsWith('log-group:')) return name.replace(/:log-stream:.*$/, ':*');
  return name.replace(/^(secret:.*)-\w{6}$/, '$1-??????');
}

/** A part of a name that is the physical id of a resource of the stack. */
function withNames(name: string, names: ReadonlyMap<string, string>): string {
  for (const [logical, physical] of names) {
    if (!/^[A-Za-z0-9]+$/.test(logical)) continue;
    const parts = name.split(/([/:])/);
    const at = parts.indexOf(physical);
    if (at !== -1) return parts.with(at, `\${${logical}}`).join('');
  }
  return name;
}
