/** What of a service's metadata, an operation, a shape and a member says how calls are written. All else goes. */
const kept = {
  metadata: [
    'apiVersion',
    'awsQueryCompatible',
    'endpointPrefix',
    'jsonVersion',
    'protocol',
    'serviceId',
    'signingName',
    'targetPrefix',
    'xmlNamespace',
  ],
  shape: [
    'error',
    'eventstream',
    'document',
    'exception',
    'flattened',
    'locationName',
    'payload',
    'required',
    'sensitive',
    'streaming',
    'timestampFormat',
    'type',
    'union',
    'wrapper',
    'xmlNamespace',
    'xmlOrder',
  ],
  member: [
    'event',
    'eventheader',
    'eventpayload',
    'flattened',
    'hostLabel',
    'idempotencyToken',
    'jsonvalue',
    'location',
    'locationName',
    'queryName',
    'shape',
    'streaming',
    'timestampFormat',
    'xmlAttribute',
    'xmlNamespace',
  ],
};

const pick = (names, value) =>
  Object.fromEntries(names.filter((name) => name in value).map((name) => [name, value[name]]));
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/**
 * The part of a service's model that says how calls are written and read.
 * @param {Record<string, any>} model botocore's `service-2.json`
 * @returns {Record<string, any>} a `ServiceModel`
 */
export function reduceModel({ metadata, operations, shapes }) {
  const reduced = mapValues(shapes, reduceShape);
  const { names, scalars } = sharedScalars(reduced);
  const rename = (member) => ({ ...member, shape: names.get(member.shape) ?? member.shape });
  const complex = Object.entries(reduced).filter(([name]) => !names.has(name));
  // S3 says its namespace of XML only of what it takes.
  const { uri } = Object.values(operations).find(({ input }) => input?.xmlNamespace)?.input.xmlNamespace ?? {};
  return {
    ...(uri === undefined ? {} : { xmlNamespace: uri }),
    ...pick(kept.metadata, metadata),
    operations: mapValues(operations, reduceOperation),
    shapes: {
      ...scalars,
      ...Object.fromEntries(complex.map(([name, shape]) => [name, withMembers(shape, rename)])),
    },
  };
}

function reduceOperation({ http, input, output, errors = [], endpoint, authtype }) {
  return {
    ...pick(['method', 'requestUri'], http),
    ...(http.responseCode === undefined || http.responseCode === 200 ? {} : { status: http.responseCode }),
    ...(input === undefined ? {} : { input: pick(['shape', 'locationName', 'xmlNamespace'], input) }),
    ...(output === undefined ? {} : { output: pick(['shape', 'resultWrapper'], output) }),
    ...(errors.length === 0 ? {} : { errors: errors.map(({ shape }) => shape) }),
    ...(endpoint?.hostPrefix === undefined ? {} : { hostPrefix: endpoint.hostPrefix }),
    ...(authtype === undefined ? {} : { isUnsigned: authtype === 'none' }),
  };
}

function reduceShape(shape) {
  const { error } = shape;
  return {
    ...withMembers(pick([...kept.shape, 'members', 'member', 'key', 'value'], shape), (member) =>
      pick(kept.member, member),
    ),
    ...(error === undefined ? {} : { error: pick(['code', 'httpStatusCode', 'senderFault'], error) }),
    ...(shape.enum === undefined ? {} : { example: shape.enum[0] }),
  };
}

function withMembers(shape, change) {
  const { members, member, key, value } = shape;
  return {
    ...shape,
    ...(members === undefined ? {} : { members: mapValues(members, change) }),
    ...(member === undefined ? {} : { member: change(member) }),
    ...(key === undefined ? {} : { key: change(key), value: change(value) }),
  };
}

/** Scalars that are alike become one shape, which is named by what it is. */
function sharedScalars(shapes) {
  const names = new Map();
  const scalars = {};
  for (const [name, shape] of Object.entries(shapes)) {
    if (['structure', 'list', 'map'].includes(shape.type)) continue;
    const { type, ...more } = shape;
    const shared = [type, ...Object.values(more).map(String)].join(' ');
    names.set(name, shared);
    scalars[shared] = shape;
  }
  return { names, scalars };
}
