/** What is known by name only: free by the framework too, checked elsewhere, or no part of functions. */
const unchecked = ['custom', 'resources', 'functions', 'layers', 'appSync', 'ai', 'mcp', 'sandboxes', 'outputs'];

/** Lists that AWS adds to, which are checked elsewhere, or not at all. */
const growing = { awsLambdaRuntime: { type: 'string' } };

/**
 * The parts of a framework's schema that are checked: of the service, of a function, of a layer and of each kind of event.
 * References are written out, and what is for people alone goes.
 */
export function reduceSchema(schema) {
  const definitions = { ...schema.definitions, ...growing };
  const expand = (node, isNames = false) => {
    if (Array.isArray(node)) return node.map((item) => expand(item));
    if (typeof node !== 'object' || node === null) return node;
    if (!isNames && typeof node.$ref === 'string') return expand(definitions[node.$ref.slice('#/definitions/'.length)]);
    const members = Object.entries(node)
      .filter(([key]) => isNames || !['description', 'default', 'title', 'definitions'].includes(key))
      .map(([key, value]) => [key, expand(value, !isNames && (key === 'properties' || key === 'patternProperties'))]);
    return Object.fromEntries(members);
  };
  const { properties, ...service } = expand(schema);
  const [fn] = Object.values(properties.functions.patternProperties);
  const kinds = fn.properties.events.items.anyOf.map(({ properties: kind }) => Object.entries(kind)[0]);
  const provider = { ...properties.provider.properties, region: { type: 'string' } };
  return {
    service: {
      ...service,
      properties: {
        ...properties,
        provider: { ...properties.provider, properties: provider },
        ...Object.fromEntries(unchecked.filter((key) => key in properties).map((key) => [key, {}])),
      },
    },
    function: { ...fn, properties: { ...fn.properties, events: { type: 'array' } } },
    layer: properties.layers.additionalProperties,
    events: Object.fromEntries(kinds.filter(([name]) => name !== '__schemaWorkaround__')),
  };
}

const listsOfSchemas = ['anyOf', 'oneOf', 'allOf'];
const schemas = ['not', 'items', 'additionalProperties', 'propertyNames', 'additionalItems'];
const schemasByName = ['properties', 'patternProperties'];

/** One table of the schemas of all versions: each that is alike is there once, and is named by its place in the table. */
export function tableOf(versions) {
  const nodes = [];
  const places = new Map();
  const place = (schema) => {
    if (typeof schema === 'boolean') return schema;
    const node = Object.fromEntries(
      Object.keys(schema)
        .sort()
        .map((key) => [key, member(key, schema[key])]),
    );
    const text = JSON.stringify(node);
    if (!places.has(text)) places.set(text, nodes.push(node) - 1);
    return places.get(text);
  };
  const byName = (members) => Object.fromEntries(Object.entries(members).map(([name, value]) => [name, place(value)]));
  const member = (key, value) => {
    if (listsOfSchemas.includes(key)) return value.map(place);
    if (schemasByName.includes(key)) return byName(value);
    if (!schemas.includes(key)) return value;
    return Array.isArray(value) ? value.map(place) : place(value);
  };
  const placed = Object.entries(versions).map(([name, { service, layer, events, function: fn }]) => [
    name,
    { service: place(service), function: place(fn), layer: place(layer), events: byName(events) },
  ]);
  return { versions: Object.fromEntries(placed), nodes };
}
