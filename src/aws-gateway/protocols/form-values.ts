import type { Json, Members } from '../aws-call.js';
import type { Member, ServiceModel, StructureShape } from '../models/service-model.js';
import { membersOf, shapeOf } from './shapes.js';
import { readText } from './text-values.js';

/** A field of a form, and those below it: `Entries.member.1.Id`. */
interface FormNode {
  value?: string;
  readonly below: Map<string, FormNode>;
}

/** The deepest name of a field that is read. AWS's own have fewer than ten parts. */
const maxParts = 32;

/** The members of a request by the protocols `query` (aws.protocols.awsQuery, "Query key resolution"). */
export function readForm(model: ServiceModel, shape: StructureShape, form: URLSearchParams): Members {
  const root: FormNode = { below: new Map() };
  for (const [name, value] of form) {
    const parts = name.split('.');
    if (parts.length <= maxParts) put(root, parts, value);
  }
  return readStructure(model, shape, root);
}

function put(root: FormNode, parts: readonly string[], value: string): void {
  let node = root;
  for (const part of parts) {
    const next: FormNode = node.below.get(part) ?? { below: new Map() };
    node.below.set(part, next);
    node = next;
  }
  node.value = value;
}

function readStructure(model: ServiceModel, shape: StructureShape, node: FormNode): Members {
  const found: Record<string, Json> = {};
  for (const [name, member] of membersOf(shape)) {
    const inner = keysOf(model, name, member)
      .map((key) => node.below.get(key))
      .find((candidate) => candidate !== undefined);
    if (inner !== undefined) found[name] = readValue(model, member, inner);
  }
  return found;
}

/** Under which names a member may be found: a flattened list has that of its items. */
function keysOf(model: ServiceModel, name: string, member: Member): string[] {
  const shape = shapeOf(model, member);
  const own = member.locationName ?? name;
  if (shape.type !== 'list' || !(member.flattened ?? shape.flattened)) return [own, name];
  // SQS and others had it in the singular when they were asked by forms.
  return [...(shape.member.locationName === undefined ? [] : [shape.member.locationName]), own, name];
}

function readValue(model: ServiceModel, member: Member, node: FormNode): Json {
  const shape = shapeOf(model, member);
  switch (shape.type) {
    case 'structure':
      return readStructure(model, shape, node);
    case 'list': {
      const items =
        (member.flattened ?? shape.flattened) ? node : node.below.get(shape.member.locationName ?? 'member');
      return numbered(items).map((item) => readValue(model, shape.member, item));
    }
    case 'map': {
      const entries = (member.flattened ?? shape.flattened) ? node : node.below.get('entry');
      const found: Record<string, Json> = {};
      for (const entry of numbered(entries)) {
        const key = entry.below.get(shape.key.locationName ?? 'key')?.value;
        const value = entry.below.get(shape.value.locationName ?? 'value');
        if (key !== undefined && value !== undefined) found[key] = readValue(model, shape.value, value);
      }
      return found;
    }
    default:
      return readText(shape, node.value ?? '');
  }
}

/** The fields `1`, `2`, … in their order. */
function numbered(node: FormNode | undefined): FormNode[] {
  return [...(node?.below ?? [])]
    .filter(([key]) => /^\d+$/.test(key))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, item]) => item);
}
