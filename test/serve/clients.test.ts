import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { siblingsService } from '../invoke/fleet/siblings-service.js';
import { motoPython } from '../service/serverless/remote/moto.js';
import { awsCli } from './aws-cli.js';
import { type OpenServer, openServer } from './open-server.js';

const run = promisify(execFile);
const service = await siblingsService();
if ('unavailable' in service) console.warn(`The SDK is not available: ${service.unavailable}`);
const folder = 'folder' in service ? service.folder : '';
const withSdk = 'folder' in service ? test : test.skip;
const cli = await awsCli();
if (typeof cli !== 'string') console.warn(`The AWS CLI is not available: ${cli.unavailable}`);
const python = await motoPython().catch((error: Error) => console.warn(`boto3 is not available: ${error.message}`));

let server: OpenServer | undefined;

beforeAll(async () => {
  if ('folder' in service) server = await openServer(folder);
}, 60_000);

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** What a client finds in its environment. */
function environment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_ENDPOINT_URL_LAMBDA: server?.url,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

type Answers = readonly Record<string, unknown>[];

/** Has the SDK for JavaScript send commands, and gives what it makes of the answers. */
async function javascript(commands: readonly (readonly [string, object])[]): Promise<Answers> {
  const module = pathToFileURL(join(folder, 'src', 'call.mjs')).href;
  const event = { commands: commands.map(([command, input]) => ({ command, input })) };
  const code = `const { handler } = await import(${JSON.stringify(module)});
console.log(JSON.stringify(await handler(${JSON.stringify(event)})));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--no-warnings', '-e', code], {
    env: environment(),
  });
  return JSON.parse(stdout) as Answers;
}

/** Runs a program of Python that has a client of boto3. */
async function boto3(code: string): Promise<unknown> {
  const program = `import boto3, json\nclient = boto3.client('lambda')\n${code}`;
  const { stdout } = await run(String(python), ['-c', program], { env: environment() });
  return JSON.parse(stdout) as unknown;
}

describe('the SDK for JavaScript', () => {
  withSdk(
    'C111 invokes functions, waits for them or not, gets the end of the log, and asks without running',
    async () => {
      const answers = await javascript([
        ['Invoke', { FunctionName: 'shop-dev-greet', LogType: 'Tail', Payload: { name: 'Ada' } }],
        ['Invoke', { FunctionName: 'greet', Payload: { name: 'by its key' } }],
        ['Invoke', { FunctionName: 'shop-dev-boom', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-third-time', InvocationType: 'Event', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-greet', InvocationType: 'DryRun', Payload: {} }],
        ['InvokeWithResponseStream', { FunctionName: 'shop-dev-stream', Payload: { plain: true } }],
      ]);
      expect(answers.map(({ StatusCode }) => StatusCode)).toEqual([200, 200, 200, 202, 204, 200]);
      expect(JSON.parse(String(answers[0]?.['Payload']))).toMatchObject({
        hello: 'Ada',
        requestId: answers[0]?.['requestId'],
      });
      const log = Buffer.from(String(answers[0]?.['LogResult']), 'base64');
      expect(log.length).toBeLessThanOrEqual(4096);
      expect(log.toString()).toMatch(/greeting Ada\nEND RequestId: .*\nREPORT RequestId: /s);
      expect(JSON.parse(String(answers[1]?.['Payload']))).toMatchObject({ hello: 'by its key' });
      expect([answers[2]?.['FunctionError'], JSON.parse(String(answers[2]?.['Payload']))]).toEqual([
        'Unhandled',
        expect.objectContaining({ errorType: 'RangeError' }),
      ]);
      expect(answers[5]?.['EventStream']).toEqual(['one ', 'two', {}]);
      const attempts = () => server?.log().match(/attempt \d of \S+/g) ?? [];
      for (let tries = 0; tries < 200 && attempts().length < 3; tries++)
        await new Promise((done) => setTimeout(done, 50));
      const id = answers[3]?.['requestId'];
      expect(attempts()).toEqual([`attempt 1 of ${id}`, `attempt 2 of ${id}`, `attempt 3 of ${id}`]);
    },
    60_000,
  );

  withSdk(
    'C112 is refused a payload that is too large, and a function that is not there',
    async () => {
      const answers = await javascript([
        ['Invoke', { FunctionName: 'shop-dev-greet', payloadBytes: 6_291_457 }],
        ['Invoke', { FunctionName: 'nobody', Payload: {} }],
      ]);
      expect(answers).toEqual([
        {
          error: 'RequestTooLargeException',
          message: '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
          status: 413,
        },
        {
          error: 'ResourceNotFoundException',
          message: 'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:nobody',
          status: 404,
        },
      ]);
    },
    60_000,
  );
});

(python === undefined || !('folder' in service) ? test.skip : test)(
  'boto3 invokes functions, and reads a response that is streamed',
  async () => {
    const answer = await boto3(`
one = client.invoke(FunctionName='shop-dev-greet', Payload=json.dumps({'name': 'Grace'}))
two = client.invoke_with_response_stream(FunctionName='shop-dev-stream', Payload=json.dumps({'plain': True}))
events = [event['PayloadChunk']['Payload'].decode() for event in two['EventStream'] if 'PayloadChunk' in event]
try:
    client.invoke(FunctionName='nobody')
except client.exceptions.ResourceNotFoundException as error:
    missing = error.response['Error']['Message']
print(json.dumps([one['StatusCode'], json.load(one['Payload'])['hello'], events, missing]))`);
    expect(answer).toEqual([
      200,
      'Grace',
      ['one ', 'two'],
      'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:nobody',
    ]);
  },
  60_000,
);

(typeof cli !== 'string' || !('folder' in service) ? test.skip : test)(
  'the AWS CLI invokes a function, and gets its log',
  async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'aws-cli-')), 'out.json');
    const invoke = ['lambda', 'invoke', '--function-name', 'shop-dev-greet', '--log-type', 'Tail'];
    const { stdout } = await run(String(cli), [...invoke, '--payload', '{"name":"Edsger"}', out], {
      env: environment(),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      StatusCode: 200,
      ExecutedVersion: '$LATEST',
      LogResult: expect.any(String),
    });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ hello: 'Edsger' });
    const failing = run(String(cli), ['lambda', 'invoke', '--function-name', 'nobody', out], { env: environment() });
    await expect(failing).rejects.toMatchObject({ stderr: expect.stringContaining('ResourceNotFoundException') });
  },
  60_000,
);
