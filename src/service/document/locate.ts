import { getScalarValue, SCALAR_STYLE } from 'js-yaml';

import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { ConfigFile, ConfigNode } from './config-node.js';
import { plainPart } from './plain-part.js';
import { findPosition, movedPosition, type PositionedValue, readPositions } from './positions.js';
import { positionAt } from './text-position.js';

const positionsOf = new WeakMap<ConfigFile, PositionedValue | undefined>();

/** The place of a value in its file, or with `key` the place of its key. Positions are computed at the first call. */
export function locateNode(
  { document, path }: ConfigNode,
  part: 'key' | 'value' = 'value',
): SourceLocation | undefined {
  const { file } = document;
  if (file === undefined) return undefined;
  const found = placeIn(file, path);
  if (found === undefined) return { file: file.path };
  const { offset, keyOffset } = found;
  return { file: file.path, ...positionAt(file.text, part === 'key' ? keyOffset : offset) };
}

/** The place of a variable, from its offset in its string. */
export function locateVariable(node: ConfigNode, offset: number, variable: string): SourceLocation | undefined {
  const { file } = node.document;
  if (file === undefined) return undefined;
  if (file.format === 'script') return { file: file.path };
  if (file.format === 'text') return { file: file.path, ...positionAt(file.text, offset) };
  const value = placeIn(file, node.path);
  if (value === undefined) return { file: file.path };
  return { file: file.path, ...positionAt(file.text, variableOffset(file.text, value, offset, variable)) };
}

/** A scalar as it is written in its file, without quotes; `undefined` for one with quotes, and for anything else. */
export function plainText({ document, path }: ConfigNode): string | undefined {
  const { file } = document;
  const scalar = file && placeIn(file, path)?.scalar;
  if (file === undefined || scalar?.style !== SCALAR_STYLE.PLAIN) return undefined;
  return file.text.slice(scalar.valueStart, scalar.valueEnd);
}

/** The place of the value at a path, or of the nearest one above it; `undefined` where a file has no places. */
function placeIn(file: ConfigFile, path: readonly string[]): PositionedValue | undefined {
  const part = file.isPlain === true ? plainPart(file.text, path) : undefined;
  if (part === undefined) {
    const root = positions(file);
    return root && findPosition(root, path);
  }
  const root = readPositions(file.text.slice(part.start, part.end));
  return root && movedPosition(findPosition(root, part.path), part.start);
}

function positions(file: ConfigFile): PositionedValue | undefined {
  const hasPositions = file.format === 'yaml' || file.format === 'json';
  if (hasPositions && !positionsOf.has(file)) positionsOf.set(file, readPositions(file.text));
  return positionsOf.get(file);
}

/**
 * Turns an offset in a string into an offset in the file. Since escapes, folded lines and indentation shift the text, the
 * variable itself is searched in the scalar: its n-th occurrence, if it is the n-th one in the string.
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
