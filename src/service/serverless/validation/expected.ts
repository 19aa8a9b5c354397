import type { JsonType, SchemaNode } from './schema/schema-node.js';

const kindNames: Readonly<Record<JsonType, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'empty',
};

export const noForm = 'is of no form that the framework knows';

/** What a schema wants, as the continuation of a sentence that begins with the name of the value. */
export function expectedBy(schema: SchemaNode, nodes: readonly SchemaNode[]): string {
  const choices = choicesOf(schema, nodes);
  if (choices !== undefined) return `must be ${listed(choices.map(String), 'or')}`;
  const kinds = [...new Set(kindsOf(schema, nodes))];
  return kinds.length === 0 ? noForm : `must be ${listed(kinds, 'or')}`;
}

/** The values that a schema allows, if it allows only these. */
export function choicesOf(schema: SchemaNode, nodes: readonly SchemaNode[]): unknown[] | undefined {
  if (schema.enum !== undefined) return [...schema.enum];
  if ('const' in schema) return [schema.const];
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (alternatives.length === 0) return undefined;
  const choices: unknown[] = [];
  for (const place of alternatives) {
    const node = nodes[place];
    const [, simple] = /^\/\^([\w$-]+)\$\/i$/.exec(node?.regexp ?? '') ?? [];
    const ofNode = simple === undefined ? node && choicesOf(node, nodes) : [simple];
    if (ofNode === undefined) return undefined;
    choices.push(...ofNode);
  }
  return choices;
}

function kindsOf(schema: SchemaNode, nodes: readonly SchemaNode[]): string[] {
  if (schema.type !== undefined) return [kindNames[schema.type]];
  const choices = choicesOf(schema, nodes);
  if (choices !== undefined) return choices.map(String);
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((place) => {
    const node = nodes[place];
    return node === undefined ? [] : kindsOf(node, nodes);
  });
}

/** Names in a sentence: `a, b or c`. */
export function listed(names: readonly string[], conjunction: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`;
}
