import { getScalarValue } from 'js-yaml';

import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import type { ConfigFile, ConfigNode } from './config-node.js';
import { findPosition, type PositionedValue, readPositions } from './positions.js';
import { positionAt } from './text-position.js';

const positionsOf = new WeakMap<ConfigFile, PositionedValue | undefined>();

/** Where a value stands in its file; with `key`, where its key does. Positions are worked out at the first question. */
export function locateNode(
  { document, path }: ConfigNode,
  part: 'key' | 'value' = 'value',
): SourceLocation | undefined {
  const { file } = document;
  if (file === undefined) return undefined;
  const root = positions(file);
  if (root === undefined) return { file: file.path };
  const { offset, keyOffset } = findPosition(root, path);
  return { file: file.path, ...positionAt(file.text, part === 'key' ? keyOffset : offset) };
}

/** Where a variable stands, by its offset in the string that holds it. */
export function locateVariable(node: ConfigNode, offset: number, variable: string): SourceLocation | undefined {
  const { file } = node.document;
  if (file === undefined) return undefined;
  if (file.format === 'script') return { file: file.path };
  if (file.format === 'text') return { file: file.path, ...positionAt(file.text, offset) };
  const root = positions(file);
  if (root === undefined) return { file: file.path };
  const value = findPosition(root, node.path);
  return { file: file.path, ...positionAt(file.text, variableOffset(file.text, value, offset, variable)) };
}

function positions(file: ConfigFile): PositionedValue | undefined {
  const hasPositions = file.format === 'yaml' || file.format === 'json';
  if (hasPositions && !positionsOf.has(file)) positionsOf.set(file, readPositions(file.text));
  return positionsOf.get(file);
}

/**
 * The offset in the file of what stands at an offset of a string. Escapes, folded lines and indentation move the text
 * about, so the variable is looked for: as many occurrences into the scalar as there are before it in the string.
 */
function variableOffset(text: string, value: PositionedValue, offset: number, variable: string): number {
  if (value.scalar === undefined) return value.offset;
  const { valueStart, valueEnd } = value.scalar;
  const decoded = getScalarValue(text, value.scalar);
  const raw = text.slice(valueStart, valueEnd);
  if (raw === decoded) return valueStart + offset;
  const needle = raw.includes(variable) ? variable : '${';
  let at = raw.indexOf(needle);
  for (let seen = decoded.indexOf(needle); seen !== -1 && seen < offset; seen = decoded.indexOf(needle, seen + 1)) {
    const next = raw.indexOf(needle, at + 1);
    if (next === -1) break;
    at = next;
  }
  return at === -1 ? value.offset : valueStart + at;
}
