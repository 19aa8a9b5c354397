import type { Encryption } from '../../../lambda/function/function-permissions.js';
import { isMapping } from '../values.js';
import type { Collected } from './collect.js';
import type { PlacedTemplate } from './read-role.js';

/** Where a type of resource names its key of KMS. */
interface EncryptedType {
  readonly service: Encryption['service'];
  /** The key in the properties, evaluated. */
  readonly keyIn: (properties: Readonly<Record<string, unknown>>) => unknown;
  readonly properties: readonly string[];
}

const encryptedTypes: Readonly<Record<string, EncryptedType>> = {
  'AWS::S3::Bucket': { service: 's3', properties: ['BucketEncryption'], keyIn: defaultKeyOf },
  'AWS::SQS::Queue': {
    service: 'sqs',
    properties: ['KmsMasterKeyId'],
    keyIn: ({ KmsMasterKeyId: key }) => key,
  },
  'AWS::SNS::Topic': {
    service: 'sns',
    properties: ['KmsMasterKeyId'],
    keyIn: ({ KmsMasterKeyId: key }) => key,
  },
  'AWS::SecretsManager::Secret': {
    service: 'secretsmanager',
    properties: ['KmsKeyId'],
    keyIn: ({ KmsKeyId: key }) => key,
  },
};

const types: ReadonlySet<string> = new Set(Object.keys(encryptedTypes));

/** The resources of a template that are encrypted with a key of the project's own, rather than AWS's. */
export async function encryptions(template: PlacedTemplate, names: Collected['names']): Promise<readonly Encryption[]> {
  const found: Encryption[] = [];
  for (const { logicalId, type, properties } of await template.ofTypes(types)) {
    const encrypted = encryptedTypes[type];
    if (encrypted === undefined || properties === undefined) continue;
    const values: [string, unknown][] = [];
    for (const name of encrypted.properties) {
      const property = await properties.member(name);
      if (property !== undefined) values.push([name, await names.evaluate(property.value)]);
    }
    const key = encrypted.keyIn(Object.fromEntries(values));
    if (typeof key !== 'string' || key === '' || key.includes('alias/aws/')) continue;
    // Of a topic and of a secret the reference is the ARN, though it may be known by its name only.
    const arn = await names.evaluate({ 'Fn::GetAtt': [logicalId, 'Arn'] });
    const reference = await names.evaluate({ Ref: logicalId });
    const resource = [arn, reference].find((text) => typeof text === 'string' && text.startsWith('arn:')) ?? reference;
    if (typeof resource !== 'string') continue;
    found.push({ service: encrypted.service, resource, key });
  }
  return found;
}

/** The key of a bucket's default encryption. */
function defaultKeyOf({ BucketEncryption: encryption }: Readonly<Record<string, unknown>>): unknown {
  const rules = isMapping(encryption) ? encryption['ServerSideEncryptionConfiguration'] : undefined;
  const [rule] = Array.isArray(rules) ? (rules as readonly unknown[]) : [];
  const byDefault = isMapping(rule) ? rule['ServerSideEncryptionByDefault'] : undefined;
  return isMapping(byDefault) ? byDefault['KMSMasterKeyID'] : undefined;
}
