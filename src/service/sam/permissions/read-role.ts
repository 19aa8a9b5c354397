import type { FunctionRole } from '../../../lambda/function/function-permissions.js';
import type { DeclaredFunction } from '../../cloudformation/functions/declared-function.js';
import {
  addDocument,
  addGap,
  addMadeStatement,
  addManagedPolicies,
  addStatement,
  type Collected,
} from '../../cloudformation/permissions/collect.js';
import { madeValue, type PlacedValue, placedIn } from '../../cloudformation/permissions/placed-value.js';
import {
  type PlacedTemplate,
  readBoundary,
  readManagedPolicies,
  readRole,
  readRoleResource,
} from '../../cloudformation/permissions/read-role.js';
import { readDeclaredRole } from '../../cloudformation/permissions/template-permissions.js';
import { intrinsicIn, isMapping } from '../../cloudformation/values.js';
import { locateNode } from '../../document/locate.js';
import { readConnectors } from './connectors.js';
import { type Allowance, destinationStatements, eventAllowance } from './event-statements.js';
import { templateStatements } from './policy-templates.js';

/**
 * Reads the role of a function of SAM: the one that it names, else the one that the transform makes of its properties.
 * Source: aws-sam-translator, `model/sam_resources.py`.
 */
export async function readSamRole(
  declared: DeclaredFunction,
  template: PlacedTemplate,
  into: Collected,
): Promise<FunctionRole> {
  const { logicalId, stack, resource } = declared;
  if (resource['Type'] !== 'AWS::Serverless::Function') return readDeclaredRole(declared, template, into);
  const given = property(declared, 'Role');
  const role = given === undefined ? await makeRole(declared, template, into) : await readRole(given, template, into);
  const embedded = await embeddedConnectors(stack);
  await readConnectors(logicalId, template, embedded, into);
  return role;
}

async function makeRole(declared: DeclaredFunction, template: PlacedTemplate, into: Collected): Promise<FunctionRole> {
  const { logicalId } = declared;
  await addNamed(await basicPolicies(declared, into), into);
  const policies = property(declared, 'Policies');
  const items = policies === undefined ? [] : Array.isArray(policies.value) ? await policies.items() : [policies];
  for (const item of items) await readPolicy(item, `a policy of ${logicalId}`, template, into);
  await addAllowances(declared, into);
  const boundary = property(declared, 'PermissionsBoundary');
  if (boundary !== undefined) await readBoundary(boundary, template, into);
  const made = { logicalId: `${logicalId}Role`, type: 'AWS::IAM::Role', properties: undefined };
  await readRoleResource(made, template, into);
  return { kind: 'made', logicalId: made.logicalId };
}

/** A property as it is written, of the function or of those that all functions share. */
function property({ stack, logicalId, properties }: DeclaredFunction, name: string): PlacedValue | undefined {
  const own = placedIn(stack, ['Resources', logicalId, 'Properties', name]);
  const found = properties.get(name);
  return own ?? (found && madeValue(found.value, locateNode(found.node, 'key')));
}

interface NamedPolicy {
  readonly name: string;
  readonly place: PlacedValue | undefined;
}

async function basicPolicies(declared: DeclaredFunction, { names }: Collected): Promise<NamedPolicy[]> {
  const [durable, tracing, network] = ['DurableConfig', 'Tracing', 'VpcConfig'].map((name) => property(declared, name));
  const mode = tracing && (await names.evaluate(tracing.value));
  return [
    {
      name: durable === undefined ? 'AWSLambdaBasicExecutionRole' : 'AWSLambdaBasicDurableExecutionRolePolicy',
      place: durable,
    },
    ...(tracing === undefined || mode === 'Disabled' || mode === null
      ? []
      : [{ name: 'AWSXrayWriteOnlyAccess', place: tracing }]),
    ...(network === undefined ? [] : [{ name: 'AWSLambdaVPCAccessExecutionRole', place: network }]),
  ];
}

