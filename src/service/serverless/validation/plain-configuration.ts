import type { FunctionBody } from '../function/functions.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { mayChangeScalars } from './changing-text.js';
import {
  either,
  listOf,
  mapping,
  mappingOf,
  oneOf,
  type PlainCheck,
  type PlainMembers,
  scalar,
  single,
  text,
  wholeNumber,
} from './plain-check.js';

const flag = oneOf(true, false);
const anything: PlainCheck = () => true;
const arn = text(/^arn:/);
const tags = mappingOf(/^(?!aws:)[\w./=+:\-_ ]{1,128}$/, text(undefined, 256));

/** What a function has, or inherits of the provider. */
const shared: PlainMembers = {
  architecture: oneOf('arm64', 'x86_64'),
  environment: mappingOf(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    scalar(() => true),
  ),
  logRetentionInDays: oneOf(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365),
  memorySize: wholeNumber(128, 10_240),
  runtime: text(),
  tags,
  timeout: wholeNumber(1, 900),
};

const packaging: PlainMembers = { individually: flag, patterns: listOf(text()) };

const service: PlainMembers = {
  configValidationMode: oneOf('error', 'warn', 'off'),
  custom: anything,
  frameworkVersion: text(),
  functions: anything,
  layers: anything,
  outputs: anything,
  package: mapping({ ...packaging, excludeDevDependencies: flag }),
  plugins: listOf(text()),
  provider: either(
    oneOf('aws'),
    mapping(
      {
        ...shared,
        deploymentMethod: oneOf('changesets', 'direct'),
        name: oneOf('aws'),
        region: text(),
        stackTags: tags,
        stage: text(/^[A-Za-z0-9-]+$/),
        tracing: mapping({ apiGateway: flag, lambda: flag }),
        versionFunctions: flag,
      },
      ['name'],
    ),
  ),
  resources: anything,
  service: text(/^[a-zA-Z][0-9a-zA-Z-]+$/),
  useDotenv: oneOf(true),
};

const verb = '(?:GET|POST|PUT|PATCH|OPTIONS|HEAD|DELETE|ANY)';
const httpRoute = text(new RegExp(`^${verb} /\\S*$`, 'i'));
const httpMethod = text(new RegExp(`^${verb}$`, 'i'));
const httpPath = text(/^\/\S*$/);

const events: PlainMembers = {
  http: either(httpRoute, mapping({ method: httpMethod, path: httpPath, cors: flag }, ['method', 'path'])),
  httpApi: either(httpRoute, mapping({ method: httpMethod, path: httpPath }, ['method', 'path'])),
  s3: text(/^[a-z0-9.-]{3,63}$/),
  schedule: text(/^rate\((?:1 (?:minute|hour|day)|(?:[2-9]|[1-9]\d+) (?:minute|hour|day)s)\)$/),
  sns: either(text(/^[\w-]{1,256}$/), arn),
  sqs: either(arn, mapping({ arn, batchSize: wholeNumber(1, 10_000), enabled: flag }, ['arn'])),
  stream: arn,
};

const fn = mapping({
  ...shared,
  description: text(undefined, 256),
  ephemeralStorageSize: wholeNumber(512, 10_240),
  events: listOf(single(events)),
  handler: text(),
  name: text(/^[a-zA-Z0-9-_]+$/),
  package: mapping(packaging),
  reservedConcurrency: wholeNumber(0, 1_000_000),
});

const whole = mapping(service, ['provider', 'service']);

/**
 * Whether the configuration of a function, and what it inherits of the service, is plain and surely valid by the schema of
 * every version of the framework, so that these need not be loaded. It takes what was resolved already, and asks nobody.
 */
export function isPlainlyValid(
  { resolver, documents }: Pick<ServiceFacts, 'resolver' | 'documents'>,
  { bodies }: Pick<FunctionBody, 'bodies'>,
): boolean {
  const { root, settled } = resolver;
  const [body, ...more] = bodies;
  if (body === undefined || more.length > 0) return false;
  if (documents === undefined || documents.some(({ file }) => file !== undefined && mayChangeScalars(file))) {
    return false;
  }
  return whole(root, settled) && fn(body, settled);
}
