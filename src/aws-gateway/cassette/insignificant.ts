import type { Json, Members } from '../aws-call.js';
import type { ServiceModel, Shape, StructureShape } from '../models/service-model.js';
import { isMembers, shapeOf } from '../protocols/shapes.js';
import { below } from './written-values.js';

/** Members that SDKs add by themselves, each in its own way: they say nothing of the call. */
const ofSdks: Readonly<Record<string, RegExp>> = {
  s3: /^(?:Checksum\w+|ContentMD5|ContentLength|EncodingType|SdkChecksumAlgorithm)$/,
};

/** Members of answers that follow from others, and are made anew when they are replayed. */
const derived: Readonly<Record<string, RegExp>> = {
  s3: /^(?:Checksum\w+|AcceptRanges)$/,
  sqs: /^(?:MD5OfMessageBody|MD5OfBody)$/,
};

/** The members of a request that say what is asked for: without idempotency tokens, and what the SDK adds. */
export function significantRequest(model: ServiceModel, shape: StructureShape, members: Members): Members {
  return withoutTokens(model, shape, members, ofSdks[model.name]) as Members;
}

/** The members of a response without what is made anew. */
export function significantResponse({ name }: ServiceModel, operation: string, members: Members): Members {
  const dropped = derived[name];
  const isWhole = name === 's3' && operation === 'GetObject';
  const keep = (member: string): boolean => !dropped?.test(member) && !(isWhole && member === 'ContentLength');
  const reduce = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(reduce);
    if (!isMembers(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([member, inner]) => (keep(member) ? [[member, reduce(inner)]] : [])),
    );
  };
  return dropped === undefined ? members : (reduce(members) as Members);
}

function withoutTokens(model: ServiceModel, shape: Shape | undefined, value: Json, added: RegExp | undefined): Json {
  if (Array.isArray(value)) {
    const inner = shape?.type === 'list' ? shapeOf(model, shape.member) : undefined;
    return value.map((item) => withoutTokens(model, inner, item, undefined));
  }
  if (!isMembers(value)) return value;
  const tokens = shape?.type === 'structure' ? shape.members : {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      tokens[name]?.idempotencyToken || added?.test(name)
        ? []
        : [[name, withoutTokens(model, below(model, shape, name), inner, undefined)]],
    ),
  );
}
