import { endpointDomainOf, partitionOf } from '../../aws/partition.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Evaluation } from './evaluation.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import { parameterValue } from './parameters.js';
import { pseudoParameter } from './pseudo-parameters.js';
import { nameInPhysicalId, type ResourceType, resourceType, websiteHostOf } from './resource-types.js';
import type { TemplateResource } from './template.js';
import { textOf } from './values.js';

/**
 * `Ref`: a pseudo parameter, a parameter's value, or the physical id of a resource, which comes from the caller, the
 * template, or the deployed stack.
 * @returns `undefined` for `AWS::NoValue`
 */
export async function reference(name: string, evaluation: Evaluation): Promise<unknown> {
  const { template, lookup, stack } = evaluation;
  const question = `ref:${name}`;
  const given = lookup.given(question);
  if (given !== undefined) return given;
  if (name.startsWith('AWS::')) {
    const known = pseudoParameter(name, await stack());
    if (known !== undefined) return known ?? undefined;
    throw new IntrinsicFailure(`refers to ${name}, which is no pseudo parameter of CloudFormation`);
  }
  const parameter = await template.parameter(name);
  if (parameter !== undefined) return parameterValue(name, parameter, evaluation);
  const resource = await template.resource(name);
  if (resource === undefined) {
    const id = await lookup.physicalId(name).catch(ignoreFailure);
    if (id !== undefined) return id;
    throw await unknownName(name, question, evaluation);
  }
  const id = (await declaredId(name, resource, evaluation)) ?? (await lookup.physicalId(name));
  if (id !== undefined) return id;
  throw new IntrinsicFailure(`refers to ${name}, whose ${whatRefGives(resource)} is known only once it is deployed`, {
    question,
  });
}

/** `Fn::GetAtt`: an attribute of a resource, which comes from the caller, or follows from the resource's name. */
export async function attribute(logicalId: string, name: string, evaluation: Evaluation): Promise<unknown> {
  const { template, lookup } = evaluation;
  const question = `getatt:${logicalId}.${name}`;
  const given = lookup.given(question);
  if (given !== undefined) return given;
  const resource = await template.resource(logicalId);
  if (resource === undefined) throw await unknownName(logicalId, question, evaluation);
  const output = name.startsWith('Outputs.')
    ? await template.nestedOutput?.(logicalId, name.slice('Outputs.'.length))
    : undefined;
  if (output !== undefined) return output;
  const type = resourceType(resource.type) ?? {};
  const { attributes = {} } = type;
  const text = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  const isKnown = text !== undefined && !(await isExceptional(type, resource));
  const filled = isKnown ? await fillIn(text, { logicalId, resource, type, evaluation, mayAsk: true }) : undefined;
  if (filled !== undefined) return filled;
  throw new IntrinsicFailure(
    `is the attribute ${name} of ${logicalId} (${resource.type}), which is known only once it is deployed`,
    { question },
  );
}

/** `Fn::ImportValue`: an export of another stack. */
export async function importedValue(name: string, { lookup }: Evaluation): Promise<string> {
  const question = `import:${name}`;
  const value = lookup.given(question) ?? (await lookup.exportValue(name));
  if (value !== undefined) return value;
  throw new IntrinsicFailure(`imports ${name}, which another stack exports`, { question });
}

/** The value of `Ref` for a resource, from the template only. */
async function declaredId(
  logicalId: string,
  resource: TemplateResource,
  evaluation: Evaluation,
): Promise<string | undefined> {
  const type = resourceType(resource.type);
  if (type?.nameProperty === undefined || (await isExceptional(type, resource))) return undefined;
  return fillIn(type.ref ?? '{name}', { logicalId, resource, type, evaluation, mayAsk: false });
}

async function isExceptional({ unless }: ResourceType, resource: TemplateResource): Promise<boolean> {
  return unless !== undefined && (await resource.property(unless)) !== undefined;
}

interface Subject {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  readonly type: ResourceType;
  readonly evaluation: Evaluation;
  /** Whether the physical id may come from the caller or the deployed stack. */
  readonly mayAsk: boolean;
}

/** Fills in a text of the table of types; `undefined` if something in it is unknown. */
async function fillIn(text: string, subject: Subject): Promise<string | undefined> {
  const { region, accountId } = await subject.evaluation.stack();
  const facts: Readonly<Record<string, string>> = {
    region,
    account: accountId,
    partition: partitionOf(region),
    suffix: endpointDomainOf(region),
    website: websiteHostOf(region),
  };
  let filled = '';
  for (const [index, part] of text.split(/[{}]/).entries()) {
    const isPlaceholder = index % 2 === 1;
    const piece = isPlaceholder ? (facts[part] ?? (await placeholder(part, subject))) : part;
    if (piece === undefined) return undefined;
    filled += piece;
  }
  return filled;
}

async function placeholder(part: string, subject: Subject): Promise<string | undefined> {
  if (part === 'name') return nameOf(subject);
  if (part === 'scheme') return (await propertyText('ProtocolType', subject)) === 'WEBSOCKET' ? 'wss' : 'https';
  const [property = '', fallback] = part.split('=');
  return (await propertyText(property, subject)) ?? fallback;
}

async function nameOf(subject: Subject): Promise<string | undefined> {
  const { logicalId, type, evaluation, mayAsk } = subject;
  const declared = type.nameProperty === undefined ? undefined : await propertyText(type.nameProperty, subject);
  if (declared !== undefined || !mayAsk) return declared;
  const { lookup } = evaluation;
  const id = lookup.given(`ref:${logicalId}`) ?? (await lookup.physicalId(logicalId));
  return id === undefined ? undefined : nameInPhysicalId(type, id);
}

async function propertyText(name: string, { logicalId, resource, evaluation }: Subject): Promise<string | undefined> {
  const value = await evaluation.within(`${logicalId}.${name}`).evaluate(await resource.property(name));
  return value === undefined || value === null ? undefined : textOf(value, `the property ${name} of ${logicalId}`);
}

/** If the template has no such name, that is reported, even if the stack can't be asked either. */
function ignoreFailure(error: unknown): undefined {
  if (error instanceof IntrinsicFailure) return undefined;
  throw error;
}

function whatRefGives({ type }: TemplateResource): string {
  return resourceType(type)?.nameProperty === undefined ? 'id' : 'name';
}

async function unknownName(name: string, question: string, { template }: Evaluation): Promise<IntrinsicFailure> {
  const nearest = nearestName(name, await template.names());
  return new IntrinsicFailure(`refers to ${name}, which the template does not declare`, {
    question,
    hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  });
}
