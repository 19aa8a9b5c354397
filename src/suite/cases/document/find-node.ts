import { type Document, isAlias, isMap, isNode, isSeq, type Node, type Pair } from 'yaml';
import type { CasePath } from '../../case-path.js';
import { isMergeKey, keyText } from './node-value.js';

/** The node of the key of the value at a path, or of a list's item; if there is none, the nearest one above it. */
export function findNode(document: Document.Parsed, path: CasePath): Node | undefined {
  let place: Node | undefined;
  let node: unknown = document.contents;
  for (const step of path) {
    const container = isAlias(node) ? node.resolve(document) : node;
    if (isMap(container)) {
      const pair = findPair(document, container.items, String(step));
      if (pair === undefined) break;
      place = isNode(pair.key) ? pair.key : place;
      node = pair.value;
    } else if (isSeq(container)) {
      const item = container.items[Number(step)];
      if (!isNode(item)) break;
      place = item;
      node = item;
    } else {
      break;
    }
  }
  return place ?? (isNode(document.contents) ? document.contents : undefined);
}

function findPair(document: Document.Parsed, pairs: readonly Pair[], key: string): Pair | undefined {
  const own = pairs.find((pair) => !isMergeKey(pair) && keyText(pair) === key);
  if (own !== undefined) return own;
  for (const { value } of pairs.filter(isMergeKey)) {
    for (const source of mergedNodes(document, value)) {
      const found = isMap(source) ? findPair(document, source.items, key) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function mergedNodes(document: Document.Parsed, value: unknown): readonly unknown[] {
  const node = isAlias(value) ? value.resolve(document) : value;
  if (!isSeq(node)) return [node];
  return node.items.map((item) => (isAlias(item) ? item.resolve(document) : item));
}
