import { coerced } from './coerce.js';
import { choicesOf, expectedBy, noForm } from './expected.js';
import type { Fault } from './fault.js';
import type { SchemaNode } from './schema/schema-node.js';
import type { Snapshot } from './snapshot.js';

/** Checks values by the schemas of a table. What is unknown passes. */
export class SchemaCheck {
  readonly #nodes: readonly SchemaNode[];

  constructor(nodes: readonly SchemaNode[]) {
    this.#nodes = nodes;
  }

  /** The names that a schema knows for the members of a mapping. */
  knownMembers(schema: number): string[] {
    const { properties = {}, anyOf = [], oneOf = [] } = this.#nodes[schema] ?? {};
    const further = [...anyOf, ...oneOf].flatMap((each) => this.knownMembers(each));
    return [...new Set([...Object.keys(properties), ...further])];
  }

  /** What is wrong with a value by a schema. */
  faults(given: Snapshot, schema: number): Fault[] {
    const node = this.#nodes[schema];
    if (node === undefined || given.kind === 'unknown') return [];
    const snapshot = node.type === undefined ? given : coerced(given, node.type);
    if (snapshot === undefined) return [{ kind: 'type', snapshot: given, expected: expectedBy(node, this.#nodes) }];
    return [
      ...this.#choiceFaults(snapshot, node),
      ...this.#combinedFaults(snapshot, node),
      ...(snapshot.kind === 'mapping' ? this.#mappingFaults(snapshot, node) : []),
      ...(snapshot.kind === 'list' ? this.#listFaults(snapshot, node) : []),
      ...(snapshot.kind === 'scalar' ? scalarFaults(snapshot, node) : []),
    ];
  }

  #choiceFaults(snapshot: Snapshot, node: SchemaNode): Fault[] {
    const choices = node.enum ?? ('const' in node ? [node.const] : undefined);
    if (choices === undefined) return [];
    if (snapshot.kind === 'scalar' && choices.includes(snapshot.value)) return [];
    return [{ kind: 'value', snapshot, expected: expectedBy(node, this.#nodes) }];
  }

  #combinedFaults(snapshot: Snapshot, node: SchemaNode): Fault[] {
    const faults = (node.allOf ?? []).flatMap((schema) => this.faults(snapshot, schema));
    if (node.anyOf !== undefined) faults.push(...this.#alternativeFaults(snapshot, node, node.anyOf));
    if (node.oneOf !== undefined) {
      const passing = node.oneOf.filter((schema) => this.faults(snapshot, schema).length === 0);
      if (passing.length === 0) faults.push(...this.#alternativeFaults(snapshot, node, node.oneOf));
      else if (passing.length > 1) faults.push(this.#ofNoForm(snapshot, node));
    }
    if (node.not !== undefined && this.faults(snapshot, node.not).length === 0) {
      faults.push(this.#ofNoForm(snapshot, node));
    }
    return faults;
  }

  /**
   * The faults of the alternative that was meant: not one for another kind of value, and the one whose faults are the
   * deepest. Where several are left, only that none fits.
   */
  #alternativeFaults(snapshot: Snapshot, node: SchemaNode, alternatives: readonly number[]): Fault[] {
    const all: (readonly Fault[])[] = [];
    for (const schema of alternatives) {
      const faults = this.faults(snapshot, schema);
      if (faults.length === 0) return [];
      all.push(faults);
    }
    const [first] = all;
    if (all.length === 1 && first !== undefined) return [...first];
    const fitting = all.filter((faults) => !isOtherKind(faults, snapshot));
    if (fitting.length === 0) return [{ kind: 'type', snapshot, expected: expectedBy(node, this.#nodes) }];
    const deepest = Math.max(...fitting.map(depthOf));
    const [meant, ...others] = fitting.length > 1 ? fitting.filter((each) => depthOf(each) === deepest) : fitting;
    return meant !== undefined && others.length === 0 ? [...meant] : [this.#ofNoForm(snapshot, node)];
  }

  #ofNoForm(snapshot: Snapshot, node: SchemaNode): Fault {
    const choices = choicesOf(node, this.#nodes);
    return { kind: 'value', snapshot, expected: choices === undefined ? noForm : expectedBy(node, this.#nodes) };
  }

  #mappingFaults(snapshot: Extract<Snapshot, { kind: 'mapping' }>, node: SchemaNode): Fault[] {
    const { properties = {}, patternProperties = {}, additionalProperties = true, propertyNames } = node;
    const { members } = snapshot;
    const faults: Fault[] = (node.required ?? [])
      .filter((name) => !members.has(name))
      .map((name) => ({ kind: 'missing', snapshot, name }));
    const patterns = Object.entries(patternProperties).map(([text, schema]) => ({ regex: regexOf(text), schema }));
    for (const [name, member] of members) {
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const schemas = [
        ...(own === undefined ? [] : [own]),
        ...patterns.filter(({ regex }) => regex.test(name)).map(({ schema }) => schema),
      ];
      if (schemas.length === 0 && additionalProperties === false) {
        faults.push({ kind: 'unknown-property', snapshot: member, known: Object.keys(properties) });
      } else if (schemas.length === 0 && typeof additionalProperties === 'number') schemas.push(additionalProperties);
      for (const schema of schemas) faults.push(...this.faults(member, schema));
      if (propertyNames !== undefined) faults.push(...this.#nameFaults(name, member, propertyNames));
    }
    const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = node;
    if (members.size < minProperties || members.size > maxProperties) {
      faults.push({ kind: 'value', snapshot, expected: rangeText('members', minProperties, maxProperties) });
    }
    return faults;
  }

  #nameFaults(name: string, member: Snapshot, schema: number): Fault[] {
    const { path, node } = member;
    const faults = this.faults({ kind: 'scalar', path, node, value: name, isWritten: true }, schema);
    return faults.length === 0 ? [] : [{ kind: 'unknown-property', snapshot: member, known: [] }];
  }

  #listFaults(snapshot: Extract<Snapshot, { kind: 'list' }>, node: SchemaNode): Fault[] {
    const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = node;
    const faults = snapshot.items.flatMap((item, index) => {
      const schema = typeof items === 'number' ? items : items?.[index];
      return schema === undefined ? [] : this.faults(item, schema);
    });
    const { length } = snapshot.items;
    if (length < minItems || length > maxItems) {
      faults.push({ kind: 'value', snapshot, expected: rangeText('items', minItems, maxItems) });
    }
    if (node.uniqueItems === true && hasTwins(snapshot.items)) {
      faults.push({ kind: 'value', snapshot, expected: 'must not have an item twice' });
    }
    return faults;
  }
}

function scalarFaults(snapshot: Extract<Snapshot, { kind: 'scalar' }>, node: SchemaNode): Fault[] {
  const { value } = snapshot;
  const expected: string[] = [];
  if (typeof value === 'number') {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = node;
    if (value < minimum || value > maximum) expected.push(rangeText(undefined, minimum, maximum));
  }
  if (typeof value === 'string') {
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, regexp } = node;
    const length = [...value].length;
    if (length < minLength || length > maxLength) expected.push(rangeText('characters', minLength, maxLength));
    if (pattern !== undefined && !regexOf(pattern).test(value)) expected.push(`must match ${pattern}`);
    const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/.exec(regexp ?? '') ?? [];
    if (regexp !== undefined && !new RegExp(source, flags).test(value)) expected.push(`must match ${regexp}`);
  }
  return expected.map((text) => ({ kind: 'value', snapshot, expected: text }));
}

function regexOf(pattern: string): RegExp {
  return new RegExp(pattern, 'u');
}

/** Whether a value is only of another kind than an alternative is for. */
function isOtherKind([fault, ...more]: readonly Fault[], { path }: Snapshot): boolean {
  return more.length === 0 && fault?.kind === 'type' && fault.snapshot.path.length === path.length;
}

function depthOf(faults: readonly Fault[]): number {
  return Math.max(...faults.map(({ snapshot, kind }) => snapshot.path.length - (kind === 'unknown-property' ? 1 : 0)));
}

function hasTwins(items: readonly Snapshot[]): boolean {
  const values = items.flatMap((item) => (item.kind === 'scalar' ? [item.value] : []));
  return new Set(values).size < values.length;
}

function rangeText(unit: string | undefined, min: number, max: number): string {
  const verb = unit === undefined ? 'must be' : 'must have';
  const noun = unit === undefined ? '' : ` ${unit}`;
  if (max === Number.POSITIVE_INFINITY) return `${verb} ${min}${noun} or more`;
  if (min === Number.NEGATIVE_INFINITY || (min === 0 && unit !== undefined)) return `${verb} at most ${max}${noun}`;
  return min === max ? `${verb} ${min}${noun}` : `${verb} from ${min} to ${max}${noun}`;
}
