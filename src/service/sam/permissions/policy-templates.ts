import { UserError } from '../../../diagnostics/user-error.js';
import { addGap, type Collected } from '../../cloudformation/permissions/collect.js';
import { madeValue, type PlacedValue } from '../../cloudformation/permissions/placed-value.js';
import { isMapping } from '../../cloudformation/values.js';
import { policyTemplatesText } from './data.js';

/** SAM's policy templates by their names. Their statements refer to their parameters with `Ref`. */
export type PolicyTemplates = Readonly<
  Record<string, { readonly parameters: readonly string[]; readonly statements: readonly unknown[] }>
>;

const templates = JSON.parse(policyTemplatesText) as PolicyTemplates;

/**
 * The statements of a policy template, `{ Name: { Parameter: value } }`, its parameters filled in; `undefined` for anything
 * else.
 * @throws UserError where a parameter has no value: the transform refuses that
 */
export function templateStatements(policy: PlacedValue, source: string, into: Collected): PlacedValue[] | undefined {
  if (!isMapping(policy.value)) return undefined;
  const [entry, ...others] = Object.entries(policy.value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, given] = entry;
  const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (template === undefined) {
    if (name.endsWith('Policy'))
      addGap(policy, source, `names the policy template ${name}, which is not known here`, into);
    return undefined;
  }
  const values = isMapping(given) ? given : {};
  const missing = template.parameters.filter((parameter) => values[parameter] === undefined);
  if (missing.length > 0) {
    throw new UserError({
      code: 'policy-template-incomplete',
      message: `The policy template ${name} has no value for ${missing.join(', ')}.`,
      hint: 'SAM refuses to deploy it.',
      location: policy.location(),
    });
  }
  return template.statements.map((statement) => madeValue(filled(statement, values), policy.location()));
}

/** A statement with the values of parameters in place of references to them. */
function filled(value: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (!isMapping(value)) return value;
  const reference = value['Ref'];
  if (typeof reference === 'string' && Object.hasOwn(values, reference)) return values[reference];
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, values)]));
}
