import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { siblingsService } from '../invoke/fleet/siblings-service.js';
import { fixture } from '../paths.js';
import { type OpenServer, openServer } from './open-server.js';

// Its packages may have to be installed, for which no test has the time.
const service = await siblingsService();
if ('unavailable' in service) console.warn(`The SDK is not available: ${service.unavailable}`);

let server: OpenServer;

beforeAll(async () => {
  server = await openServer(fixture('siblings'));
}, 60_000);

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const invoke = (name: string, body: string, headers: Record<string, string> = {}, url = server.url) =>
  fetch(`${url}/2015-03-31/functions/${name}/invocations`, { method: 'POST', body, headers });

/** A request whose host is chosen, which `fetch` does not allow. */
async function requestTo(host: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
    }).once('error', reject);
  });
}

describe('the Invoke API', () => {
  test('answers a request that is not signed', async () => {
    const response = await invoke('shop-dev-greet', '{"name":"Ada"}');
    expect([response.status, response.headers.get('x-amz-executed-version')]).toEqual([200, '$LATEST']);
    const answer = (await response.json()) as Record<string, unknown>;
    expect(answer).toMatchObject({ hello: 'Ada', requestId: response.headers.get('x-amzn-requestid') });
    expect(server.log()).toMatch(/^greet \| .*greeting Ada$/m);
  }, 60_000);

  test('C111 answers an Event at once and runs it, tries it again under the same id, asks without running, and gives the end of the log', async () => {
    const event = await invoke('shop-dev-third-time', '{}', { 'x-amz-invocation-type': 'Event' });
    expect([event.status, await event.text()]).toEqual([202, '']);
    const dry = await invoke('shop-dev-boom', '{}', { 'x-amz-invocation-type': 'DryRun' });
    expect([dry.status, await dry.text()]).toEqual([204, '']);
    const tail = await invoke('shop-dev-greet', '{"name":"Ada"}', { 'x-amz-log-type': 'Tail' });
    const log = Buffer.from(tail.headers.get('x-amz-log-result') ?? '', 'base64').toString();
    expect(log).toMatch(/greeting Ada\nEND RequestId: .*\nREPORT RequestId: /s);
    const id = event.headers.get('x-amzn-requestid');
    const attempts = () => server.log().match(/attempt \d of \S+/g) ?? [];
    for (let tries = 0; tries < 400 && attempts().length < 3; tries++) await delay(50);
    expect(attempts()).toEqual([1, 2, 3].map((count) => `attempt ${count} of ${id}`));
    expect(server.log()).not.toContain('boom | ');
  }, 60_000);

  test('C112 refuses what is no JSON, too large, or for nobody; gives an empty event for an empty body', async () => {
    const broken = await invoke('shop-dev-greet', '{"name":');
    expect([broken.status, broken.headers.get('x-amzn-errortype'), await broken.json()]).toEqual([
      400,
      'InvalidRequestContentException',
      expect.objectContaining({ message: expect.stringMatching(/^Could not parse request body into json: /) }),
    ]);
    const large = await invoke('shop-dev-greet', `"${'x'.repeat(6_291_455)}"`);
    expect([large.status, large.headers.get('x-amzn-errortype')]).toEqual([413, 'RequestTooLargeException']);
    expect(await large.text()).toContain(
      '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    );
    const missing = await invoke('nobody', '{}');
    expect([missing.status, missing.headers.get('x-amzn-errortype')]).toEqual([404, 'ResourceNotFoundException']);
    const empty = await invoke('shop-dev-greet', '');
    expect(await empty.json()).toMatchObject({ event: {} });
  }, 60_000);

  test('refuses a type that Lambda does not know, and another operation', async () => {
    const type = await invoke('shop-dev-greet', '{}', { 'x-amz-invocation-type': 'Later' });
    expect([type.status, type.headers.get('x-amzn-errortype')]).toEqual([400, 'InvalidParameterValueException']);
    const other = await fetch(`${server.url}/2015-03-31/functions/shop-dev-greet`);
    expect([other.status, await other.text()]).toEqual([400, expect.stringContaining('GetFunction')]);
  }, 60_000);

  test('starts more sandboxes for requests at a time, up to the limit', async () => {
    await using small = await openServer(fixture('siblings'), { concurrency: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => invoke('shop-dev-slow', '{}', {}, small.url)));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    expect(bodies.filter((body) => body.includes('Task timed out after 1.00 seconds'))).toHaveLength(2);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('x-amzn-errortype')).toBe('TooManyRequestsException');
  }, 60_000);

  test('says what is wrong with a function that can not be run', async () => {
    await using broken = await openServer(fixture('siblings'), { request: { interpreter: '/nowhere/node' } });
    const response = await invoke('shop-dev-greet', '{}', {}, broken.url);
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([
      400,
      'InvalidParameterValueException',
    ]);
    expect(await response.text()).toContain("invoke-local can't run the function shop-dev-greet");
    expect(broken.diagnostics.map(({ severity }) => severity)).toContain('error');
  }, 60_000);

  test('runs a function that another one invokes, where a gateway stands between', async () => {
    if ('unavailable' in service) return;
    const aws = { aws: 'none', folder: service.folder, named: (name: string) => name };
    await using open = await openServer(service.folder, { request: { aws } });
    const command = { command: 'Invoke', input: { FunctionName: 'shop-dev-greet', Payload: { name: 'Ada' } } };
    const byKey = { command: 'Invoke', input: { FunctionName: 'greet', Payload: {} } };
    const response = await invoke('call', JSON.stringify({ commands: [command, byKey] }), {}, open.url);
    const [first, second] = (await response.json()) as Record<string, unknown>[];
    expect(JSON.parse(String(first?.['Payload']))).toMatchObject({ hello: 'Ada' });
    expect(second).toMatchObject({ error: 'NotRecorded' });
    expect(open.log()).toMatch(/^greet \| .*greeting Ada$/m);
    rmSync(service.folder, { recursive: true, force: true });
  }, 60_000);
});

