import type { TemplateStack } from '../stack/open-stack.js';
import { isMapping } from '../values.js';

/** Whether a value of a template, not evaluated, refers to a function, to a version or to an alias of it. */
export type RefersToFunction = (value: unknown) => boolean;

const aliasTypes: ReadonlySet<unknown> = new Set(['AWS::Lambda::Version', 'AWS::Lambda::Alias']);

/** What refers to a function of a stack. */
export async function functionReferences(stack: TemplateStack, logicalId: string): Promise<RefersToFunction> {
  const ids = new Set([logicalId]);
  for (const [id, { Type: type, Properties: properties }] of await stack.resources()) {
    if (aliasTypes.has(type) && isMapping(properties) && refersTo(properties['FunctionName'], ids)) ids.add(id);
  }
  return (value) => refersTo(value, ids);
}

function refersTo(value: unknown, ids: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, ids));
  if (!isMapping(value)) return false;
  return referencesIn(value).some((id) => ids.has(id)) || Object.values(value).some((member) => refersTo(member, ids));
}

/** The logical ids that a value refers to by an intrinsic function of its own. */
export function referencesIn(value: unknown): string[] {
  if (!isMapping(value)) return [];
  const { Ref: reference, 'Fn::GetAtt': attribute, 'Fn::Sub': substitution } = value;
  const template = Array.isArray(substitution) ? substitution[0] : substitution;
  const owner = Array.isArray(attribute) ? attribute[0] : attribute;
  return [
    ...(typeof reference === 'string' ? [reference] : []),
    ...(typeof owner === 'string' ? [owner.split('.')[0] ?? ''] : []),
    ...(typeof template === 'string' ? Array.from(template.matchAll(/\$\{(\w+)/g), ([, id = '']) => id) : []),
  ];
}
