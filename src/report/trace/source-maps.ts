import { pathToFileURL } from 'node:url';
import type { TraceMap } from '@jridgewell/trace-mapping';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { isPlace } from './dialect.js';
import type { TracePlace } from './frame.js';
import { readSourceMap } from './read-source-map.js';

/**
 * Finds places in original sources by the source maps of bundled or compiled JavaScript, in the file or beside it. Sources:
 * the specification of source maps (ECMA-426), "Linking generated code to source maps".
 */
export class SourceMaps {
  readonly #maps = new Map<string, Promise<TraceMap | undefined>>();

  /**
   * The original place of a place in a file; its source is a URL, or named as in the map. `undefined` if no map has it. A
   * place without a column can't be mapped, since a whole bundle may be one line.
   */
  async original({ file, line, column }: SourceLocation): Promise<Required<TracePlace> | undefined> {
    if (line === undefined || column === undefined || !/\.(?:[cm]?js|jsx)$/.test(file)) return undefined;
    const map = this.#maps.get(file) ?? loadMap(file);
    this.#maps.set(file, map);
    const loaded = await map;
    return loaded === undefined ? undefined : originalIn(loaded, line, column);
  }
}

/** Queries a map. Its content may be anything and is read only now, so a map that can't be read answers nothing. */
async function originalIn(map: TraceMap, line: number, column: number): Promise<Required<TracePlace> | undefined> {
  const { originalPositionFor } = await import('@jridgewell/trace-mapping');
  try {
    const found = originalPositionFor(map, { line, column: Math.max(0, column - 1) });
    if (typeof found.source !== 'string') return undefined;
    const place = { file: found.source, line: found.line, column: found.column + 1 };
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

async function loadMap(file: string): Promise<TraceMap | undefined> {
  try {
    const found = readSourceMap(file);
    if (found === undefined) return undefined;
    const { TraceMap } = await import('@jridgewell/trace-mapping');
    return new TraceMap(found.text, pathToFileURL(found.base).href);
  } catch {
    return undefined;
  }
}
