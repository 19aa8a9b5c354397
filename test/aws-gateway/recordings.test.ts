import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEntries } from '../../src/aws-gateway/cassette/read-entries.js';
import { loadModel, servicesMetadata } from '../../src/aws-gateway/models/load-model.js';
import type { Operation, ServiceModel } from '../../src/aws-gateway/models/service-model.js';
import { eventStreamOf, outputOf } from '../../src/aws-gateway/protocols/shapes.js';
import { stubTemplate } from '../../src/aws-gateway/stubs/template.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { type OpenGateway, openGateway } from './open-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
let count = 0;
const newFile = (text?: string): string => {
  const file = join(folder, `${count++}.aws.yml`);
  if (text !== undefined) writeFileSync(file, text);
  return file;
};

const getItem = (id: string) => ({ TableName: 'orders', Key: { id: { S: id } } });
const uuid = (last: string): string => `11111111-2222-4333-8444-55555555555${last}`;

/** A service that answers each request with what a test says. */
let service: Server;
let answer: { readonly status?: number; readonly body: unknown } = { body: {} };
const seen: { readonly headers: unknown; readonly body: string }[] = [];
let online: Readonly<Record<string, string>>;

beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  online = { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'very-secret-key' };
});

afterAll(() => new Promise((resolve) => service.close(resolve)));

/** Makes calls whose answers are recorded, and gives the text of the cassette. */
async function record(
  calls: (gateway: OpenGateway) => Promise<unknown>,
  redact: readonly string[] = [],
): Promise<string> {
  const cassette = newFile();
  await using gateway = await openGateway({ mode: 'record', cassette, redact }, online);
  await calls(gateway);
  await gateway.end();
  return existsSync(cassette) ? readFileSync(cassette, 'utf8') : '';
}

describe('a recording', () => {
  test('has the members of requests and responses, a document a call, in alphabetical order', async () => {
    answer = { body: { Item: { id: { S: '7' }, picture: { B: 'AAE=' }, text: { B: 'aGVsbG8=' } } } };
    const text = await record(({ dynamo }) => dynamo('GetItem', getItem('7')));
    expect(text.split('\n').slice(1).join('\n')).toBe(`service: dynamodb
operation: GetItem
request:
  Key:
    id:
      S: "7"
  TableName: orders
response:
  Item:
    id:
      S: "7"
    picture:
      B: !!binary |-
        AAE=
    text:
      B: hello
`);
  });

  test('has no credential, no account, no known secret and nothing that is to be left out', async () => {
    answer = {
      body: {
        Item: {
          owner: { S: 'arn:aws:iam::444455556666:user/me' },
          key: { S: 'very-secret-key' },
          mail: { S: 'a@example.com' },
        },
      },
    };
    const text = await record(
      ({ dynamo }) => dynamo('PutItem', { TableName: 'orders', Item: { a: { S: 'a known-secret here' } } }),
      ['Item.mail.S'],
    );
    expect(text).toContain('arn:aws:iam::123456789012:user/me');
    expect(text).toContain('a *** here');
    expect(text).not.toMatch(/very-secret|known-secret|444455556666|111122223333|a@example\.com|AKID/);
  });

  test('leaves out the secrets that a service gives', async () => {
    answer = { body: { Name: 'db', SecretString: '{"password":"hunter2"}' } };
    const text = await record(({ send }) =>
      send('secretsmanager', {
        method: 'POST',
        headers: { 'x-amz-target': 'secretsmanager.GetSecretValue' },
        body: JSON.stringify({ SecretId: 'db' }),
      }),
    );
    expect(text).toContain('SecretString: "***"');
    expect(text).not.toContain('hunter2');
  });

  test('has the errors of the service', async () => {
    answer = { status: 400, body: { __type: 'com.amazonaws#ResourceNotFoundException', message: 'Not there' } };
    const text = await record(({ dynamo }) => dynamo('GetItem', getItem('7')));
    expect(text).toContain('error:\n  code: ResourceNotFoundException\n  status: 400\n  message: Not there\n');
  });

  test('is not there where nothing was called', async () => {
    expect(await record(async () => {})).toBe('');
  });

  test('is sent on signed anew, as the handler', async () => {
    answer = { body: {} };
    seen.length = 0;
    await record(({ dynamo }) => dynamo('GetItem', getItem('7')));
    const [{ headers, body } = { headers: {}, body: '' }] = seen;
    expect(JSON.parse(body)).toEqual(getItem('7'));
    const { authorization } = headers as Record<string, string>;
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/dynamodb\/aws4_request, SignedHeaders=[\w;-]*host[\w;-]*, Signature=[0-9a-f]{64}$/,
    );
  });
});

