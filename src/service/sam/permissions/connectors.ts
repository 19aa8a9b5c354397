import { addGap, addStatement, type Collected } from '../../cloudformation/permissions/collect.js';
import { madeValue, type PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import type { PlacedTemplate } from '../../cloudformation/permissions/read-role.js';
import { isMapping } from '../../cloudformation/values.js';
import { connectorsText } from './data.js';

/** For each type of the other end, the statements of each kind of access. */
type Categories = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** What connectors let a function do: as their source, and as their destination. */
export interface Connectors {
  readonly from: Categories;
  readonly to: Categories;
}

const connectors = JSON.parse(connectorsText) as Connectors;

/** The types of CloudFormation that SAM's own become. */
const types: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
};

/** The types whose `Ref` is their ARN. */
const arnIsRef: ReadonlySet<string> = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine']);

/** One end of a connector. */
interface End {
  readonly type: string;
  readonly arn: unknown;
  readonly name: unknown;
}

/**
 * Reads the connectors of a function: resources of their own, and those that it or another resource embeds.
 * Source: AWS SAM developer guide, "Managing resource permissions with AWS SAM connectors".
 * @param embedded the resources with connectors within
 */
export async function readConnectors(
  logicalId: string,
  template: PlacedTemplate,
  embedded: readonly { readonly owner: string; readonly connector: PlacedValue }[],
  into: Collected,
): Promise<void> {
  const declared = await template.ofTypes(new Set(['AWS::Serverless::Connector']));
  for (const { properties, logicalId: name } of declared) {
    const source = await properties?.member('Source');
    if (properties !== undefined)
      await readConnector({ name, properties, source: source?.value }, logicalId, template, into);
  }
  for (const { owner, connector } of embedded) {
    const properties = await connector.member('Properties');
    const reference = (await connector.member('SourceReference'))?.value;
    const source = { ...(isMapping(reference) ? reference : {}), Id: owner };
    const name = `of ${owner}`;
    if (properties !== undefined) await readConnector({ name, properties, source }, logicalId, template, into);
  }
}

interface Connector {
  readonly name: string;
  readonly properties: PlacedValue;
  readonly source: unknown;
}

async function readConnector(
  { name, properties, source }: Connector,
  logicalId: string,
  template: PlacedTemplate,
  into: Collected,
): Promise<void> {
  const destination = await properties.member('Destination');
  const ends = Array.isArray(destination?.value) ? await destination.items() : destination ? [destination] : [];
  const permissions = (await properties.member('Permissions'))?.value;
  const wanted = Array.isArray(permissions) ? permissions.map(String) : [];
  for (const end of ends) {
    const isSource = idOf(source) === logicalId;
    if (!isSource && idOf(end.value) !== logicalId) continue;
    const [from, to] = await Promise.all([endOf(source, template), endOf(end.value, template)]);
    const other = isSource ? to : from;
    const categories = other && (isSource ? connectors.from : connectors.to)[other.type];
    if (categories === undefined) {
      // A connector to a function gives mostly the other side a permission.
      if (isSource) addGap(end, `The connector ${name}`, 'leads to a type of resource that is not known here', into);
      continue;
    }
    const values = { 'Source.Arn': from?.arn, 'Destination.Arn': to?.arn, 'Destination.Name': to?.name };
    const statements = wanted.flatMap((category) => categories[category] ?? []);
    for (const statement of statements) {
      await addStatement(madeValue(filled(statement, values), properties.location()), `the connector ${name}`, into);
    }
  }
}

function idOf(end: unknown): unknown {
  return isMapping(end) ? end['Id'] : undefined;
}

async function endOf(end: unknown, template: PlacedTemplate): Promise<End | undefined> {
  if (!isMapping(end)) return undefined;
  const { Id: id, Type: type, Arn: arn, Name: name } = end;
  if (typeof id !== 'string') return typeof type === 'string' ? { type: types[type] ?? type, arn, name } : undefined;
  const resource = await template.resource(id);
  if (resource === undefined) return undefined;
  const known = types[resource.type] ?? resource.type;
  return {
    type: known,
    arn: arnIsRef.has(known) ? { Ref: id } : { 'Fn::GetAtt': [id, 'Arn'] },
    name: { 'Fn::GetAtt': [id, 'Name'] },
  };
}

/** A statement with `%{Destination.Arn}` and its like filled in. */
function filled(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (isMapping(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, values)]));
  }
  if (typeof value !== 'string') return value;
  const names = Array.from(value.matchAll(/%\{([^}]+)\}/g), ([, name = '']) => name);
  if (names.length === 0) return value.includes('${') ? { 'Fn::Sub': value } : value;
  const variables = new Map(names.map((name) => [name.replace('.', ''), values[name] ?? null]));
  const text = value.replaceAll(/%\{([^}]+)\}/g, (_, name: string) => `\${${name.replace('.', '')}}`);
  return { 'Fn::Sub': [text, Object.fromEntries(variables)] };
}
