import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { type ExactJson, ExactNumber, setMember } from '../../../json/exact-number.js';
import { writtenNumber } from './written-number.js';

/** A value that JSON can't express. The message is worded to follow the file's name. */
export class ImpossibleValue extends Error {
  readonly node: Node | undefined;

  constructor(message: string, node: Node | undefined) {
    super(message);
    this.node = node;
  }
}

/** The most values of a document, with aliases expanded. More are a mistake, or an attempt to exhaust our memory. */
const mostValues = 5_000_000;
/** How deep values may be nested. */
const deepest = 500;

/**
 * The value of a document, with aliases and merge keys followed.
 * @throws ImpossibleValue if JSON can't express it
 */
export function nodeValue(document: Document.Parsed): ExactJson {
  let values = 0;
  const anchors = new Map<string, Node>();

  const read = (node: unknown, depth: number): ExactJson => {
    values += 1;
    if (values > mostValues) throw new ImpossibleValue('grows out of bounds by its aliases', asNode(node));
    if (depth > deepest) throw new ImpossibleValue(`is nested deeper than ${deepest} levels`, asNode(node));
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined)
        throw new ImpossibleValue(`uses the anchor ${node.source}, which is not set before`, node);
      return read(target, depth + 1);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap(node)) return readMap(node, depth);
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    if (isScalar(node)) return scalarValue(node.value, node.source, node);
    return null;
  };

  const readMap = (map: YAMLMap, depth: number): ExactJson => {
    const members: Record<string, ExactJson> = {};
    const merged: ExactJson[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair)) merged.push(...mergeSources(read(pair.value, depth + 1), pair.key as Node));
      else setMember(members, keyText(pair), read(pair.value, depth + 1));
    }
    for (const source of merged) {
      for (const [key, value] of Object.entries(source as Record<string, ExactJson>)) {
        if (!Object.hasOwn(members, key)) setMember(members, key, value);
      }
    }
    return members;
  };

  return read(document.contents as ParsedNode, 0);
}

/** Whether a pair is `<<: …`. */
export function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol') && key.type === 'PLAIN';
}

/** The key of a pair, as it is written. */
export function keyText({ key }: Pair): string {
  if (!isScalar(key)) throw new ImpossibleValue('has a key that is a list or a mapping', asNode(key));
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''));
}

function mergeSources(value: ExactJson, key: Node): ExactJson[] {
  const sources = Array.isArray(value) ? (value as ExactJson[]) : [value];
  for (const source of sources) {
    if (typeof source !== 'object' || source === null || Array.isArray(source) || source instanceof ExactNumber) {
      throw new ImpossibleValue('merges with `<<` what is not a mapping', key);
    }
  }
  return sources;
}

function scalarValue(value: unknown, source: string | undefined, node: Node): ExactJson {
  if (typeof value === 'number') {
    const number = source === undefined && Number.isFinite(value) ? value : writtenNumber(value, source ?? '');
    if (number !== undefined) return number;
    throw new ImpossibleValue(`has the number ${source ?? value}, which JSON can't say`, node);
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  throw new ImpossibleValue(`has a value that JSON can't say`, node);
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;
}