const cassetteOf = (...ids: readonly string[]): string =>
  ids
    .map(
      (id, index) =>
        `service: dynamodb\noperation: GetItem\nrequest: { TableName: orders, Key: { id: { S: "${id}" } } }\nresponse: { Item: { n: { N: "${index + 1}" } } }\n`,
    )
    .join('---\n');

describe('a replay', () => {
  test('answers each call with the recorded one, in order where one recurs', async () => {
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(cassetteOf('7', '8', '7')) });
    const texts = [];
    for (const id of ['7', '7', '8']) texts.push((await gateway.dynamo('GetItem', getItem(id))).text);
    expect(texts).toEqual(['1', '3', '2'].map((n) => `{"Item":{"n":{"N":"${n}"}}}`));
    expect((await gateway.end()).diagnostics).toEqual([]);
  });

  test('takes UUIDs, times and idempotency tokens that differ for the same', async () => {
    const recorded = `service: dynamodb
operation: TransactWriteItems
request:
  ClientRequestToken: one
  TransactItems: [{ Put: { TableName: t, Item: { id: { S: ${uuid('1')} }, at: { S: 2026-01-01T00:00:00.000Z }, ms: { N: "1767225600000" } } } }]
response: {}
`;
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(recorded), strict: true });
    const item = { id: { S: uuid('2') }, at: { S: '2026-05-05T05:05:05.555Z' }, ms: { N: '1777777777777' } };
    const called = { ClientRequestToken: 'two', TransactItems: [{ Put: { TableName: 't', Item: item } }] };
    expect((await gateway.dynamo('TransactWriteItems', called)).status).toBe(200);
    expect((await gateway.end()).diagnostics).toEqual([]);
  });

  test("takes the gateway's own address for the same, whatever it is in a run", async () => {
    answer = { body: { MessageId: 'm' } };
    const sent = ({ send, url }: OpenGateway) =>
      send('sqs', {
        method: 'POST',
        headers: { 'x-amz-target': 'AmazonSQS.SendMessage' },
        body: JSON.stringify({ QueueUrl: `${url}/111122223333/jobs`, MessageBody: 'hello' }),
      });
    const text = await record(sent);
    expect(text).toContain('QueueUrl: http://aws-endpoint-url/123456789012/jobs');
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(text) });
    expect((await sent(gateway)).text).toContain('"MessageId":"m"');
  });

  test('takes anything for what was left out, where a run knows neither the secret nor what to leave out', async () => {
    const item = { id: { S: '7' }, mail: { S: 'a@example.com' }, note: { S: 'a known-secret here' } };
    const put = {
      TableName: 'orders',
      Item: { ...item, blob: { B: Buffer.from('key=known-secret').toString('base64') } },
    };
    answer = { body: {} };
    const text = await record(({ dynamo }) => dynamo('PutItem', put), ['Item.mail.S']);
    expect(text.match(/\*\*\*/g)).toHaveLength(3);
    const elsewhere = text.replaceAll('orders', 'others');
    const other = { ...put, Item: { ...put.Item, note: { S: 'a pear here' }, blob: { B: 'a2V5PXBlYXI=' } } };
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(`${text}---\n${elsewhere}`) });
    expect((await gateway.dynamo('PutItem', { ...other, TableName: 'others' })).status).toBe(200);
    expect((await gateway.dynamo('PutItem', other)).status).toBe(200);
    expect((await gateway.end()).diagnostics).toEqual([]);
    await using strange = await openGateway({ mode: 'replay', cassette: newFile(text) });
    const longer = { ...other, Item: { ...other.Item, note: { S: 'a pear there' } } };
    expect(JSON.parse((await strange.dynamo('PutItem', longer)).text)).toMatchObject({
      message: expect.stringContaining('differs: Item.note.S was "a *** here" and is "a pear there"'),
    });
  });

  test('compares only the members that `match` names', async () => {
    const match = { 'dynamodb:GetItem': ['TableName'] };
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(cassetteOf('7')), match });
    expect((await gateway.dynamo('GetItem', getItem('another'))).status).toBe(200);
  });

  test('fails a call that is not recorded with an error of the service, which says how it differs', async () => {
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(cassetteOf('7')) });
    const { status, text } = await gateway.dynamo('GetItem', getItem('8'));
    expect(status).toBe(400);
    const { __type: type, message } = JSON.parse(text) as Record<string, string>;
    expect(type).toBe('NotRecorded');
    expect(message).toContain('has no answer to dynamodb:GetItem');
    expect(message).toContain('The nearest recorded one (line 1) differs: Key.id.S was "7" and is "8".');
    expect(message).toContain('--aws record');
    const { diagnostics } = await gateway.end();
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'aws-call-unanswered'],
      ['notice', 'aws-recording-unused'],
    ]);
  });

  test('says so where a call is made more often than it is recorded', async () => {
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(cassetteOf('7')) });
    await gateway.dynamo('GetItem', getItem('7'));
    const { text } = await gateway.dynamo('GetItem', getItem('7'));
    expect(text).toContain('It is recorded once, and was called once more.');
  });

  test('names recorded calls that were not made, and fails where it is strict', async () => {
    await using gateway = await openGateway({ mode: 'replay', cassette: newFile(cassetteOf('7', '8')), strict: true });
    await gateway.dynamo('GetItem', getItem('7'));
    const { diagnostics } = await gateway.end();
    expect(diagnostics).toMatchObject([
      { severity: 'error', message: 'A recorded call was not made: dynamodb:GetItem.', location: { line: 6 } },
    ]);
  });
});

