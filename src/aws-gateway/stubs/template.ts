import { stringify } from 'yaml';
import type { Json, Members } from '../aws-call.js';
import { significantResponse } from '../cassette/insignificant.js';
import type { Member, Operation, ServiceModel, Shape, StructureShape } from '../models/service-model.js';
import { errorShape } from '../protocols/error-codes.js';
import { inputOf, membersOf, outputOf, shapeOf } from '../protocols/shapes.js';

/** How deep structures are written out. */
const maxDepth = 4;

/**
 * A stub to begin with, in YAML: the members of the request that it needs, those of the response with examples, and the
 * errors that the operation names.
 */
export function stubTemplate(model: ServiceModel, operationName: string, operation: Operation): string {
  const input = inputOf(model, operation);
  const request = Object.fromEntries(
    membersOf(input)
      .filter(([name]) => input.required?.includes(name))
      .map(([name]) => [name, 'any()']),
  );
  // Checksums of an example would fail in the SDKs that check them.
  const response = significantResponse(model, operationName, exampleOf(model, outputOf(model, operation), 0));
  const main = stringify(
    {
      service: model.name,
      operation: operationName,
      ...(Object.keys(request).length === 0 ? {} : { request }),
      response,
    },
    { lineWidth: 0, customTags: ['binary'] },
  );
  const errors = (operation.errors ?? []).map((name) => {
    const [, shape] = errorShape(model, name) ?? [];
    const status = shape?.error?.httpStatusCode;
    return `#   error: { code: ${shape?.error?.code ?? name}${status === undefined ? '' : `, status: ${status}`} }\n`;
  });
  const optional = membersOf(input)
    .filter(([name]) => !input.required?.includes(name))
    .map(([name]) => name);
  const more = optional.length === 0 ? '' : `# The request may have ${optional.join(', ')}, too.\n`;
  const rather =
    errors.length === 0 ? '' : `# In place of the response, an error that the operation names:\n${errors.join('')}`;
  return `${main}${more}${rather}`;
}

function exampleOf(model: ServiceModel, shape: StructureShape, depth: number): Members {
  return Object.fromEntries(
    membersOf(shape)
      .slice(0, depth === 0 ? undefined : 12)
      .map(([name, member]) => [name, example(model, member, depth + 1)]),
  );
}

function example(model: ServiceModel, member: Member, depth: number): Json {
  const shape: Shape = shapeOf(model, member);
  switch (shape.type) {
    case 'structure':
      if (depth >= maxDepth) return {};
      if (shape.eventstream) return eventsOf(model, shape, depth);
      return shape.union ? firstOf(exampleOf(model, shape, depth)) : exampleOf(model, shape, depth);
    case 'list':
      return depth >= maxDepth ? [] : [example(model, shape.member, depth + 1)];
    case 'map':
      return depth >= maxDepth ? {} : { name: example(model, shape.value, depth + 1) };
    case 'boolean':
      return false;
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
    case 'bigdecimal':
      return 0;
    case 'timestamp':
      return '2026-01-01T00:00:00Z';
    default:
      return shape.example ?? 'text';
  }
}

/** One of each kind of event, and no errors. */
function eventsOf(model: ServiceModel, shape: StructureShape, depth: number): Json[] {
  return membersOf(shape).flatMap(([name, member]) => {
    const event = shapeOf(model, member);
    const isError = event.type === 'structure' && event.exception === true;
    return isError ? [] : [{ [name]: example(model, member, depth + 1) }];
  });
}

function firstOf(members: Members): Members {
  return Object.fromEntries(Object.entries(members).slice(0, 1));
}