async function addNamed(policies: readonly NamedPolicy[], into: Collected): Promise<void> {
  for (const { name, place } of policies) {
    const path = name.startsWith('AWSLambda') ? `service-role/${name}` : name;
    const arn = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${path}` };
    await addManagedPolicies(madeValue(arn, place?.location()), "what SAM's transform adds", into);
  }
}

/** An entry of `Policies`: a managed policy by name or ARN, a document, or a policy template. */
async function readPolicy(
  policy: PlacedValue,
  source: string,
  template: PlacedTemplate,
  into: Collected,
): Promise<void> {
  if (intrinsicIn(policy.value)?.name === 'Fn::If') {
    const chosen = await into.names.evaluate(policy.value, (reason) => addGap(policy, source, reason, into));
    if (chosen !== null && chosen !== undefined) {
      await readPolicy(madeValue(chosen, policy.location()), source, template, into);
    }
    return;
  }
  if (typeof policy.value === 'string' || intrinsicIn(policy.value) !== undefined) {
    await readManagedPolicies(policy, template, into, source);
    return;
  }
  if (isMapping(policy.value) && policy.value['Statement'] !== undefined) {
    await addDocument(policy, source, into);
    return;
  }
  const statements = templateStatements(policy, source, into);
  const name = isMapping(policy.value) ? Object.keys(policy.value).join(', ') : '';
  for (const statement of statements ?? []) await addStatement(statement, `the policy template ${name}`, into);
}

/** What SAM allows for the events, the destinations and the dead-letter queue of a function. */
async function addAllowances(declared: DeclaredFunction, into: Collected): Promise<void> {
  const { logicalId } = declared;
  const events = property(declared, 'Events');
  for (const key of isMapping(events?.value) ? Object.keys(events.value) : []) {
    const event = await events?.member(key);
    const allowed = eventAllowance(event?.value);
    await addAllowance(allowed, `what SAM's transform adds for the event ${key} of ${logicalId}`, event, into);
  }
  const queue = property(declared, 'DeadLetterQueue');
  if (isMapping(queue?.value)) {
    const { Type: type, TargetArn: target } = queue.value;
    const source = `what SAM's transform adds for the dead-letter queue of ${logicalId}`;
    await addAllowance({ managedPolicies: [], statements: destinationStatements(type, target) }, source, queue, into);
  }
  const config = await property(declared, 'EventInvokeConfig')?.member('DestinationConfig');
  for (const when of ['OnSuccess', 'OnFailure']) {
    const destination = await config?.member(when);
    if (!isMapping(destination?.value)) continue;
    const statements = destinationStatements(destination.value['Type'], destination.value['Destination']);
    const source = `what SAM's transform adds for ${when} of ${logicalId}`;
    await addAllowance({ managedPolicies: [], statements }, source, destination, into);
  }
}

async function addAllowance(
  { managedPolicies, statements }: Allowance,
  source: string,
  place: PlacedValue | undefined,
  into: Collected,
): Promise<void> {
  for (const name of managedPolicies) {
    const arn = { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` };
    await addManagedPolicies(madeValue(arn, place?.location()), source, into);
  }
  for (const statement of statements) await addMadeStatement(madeValue(statement, place?.location()), source, into);
}

/** The connectors that resources hold themselves, with the logical ids of those. */
async function embeddedConnectors(
  stack: DeclaredFunction['stack'],
): Promise<{ readonly owner: string; readonly connector: PlacedValue }[]> {
  const found: { owner: string; connector: PlacedValue }[] = [];
  for (const [owner, { Connectors: connectors }] of await stack.resources()) {
    for (const key of isMapping(connectors) ? Object.keys(connectors) : []) {
      const connector = placedIn(stack, ['Resources', owner, 'Connectors', key]);
      if (connector !== undefined) found.push({ owner, connector });
    }
  }
  return found;
}