describe('stubs', () => {
  const stubs = (text: string) => [{ file: '/stubs.yml', text }];
  const stub = `service: dynamodb
operation: PutItem
request: { TableName: /^ord/, Item: { total: { N: number(1..10) } } }
responses:
  - error: { code: ProvisionedThroughputExceededException, message: Too fast }
  - response: {}
`;

  test('answer the calls that their patterns match, each answer in turn, and the last one from then on', async () => {
    await using gateway = await openGateway({ stubs: stubs(stub) });
    const put = (total: string) => gateway.dynamo('PutItem', { TableName: 'orders', Item: { total: { N: total } } });
    expect([await put('5'), await put('6'), await put('7'), await put('11')].map(({ status }) => status)).toEqual([
      400, 200, 200, 400,
    ]);
    const { calls, diagnostics } = await gateway.end();
    expect(calls.map(({ answeredBy }) => answeredBy)).toEqual(['stub', 'stub', 'stub', 'none']);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'aws-call-unanswered' }]);
  });

  test('begin with a template, which has nothing that SDKs would find wrong', () => {
    const templateOf = (service: string, operation: string): string => {
      const model = loadModel(service) as ServiceModel;
      return stubTemplate(model, operation, model.operations[operation] as Operation);
    };
    expect(templateOf('s3', 'GetObject')).toMatch(/^service: s3\noperation: GetObject\nrequest:\n {2}Bucket: any\(\)/);
    expect(templateOf('s3', 'GetObject')).not.toMatch(/^ +(?:Checksum\w+|ContentLength):/m);
    expect(templateOf('sqs', 'SendMessage')).not.toMatch(/^ +MD5OfMessageBody:/m);
    const streamed = Object.keys(servicesMetadata()).flatMap((service) => {
      const model = loadModel(service) as ServiceModel;
      return Object.entries(model.operations).flatMap(([operation, shape]) => {
        const [stream] = eventStreamOf(model, outputOf(model, shape)) ?? [];
        return stream === undefined ? [] : [{ service, operation, stream }];
      });
    });
    expect(streamed.length).toBeGreaterThan(5);
    for (const { service, operation, stream } of streamed) {
      const [entry] = readEntries(templateOf(service, operation), '/stub.yml');
      const { content } = entry?.answers[0] ?? {};
      const events = content !== undefined && 'members' in content ? content.members[stream] : [];
      expect([operation, JSON.stringify(events)]).toEqual([operation, expect.stringMatching(/^\[\{/)]);
      expect(JSON.stringify(events)).not.toMatch(/Exception"/);
    }
  });

  test('have the events of a stream as a list, their bytes as text', () => {
    const [entry] = readEntries(
      'service: lambda\noperation: InvokeWithResponseStream\nresponse: { EventStream: [{ PayloadChunk: { Payload: hello } }] }\n',
      '/stub.yml',
    );
    expect(entry?.answers[0]?.content).toEqual({
      members: { EventStream: [{ PayloadChunk: { Payload: Buffer.from('hello').toString('base64') } }] },
    });
  });

  test('compare the JSON of a text with an object, and give an object as JSON', async () => {
    const text = `service: sqs
operation: SendMessage
request: { MessageBody: { order: 7 } }
response: { MessageId: an-id }
---
service: lambda
operation: Invoke
response: { StatusCode: 200, Payload: { ok: true } }
`;
    await using gateway = await openGateway({ stubs: stubs(text) });
    const sent = await gateway.send('sqs', {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/q',
        MessageBody: '{"order":7,"more":1}',
      }),
    });
    // The SDK for JavaScript checks the digest of what it sent.
    expect(JSON.parse(sent.text)).toEqual({ MessageId: 'an-id', MD5OfMessageBody: '3703d8f1b03000032569702d03614515' });
    const invoked = await gateway.send('lambda', {
      method: 'POST',
      path: '/2015-03-31/functions/f/invocations',
      body: '{}',
    });
    expect(invoked.text).toBe('{"ok":true}');
  });
});

