import { defineMappingTag, defineScalarTag, defineSequenceTag, mapTag } from 'js-yaml';

/**
 * CloudFormation's short tags, on any kind of node: `!Ref x` is `{ Ref: x }`, `!Condition x` is `{ Condition: x }`, and any
 * other `!Name x` is `{ 'Fn::Name': x }`, so that unknown functions are read too. Source: CloudFormation user guide,
 * "Intrinsic function reference".
 */
export const cloudFormationTags = [
  defineScalarTag('!', {
    matchByTagPrefix: true,
    resolve: (source, _isExplicit, tag) => intrinsic(tag, tag === '!GetAtt' ? splitAttribute(source) : source),
    identify: () => false,
  }),
  defineSequenceTag('!', {
    matchByTagPrefix: true,
    create: (tag) => ({ tag, items: [] as unknown[] }),
    addItem: ({ items }, item) => {
      items.push(item);
    },
    finalize: ({ tag, items }) => intrinsic(tag, items),
    identify: () => false,
  }),
  defineMappingTag('!', {
    matchByTagPrefix: true,
    create: (tag) => ({ tag, members: mapTag.create(tag) }),
    addPair: ({ members }, key, value) => mapTag.addPair(members, key, value),
    has: ({ members }, key) => mapTag.has(members, key),
    keys: (result: Record<string, unknown>) => Object.keys(result),
    get: (result, key) => result[String(key)],
    finalize: ({ tag, members }) => intrinsic(tag, members),
    identify: () => false,
  }),
];

/** The name of the member that stands for a short tag: `!Sub` is `Fn::Sub`. */
export function intrinsicName(tag: string): string {
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

function intrinsic(tag: string, value: unknown): Record<string, unknown> {
  return { [intrinsicName(tag)]: value };
}

/** `Table.Stream.Arn` is the attribute `Stream.Arn` of `Table`. */
function splitAttribute(source: string): string | string[] {
  const dot = source.indexOf('.');
  return dot === -1 ? source : [source.slice(0, dot), source.slice(dot + 1)];
}
