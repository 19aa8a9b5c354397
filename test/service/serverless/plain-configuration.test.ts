import { describe, expect, test } from '@jest/globals';
import { childNode } from '../../../src/service/document/config-node.js';
import { version3 } from '../../../src/service/serverless/root/dialect.js';
import { addedNames } from '../../../src/service/serverless/validation/added-names.js';
import { checkFunction } from '../../../src/service/serverless/validation/check-function.js';
import { isPlainlyValid } from '../../../src/service/serverless/validation/plain-configuration.js';
import type { SchemaVersion } from '../../../src/service/serverless/validation/schema/schema-node.js';
import { schemaTable } from '../../../src/service/serverless/validation/schema/schema-table.js';
import { createResolver, type Resolver } from '../../../src/service/serverless/variables/resolver.js';

const versions: readonly SchemaVersion[] = ['version3', 'osls4', 'version4'];

function resolverOf(configuration: unknown): Resolver {
  const document = { value: configuration };
  const findSource = () => Promise.reject(new Error('nothing is a variable'));
  return createResolver(document, new Map(), { dialect: version3, findSource });
}

function bodyOf(resolver: Resolver) {
  const functions = childNode(resolver.root, 'functions');
  const body = functions && childNode(functions, 'f');
  if (body === undefined) throw new Error('it has no function f');
  return body;
}

function isPlain(configuration: unknown): boolean {
  const resolver = resolverOf(configuration);
  return isPlainlyValid({ resolver, documents: [] }, { bodies: [bodyOf(resolver)] });
}

/** The versions of the framework that find something wrong. */
async function refusing(configuration: unknown): Promise<SchemaVersion[]> {
  const resolver = resolverOf(configuration);
  const added = await addedNames([]);
  const found = await Promise.all(
    versions.map(async (version) => {
      const checked = { key: 'f', bodies: [bodyOf(resolver)], resolver };
      return (await checkFunction(checked, [version], added, schemaTable())).length > 0 ? [version] : [];
    }),
  );
  return found.flat();
}

/** A plain configuration that has all that counts as plain. */
const plain = {
  service: 'orders',
  frameworkVersion: '3',
  configValidationMode: 'warn',
  useDotenv: true,
  plugins: ['serverless-offline'],
  custom: {},
  resources: {},
  package: { individually: true, patterns: ['!**'], excludeDevDependencies: false },
  provider: {
    name: 'aws',
    runtime: 'nodejs22.x',
    stage: 'dev',
    region: 'eu-west-1',
    architecture: 'arm64',
    memorySize: 512,
    timeout: 30,
    logRetentionInDays: 14,
    deploymentMethod: 'direct',
    versionFunctions: false,
    tracing: { lambda: true, apiGateway: false },
    environment: { A: 'text', B: 1, C: true, D: '' },
    tags: { team: 'orders' },
    stackTags: { team: 'orders' },
  },
  functions: {
    f: {
      handler: 'src/f.handler',
      name: 'orders-f',
      description: 'Takes orders',
      runtime: 'nodejs22.x',
      architecture: 'x86_64',
      memorySize: 128,
      timeout: 900,
      ephemeralStorageSize: 512,
      logRetentionInDays: 1,
      reservedConcurrency: 5,
      environment: { A: 'text' },
      tags: { team: 'orders' },
      package: { individually: true, patterns: ['src/**'] },
      events: [
        { http: 'GET /orders' },
        { http: { method: 'get', path: '/orders', cors: true } },
        { httpApi: 'POST /orders' },
        { httpApi: { method: 'POST', path: '/orders' } },
        { s3: 'bucket' },
        { schedule: 'rate(1 hour)' },
        { schedule: 'rate(10 minutes)' },
        { sns: 'topic' },
        { sns: 'arn:aws:sns:eu-west-1:1:topic' },
        { sqs: 'arn:aws:sqs:eu-west-1:1:queue' },
        { sqs: { arn: 'arn:aws:sqs:eu-west-1:1:queue', batchSize: 10, enabled: true } },
        { stream: 'arn:aws:kinesis:eu-west-1:1:stream/s' },
      ],
    },
  },
};

/** Values of which most are wrong at most places. */
const values: readonly unknown[] = [
  ...[null, true, false, 0, 1, 3, 1.5, -1, 127, 128, 512, 901, 10_240, 10_241, 65_536, 2 ** 53],
  ...[
    '',
    ' ',
    'a',
    'A',
    '1',
    '-',
    'a b',
    'ä',
    'aws',
    'arn',
    'arn:',
    'x_y',
    'true',
    '128',
    'é'.repeat(257),
    'x'.repeat(300),
  ],
  ...[
    'GET /',
    'get /x',
    'GET',
    '/',
    'x',
    '* /',
    'GET x',
    'rate(1 hours)',
    'rate(2 hour)',
    'rate(0 days)',
    'rate(02 days)',
  ],
  ...[
    'cron(0 * * * ? *)',
    'rate(1 minute) ',
    'a\nb',
    'GET /\n',
    'dev\n',
    '$default',
    'aws:x',
    '__proto__',
    'constructor',
  ],
  ...[[], [null], ['a'], ['a', 'a'], [1], [{}], [[]], {}, { a: null }, { a: 1 }, { 'a-b': 'c' }, { 'aws:a': 'b' }],
  ...[
    { Ref: 'X' },
    { 'Fn::GetAtt': ['Q', 'Arn'] },
    { arn: null },
    { sqs: null },
    { http: {}, sqs: 'arn:' },
    { name: 'aws' },
  ],
];

/** All configurations that have another value in one place, or one more member. */
function* changedConfigurations(value: unknown): Generator<unknown> {
  yield* values;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const changed of changedConfigurations(item)) yield value.with(index, changed);
    }
    for (const added of values) yield [...value, added];
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _, ...others } = value as Record<string, unknown>;
      yield others;
      for (const changed of changedConfigurations(member)) yield { ...value, [name]: changed };
    }
    for (const name of ['timout', 'handlr', 'batchSize', 'name', 'path', '', 'x-y']) {
      for (const added of [null, 1, 'a', true]) yield { ...value, [name]: added };
    }
  }
}

function hasFunction(configuration: unknown): boolean {
  const { functions } = (configuration ?? {}) as { functions?: { f?: unknown } | null };
  return typeof functions?.f === 'object' && functions.f !== null && !Array.isArray(functions.f);
}

describe('a plain configuration', () => {
  test('is known without the schemas, whatever of it there is', () => {
    expect(isPlain(plain)).toBe(true);
    expect(isPlain({ service: 'orders', provider: 'aws', functions: { f: { handler: 'f.handler' } } })).toBe(true);
  });

  test('is valid in every version of the framework, and so is whatever counts as plain', async () => {
    const changed = [plain, ...changedConfigurations(plain)].filter(hasFunction);
    const counted = changed.filter(isPlain);
    expect(changed.length).toBeGreaterThan(4000);
    expect(counted.length).toBeGreaterThan(200);
    for (const configuration of counted) {
      const versionsAgainst = await refusing(configuration);
      if (versionsAgainst.length > 0) expect({ configuration, versionsAgainst }).toBeUndefined();
    }
  });
});

test.each([
  ['what another function is merged into', [{ handler: 'f.handler' }, { timeout: 1 }]],
  ['no body at all', []],
])('%s is looked at closer', (_, bodies) => {
  const resolver = resolverOf({ service: 'orders', provider: 'aws', functions: {} });
  const nodes = bodies.map((value) => ({ document: { value }, path: [], value }));
  expect(isPlainlyValid({ resolver, documents: [] }, { bodies: nodes })).toBe(false);
});