describe('a file of calls that is wrong', () => {
  test.each([
    ['service: dynamobd\noperation: GetItem', 'no service that is known', 1],
    ['service: dynamodb\noperation: GetItems', 'has no operation `GetItems`', 2],
    ['service: dynamodb\noperation: GetItem\nrequest:\n  Tablename: t', '`Tablename` is not known here', 4],
    ['service: dynamodb\noperation: GetItem\nanswer: {}', '`answer` is not known here', 3],
    ['service: dynamodb\noperation: GetItem\nresponse: {}\nerror: Throttled', 'both `response` and `error`', 4],
    ['service: dynamodb\noperation: GetItem\nresponse: {}\nlatency-ms: soon', 'has to be a whole number', 4],
    ['service: [', 'The YAML is broken', 1],
    [
      'service: bedrock-runtime\noperation: ConverseStream\nresponse:\n  stream:\n    messageStart: { role: user }',
      '`stream` has to be a list of events',
      4,
    ],
    [
      'service: bedrock-runtime\noperation: ConverseStream\nresponse:\n  stream:\n    - messageBegin: { role: user }',
      '`stream.0` has to be one of the events messageStart, ',
      4,
    ],
    ['service: dynamodb\noperation: Query\nresponse:\n  Items: { id: { S: a } }', '`Items` has to be a list', 4],
    ['service: dynamodb\noperation: GetItem\nresponse:\n  Item: [{ id: { S: a } }]', '`Item` has to be a mapping', 4],
    [
      'service: dynamodb\noperation: GetItem\nresponse:\n  Item:\n    tags: { L: { S: a } }',
      '`Item.tags.L` has to be a list',
      5,
    ],
  ])('is refused with its place: %j', (text, message, line) => {
    let failure: unknown;
    try {
      readEntries(text, '/calls.yml');
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(UserError);
    const { diagnostic } = failure as UserError;
    expect(diagnostic.message).toContain(message);
    expect(diagnostic.location).toMatchObject({ file: '/calls.yml', line });
  });
});
