import type { ServiceModel, Shape } from '../models/service-model.js';
import { below, itemOf } from './written-values.js';

/** A value that is of another kind than the service has there. */
export interface WrongKind {
  /** Where it is, step by step. */
  readonly path: readonly string[];
  /** What it has to be: `a list`. */
  readonly expected: string;
}

/** Finds a list where the service has members, or the contrary: what stands there would get lost. */
export function wrongKind(
  model: ServiceModel,
  shape: Shape | undefined,
  value: unknown,
  path: readonly string[] = [],
): WrongKind | undefined {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Date)
    return undefined;
  const isAny = shape === undefined || (shape.type === 'structure' && shape.document === true);
  if (isAny || !['structure', 'map', 'list'].includes(shape.type)) return undefined;
  const isEvents = shape.type === 'structure' && shape.eventstream === true;
  if (shape.type === 'list' || isEvents) {
    if (!Array.isArray(value)) return { path, expected: isEvents ? 'a list of events' : 'a list' };
    const item = itemOf(model, shape);
    const found = value.map((each: unknown, index) =>
      isEvents
        ? wrongEvent(model, shape, each, [...path, String(index)])
        : wrongKind(model, item, each, [...path, String(index)]),
    );
    return found.find((each) => each !== undefined);
  }
  if (Array.isArray(value)) return { path, expected: 'a mapping' };
  for (const [name, inner] of Object.entries(value)) {
    const found = wrongKind(model, below(model, shape, name), inner, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrongEvent(model: ServiceModel, shape: Shape, event: unknown, path: readonly string[]): WrongKind | undefined {
  const names = shape.type === 'structure' ? Object.keys(shape.members) : [];
  const found = typeof event === 'object' && event !== null && !Array.isArray(event) ? Object.entries(event) : [];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0 || !names.includes(only[0])) {
    return { path, expected: `one of the events ${names.join(', ')}` };
  }
  return wrongKind(model, below(model, shape, only[0]), only[1], [...path, only[0]]);
}
