import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { type AwsReader, createAwsReader } from '../../../../src/aws/aws-reader.js';
import { failureOf, openFiles, type TestOptions } from '../../open-folder.js';
import { startMoto } from './moto.js';

const moto = await startMoto();
const url = 'url' in moto ? moto.url : '';
if ('unavailable' in moto) {
  process.stderr.write(`The tests of what a stack is asked are skipped: moto is not there (${moto.unavailable}).\n`);
}
const describeWithMoto = 'url' in moto ? describe : describe.skip;

const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'example' };

function reader(hasCredentials = true): AwsReader {
  return createAwsReader({
    credentials: async () => (hasCredentials ? keys : undefined),
    loadAws: () => import('../../../../src/aws/index.js'),
    environment: () => ({ AWS_ENDPOINT_URL: url }),
    signal: new AbortController().signal,
  });
}

async function environmentOf(value: string, options: TestOptions = { aws: reader() }): Promise<unknown> {
  const service = await openFiles(
    `service: shop\nprovider: {name: aws, runtime: nodejs20.x, region: eu-west-1}\nfunctions: {f: {handler: h.e, environment: {V: ${value}}}}\nresources:\n  Resources:\n    Jobs: {Type: AWS::SQS::Queue}\n    Later: {Type: AWS::SQS::Queue}\n`,
    options,
  );
  return (await service.load('f')).environment['V'];
}

beforeAll(async () => {
  if (url === '') return;
  const client = new CloudFormationClient({ endpoint: url, region: 'eu-west-1', credentials: keys });
  const shop = {
    Resources: {
      Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'shop-dev-Jobs-1' } },
      Made: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'made-by-a-plugin' } },
    },
  };
  await client.send(new CreateStackCommand({ StackName: 'shop-dev', TemplateBody: JSON.stringify(shop) }));
  const outputs = Array.from({ length: 120 }, (_, index) => [
    `O${index}`,
    { Value: `value ${index}`, Export: { Name: `net-${index}` } },
  ]);
  const net = {
    Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'exports' } } },
    Outputs: Object.fromEntries(outputs),
  };
  await client.send(new CreateStackCommand({ StackName: 'net', TemplateBody: JSON.stringify(net) }));
}, 120_000);

afterAll(async () => {
  if ('stop' in moto) await moto.stop();
});

describeWithMoto('what only the deployed stack knows', () => {
  test('is a Ref to a resource without a name, and what follows from it', async () => {
    expect(await environmentOf('!Ref Jobs')).toMatch(/\/shop-dev-Jobs-1$/);
    expect(await environmentOf('!GetAtt Jobs.Arn')).toBe('arn:aws:sqs:eu-west-1:123456789012:shop-dev-Jobs-1');
  });

  test('is a Ref to what the configuration does not declare, as plugins do', async () => {
    expect(await environmentOf('!Ref Made')).toBe('made-by-a-plugin');
  });

  test('is an export, on whichever page', async () => {
    expect(await environmentOf('!ImportValue net-3')).toBe('value 3');
    expect(await environmentOf('!ImportValue net-119')).toBe('value 119');
  });

  test('is not asked where it is answered', async () => {
    const options = { aws: reader(false), variables: { 'ref:Jobs': 'given', 'import:net-1': 'given too' } };
    expect(await environmentOf('!Ref Jobs', options)).toBe('given');
    expect(await environmentOf('!ImportValue net-1', options)).toBe('given too');
  });

  test.each([
    [
      '!Ref Later',
      'functions.f.environment.V refers to Later, whose name is known only once it is deployed.',
      'ref:Later',
    ],
    ['!ImportValue net-x', 'imports net-x, which no stack of the account exports in eu-west-1.', 'Did you mean net-'],
  ])('%s is not there: a clear error', async (value, message, hint) => {
    const failure = await failureOf(environmentOf(value));
    expect(failure.message).toContain(message);
    expect(failure.hint).toContain(hint);
  });

  test('can not be asked without credentials, and the error says what to answer', async () => {
    const failure = await failureOf(environmentOf('!Ref Jobs', { aws: reader(false) }));
    expect(failure.message).toBe(
      'functions.f.environment.V refers to Jobs, which needs AWS CloudFormation, and there are no AWS credentials to ask it with.',
    );
    expect(failure.hint).toMatch(/^Give credentials: .*\. Add the line `ref:Jobs=…` to `variables`/);
  });
});
