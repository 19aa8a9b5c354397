import type { Operation, ServiceModel } from '../models/service-model.js';
import { inputOf, membersOf } from '../protocols/shapes.js';

/** An operation that a request's method, path and query stand for, and the members in the path. */
export interface RestMatch {
  readonly operationName: string;
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
}

interface Route {
  readonly operationName: string;
  readonly operation: Operation;
  readonly segments: readonly string[];
  /** The constants of the query; those without a value have to be there. */
  readonly constants: readonly [string, string][];
  /** The names of members in the query and the headers without which it is another operation. */
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
}

const routesOfModels = new WeakMap<ServiceModel, readonly Route[]>();

/** Finds the operation of a REST request: of those that fit, the one that names most of the query and the headers. */
export function matchRest(
  model: ServiceModel,
  method: string,
  path: string,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): RestMatch | undefined {
  const segments = segmentsOf(path);
  let best: { readonly match: RestMatch; readonly score: number } | undefined;
  for (const route of routesOf(model)) {
    if (route.operation.method !== method) continue;
    const labels = matchSegments(route.segments, segments);
    if (labels === undefined || !hasParts(route, query, headers)) continue;
    const { operationName, operation } = route;
    const score =
      1000 * route.segments.filter((segment) => !segment.startsWith('{')).length +
      10 * route.constants.length +
      route.requiredQuery.length +
      route.requiredHeaders.length;
    if (best === undefined || score > best.score) best = { match: { operationName, operation, labels }, score };
  }
  return best?.match;
}

function routesOf(model: ServiceModel): readonly Route[] {
  const known = routesOfModels.get(model);
  if (known !== undefined) return known;
  const routes = Object.entries(model.operations).map(([operationName, operation]): Route => {
    const [path = '/', constants = ''] = operation.requestUri.split('?', 2);
    const shape = inputOf(model, operation);
    const required = membersOf(shape).filter(([name]) => shape.required?.includes(name));
    const wireNames = (location: string): string[] =>
      required.flatMap(([name, member]) => (member.location === location ? [member.locationName ?? name] : []));
    return {
      operationName,
      operation,
      segments: segmentsOf(path),
      constants: [...new URLSearchParams(constants)],
      requiredQuery: wireNames('querystring'),
      requiredHeaders: wireNames('header').map((name) => name.toLowerCase()),
    };
  });
  routesOfModels.set(model, routes);
  return routes;
}

/** The parts of a path; what a slash at the end begins is none. */
function segmentsOf(path: string): string[] {
  const parts = path.split('/').slice(1);
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

function matchSegments(
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const labels: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index];
    const [, greedy, label] = /^\{(?:(.+)\+|(.+))\}$/.exec(part) ?? [];
    if (greedy !== undefined) {
      const after = template.length - index - 1;
      const rest = segments.slice(index, segments.length - after);
      if (rest.length === 0) return undefined;
      const tail = matchSegments(template.slice(index + 1), segments.slice(segments.length - after));
      return tail === undefined ? undefined : { ...labels, ...tail, [greedy]: rest.map(decode).join('/') };
    }
    if (segment === undefined) return undefined;
    if (label !== undefined && segment !== '') labels[label] = decode(segment);
    else if (segment !== part) return undefined;
  }
  return segments.length === template.length ? labels : undefined;
}

function hasParts(
  { constants, requiredQuery, requiredHeaders }: Route,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): boolean {
  return (
    constants.every(([name, value]) => query.has(name) && (value === '' || query.get(name) === value)) &&
    requiredQuery.every((name) => query.has(name)) &&
    requiredHeaders.every((name) => headers[name] !== undefined)
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