describe("a function's URL", () => {
  const at = (path: string): string => `${server.url}/url/page${path}`;

  test('hands the request over as an event of format 2.0', async () => {
    const response = await fetch(at('/a%20b/c?x=1&x=2&y=%26'), {
      method: 'POST',
      headers: { cookie: 'a=1; b=2', 'content-type': 'application/json', 'X-Mixed': 'Case' },
      body: '{"é":1}',
    });
    const event = (await response.json()) as Record<string, unknown>;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/a%20b/c',
      rawQueryString: 'x=1&x=2&y=%26',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { x: '1,2', y: '&' },
      headers: {
        'content-type': 'application/json',
        'x-mixed': 'Case',
        host: new URL(server.url).host,
        'x-forwarded-proto': 'https',
      },
      requestContext: {
        accountId: 'anonymous',
        http: { method: 'POST', path: '/a%20b/c', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        requestId: response.headers.get('x-amzn-requestid'),
        stage: '$default',
      },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
    expect(event['headers']).not.toHaveProperty('cookie');
    const form = await fetch(at('/form'), { method: 'POST', body: new URLSearchParams({ k: 'v' }) });
    expect(await form.json()).toMatchObject({ body: Buffer.from('k=v').toString('base64'), isBase64Encoded: true });
  }, 60_000);

  test('makes a response of what the function gives', async () => {
    const page = await fetch(at('/html'));
    expect([page.status, page.headers.get('content-type'), page.headers.get('x-number')]).toEqual([
      418,
      'text/html',
      '7',
    ]);
    expect([page.headers.getSetCookie(), await page.text()]).toEqual([['theme=dark', 'lang=en'], '<p>tea</p>']);
    const image = await fetch(at('/bytes'));
    expect([image.headers.get('content-type'), Buffer.from(await image.arrayBuffer()).toString('base64')]).toEqual([
      'image/png',
      'iVBORw==',
    ]);
    for (const [path, body] of [
      ['/text', '"plain text"'],
      ['/json', '{"fine":true}'],
    ] as const) {
      const plain = await fetch(at(path));
      expect([plain.status, plain.headers.get('content-type'), await plain.text()]).toEqual([
        200,
        'application/json',
        body,
      ]);
    }
  }, 60_000);

  test('answers 502 where the function fails, or gives what is no response', async () => {
    const paths = ['/throws', '/bad', '/informational'].map(at);
    for (const path of [...paths, `${server.url}/url/stream/?status=99`, `${server.url}/url/stream/?status=1000`]) {
      const response = await fetch(path);
      expect([response.status, await response.text()]).toEqual([502, 'Internal Server Error']);
    }
  }, 60_000);

  test('passes a stream on as it comes, with its head', async () => {
    const whole = await fetch(`${server.url}/url/stream/`);
    expect([whole.status, whole.headers.get('x-flavour'), whole.headers.getSetCookie()]).toEqual([
      201,
      'sour',
      ['a=1', 'b=2'],
    ]);
    expect(await whole.text()).toBe('one two');
    // The rest of this one comes long after the test.
    const slow = await fetch(`${server.url}/url/stream/?pauseMs=3600000`);
    const first = await slow.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('one ');
  }, 60_000);

  test('is also that of a host of its own', async () => {
    const { port } = new URL(server.url);
    const { status, body } = await requestTo(`page.localhost:${port}`, '/deep/path');
    expect([status, JSON.parse(body)]).toEqual([200, expect.objectContaining({ rawPath: '/deep/path' })]);
  }, 60_000);

  test('is refused to hosts of the web, and unknown ones are told what there is', async () => {
    expect((await requestTo('attacker.example', '/url/page/')).status).toBe(403);
    expect((await requestTo('127.0.0.1', '/url/nobody/')).body).toContain('There are call, relay, greet, ');
  });
});
