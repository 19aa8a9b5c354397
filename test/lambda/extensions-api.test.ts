import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ExtensionsApi } from '../../src/lambda/extensions-api/extensions-api.js';
import { RuntimeApi } from '../../src/lambda/runtime-api/runtime-api.js';
import { type ApiRequest, apiClient } from './api-client.js';

const metadata = {
  functionName: 'service-dev-hello',
  functionVersion: '$LATEST',
  handler: 'src/index.handler',
  accountId: '123456789012',
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const stranger = '8476a536-e9f4-41e8-9739-2dfe598c3fcd';
const root = '/2020-01-01/extension';
const invocation = {
  requestId: stranger,
  deadlineMs: 1_700_000_000_000.4,
  functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:service-dev-hello',
  traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
};

let api: RuntimeApi;
let extensions: ExtensionsApi;
let client: ReturnType<typeof apiClient>;

beforeEach(async () => {
  extensions = new ExtensionsApi(metadata);
  api = await RuntimeApi.listen();
  api.others = { handle: async (...request) => (await extensions.handle(...request))?.kind === 'external' };
  client = apiClient(api.address);
});

afterEach(async () => {
  client.close();
  await api[Symbol.asyncDispose]();
});

function register(name: string, events: readonly string[], headers: Readonly<Record<string, string>> = {}) {
  const body = JSON.stringify({ events });
  return client.send('POST', `${root}/register`, { headers: { 'Lambda-Extension-Name': name, ...headers }, body });
}

/** Registers an extension. @returns what it sends with all further requests */
async function identity(name: string, events: readonly string[]): Promise<Record<string, string>> {
  const { headers } = await register(name, events);
  return { 'Lambda-Extension-Identifier': String(headers['lambda-extension-identifier']) };
}

function next(headers: Readonly<Record<string, string>>) {
  return client.send('GET', `${root}/event/next`, { headers });
}

function refusal(answer: { status: number; headers: object; body: string }) {
  expect(answer.status).toBe(403);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/json' });
  return JSON.parse(answer.body);
}

describe('register', () => {
  test('C29 an extension is told of the function, and gets an identifier', async () => {
    extensions.registry.addExternal('agent');
    const answer = await register('agent', ['INVOKE', 'SHUTDOWN']);
    expect(answer.status).toBe(200);
    expect(answer.headers['lambda-extension-identifier']).toMatch(uuid);
    expect(JSON.parse(answer.body)).toEqual({
      functionName: 'service-dev-hello',
      functionVersion: '$LATEST',
      handler: 'src/index.handler',
    });
    expect(extensions.registry.external('agent')).toMatchObject({
      state: 'Registered',
      events: ['INVOKE', 'SHUTDOWN'],
    });
  });

  test.each(['accountId', 'other, accountId'])(
    'the account id is told to those that accept it: %s',
    async (feature) => {
      const answer = await register('inner', ['INVOKE'], { 'Lambda-Extension-Accept-Feature': feature });
      expect(JSON.parse(answer.body)).toEqual(metadata);
    },
  );

  test('C29 an internal extension cannot ask for SHUTDOWN', async () => {
    expect(refusal(await register('inner', ['INVOKE', 'SHUTDOWN']))).toEqual({
      errorMessage: 'SHUTDOWN: ShutdownEventNotSupportedForInternalExtension',
      errorType: 'Extension.InvalidEventType',
    });
    expect(extensions.registry.all).toEqual([]);
  });

  test('an event that does not exist is refused', async () => {
    extensions.registry.addExternal('agent');
    expect(refusal(await register('agent', ['INVOKE', 'RESTART']))).toEqual({
      errorMessage: 'RESTART: ErrorInvalidEventType',
      errorType: 'Extension.InvalidEventType',
    });
  });

  test('without a name there is no extension', async () => {
    expect(refusal(await client.send('POST', `${root}/register`, { body: '{"events":[]}' }))).toEqual({
      errorMessage: 'Empty extension name',
      errorType: 'Extension.InvalidExtensionName',
    });
  });

  const malformed: readonly (readonly [string, string, string | RegExp])[] = [
    ['an empty body', '', 'unexpected end of JSON input'],
    ['no JSON', '{events}', /JSON/],
    ['a list', '[]', /not a JSON object/],
    ['a number among the events', '{"events":[1]}', /list of strings/],
    ['configuration keys', '{"events":[],"configurationKeys":["A"]}', /configurationKeys are deprecated/],
    ['too much', `{"events":["${'x'.repeat(1024 * 1024)}"]}`, 'the request is too large'],
  ];
  test.each(malformed)('a registration with %s is refused', async (_what, body, message) => {
    const answer = await client.send('POST', `${root}/register`, {
      headers: { 'Lambda-Extension-Name': 'inner' },
      body,
    });
    const { errorType, errorMessage } = refusal(answer);
    expect(errorType).toBe('InvalidRequestFormat');
    expect(errorMessage).toMatch(message);
  });

  test.each(['{}', 'null', '{"events":null}'])('%s registers for no event', async (body) => {
    const answer = await client.send('POST', `${root}/register`, {
      headers: { 'Lambda-Extension-Name': 'inner' },
      body,
    });
    expect(answer.status).toBe(200);
    expect(extensions.registry.all.map(({ events }) => events)).toEqual([[]]);
  });

  test('an extension registers once', async () => {
    extensions.registry.addExternal('agent');
    await register('agent', ['INVOKE']);
    expect(refusal(await register('agent', ['INVOKE']))).toEqual({
      errorMessage:
        'State transition from Registered to Registered failed for extension agent. Error: State transition is not allowed',
      errorType: 'Extension.InvalidExtensionState',
    });
    await register('inner', ['INVOKE']);
    expect(refusal(await register('inner', ['INVOKE']))).toEqual({
      errorMessage: 'Extension with this name already registered',
      errorType: 'Extension.InvalidExtensionState',
    });
  });

  test('ten extensions are the most', async () => {
    for (let count = 0; count < 9; count++) extensions.registry.addExternal(`agent-${count}`);
    expect((await register('inner', ['INVOKE'])).status).toBe(200);
    expect(refusal(await register('one-more', ['INVOKE']))).toEqual({
      errorMessage: 'Extension limit (10) reached',
      errorType: 'Extension.TooManyExtensions',
    });
  });

  test('an internal extension is too late once the runtime is initialized', async () => {
    extensions.registry.close();
    expect(refusal(await register('inner', ['INVOKE']))).toEqual({
      errorMessage: 'Extension registration closed already',
      errorType: 'Extension.RegistrationClosed',
    });
  });
});

describe('next', () => {
  test('C29 an extension waits for an invocation, and is told of it', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = await identity('agent', ['INVOKE', 'SHUTDOWN']);
    const waiting = next(headers);
    await extensions.idle([agent]);
    extensions.invoke(invocation);
    const answer = await waiting;
    expect(answer.status).toBe(200);
    expect(answer.headers['lambda-extension-event-identifier']).toMatch(uuid);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(JSON.parse(answer.body)).toEqual({
      eventType: 'INVOKE',
      deadlineMs: 1_700_000_000_000,
      requestId: stranger,
      invokedFunctionArn: invocation.functionArn,
      tracing: { type: 'X-Amzn-Trace-Id', value: invocation.traceId },
    });
    expect(agent.state).toBe('Running');
  });

  test('the end of the environment is told with its reason and deadline, and without an identifier', async () => {
    extensions.registry.addExternal('agent');
    const headers = await identity('agent', ['SHUTDOWN']);
    extensions.shutdown('timeout', 1_700_000_002_000);
    const answer = await next(headers);
    expect(answer.headers['lambda-extension-event-identifier']).toBeUndefined();
    expect(JSON.parse(answer.body)).toEqual({
      eventType: 'SHUTDOWN',
      shutdownReason: 'timeout',
      deadlineMs: 1_700_000_002_000,
    });
  });

  test('who has not asked for an event does not get it', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = await identity('agent', ['SHUTDOWN']);
    const waiting = next(headers);
    await extensions.idle([agent]);
    extensions.invoke(invocation);
    extensions.shutdown('spindown', 1);
    expect(JSON.parse((await waiting).body)).toMatchObject({ eventType: 'SHUTDOWN', shutdownReason: 'spindown' });
  });

  test('nobody waits twice', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = await identity('agent', ['SHUTDOWN']);
    const waiting = next(headers);
    await extensions.idle([agent]);
    expect(refusal(await next(headers)).errorMessage).toBe(
      `State transition from Ready to Ready failed for extension ${agent.id}. Error: State transition is not allowed`,
    );
    extensions.shutdown('spindown', 1);
    await waiting;
  });
});

describe('error reports', () => {
  const withType = { 'Lambda-Extension-Function-Error-Type': 'Agent.NoConfig' };

  test('an init error is taken, and only the first one counts', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = { ...(await identity('agent', ['INVOKE'])), ...withType };
    const answer = await client.send('POST', `${root}/init/error`, { headers, body: '{"errorMessage":"no"}' });
    expect(answer).toMatchObject({ status: 202, body: '{"status":"OK"}\n' });
    const again = { ...headers, 'Lambda-Extension-Function-Error-Type': 'Agent.Other' };
    expect((await client.send('POST', `${root}/init/error`, { headers: again })).status).toBe(202);
    expect(agent).toMatchObject({ state: 'InitError', errorType: 'Agent.NoConfig' });
    expect(extensions.reported).toBe('InitError');
    expect(refusal(await next(headers)).errorType).toBe('Extension.InvalidExtensionState');
  });

  test('an exit error is taken while an event is being worked on', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = { ...(await identity('agent', ['INVOKE'])), ...withType };
    const waiting = next(headers);
    await extensions.idle([agent]);
    extensions.invoke(invocation);
    await waiting;
    expect(refusal(await client.send('POST', `${root}/init/error`, { headers })).errorMessage).toBe(
      `State transition from Running to InitError failed for extension ${agent.id}. Error: State transition is not allowed`,
    );
    expect((await client.send('POST', `${root}/exit/error`, { headers })).status).toBe(202);
    expect(agent).toMatchObject({ state: 'ExitError', errorType: 'Agent.NoConfig' });
    expect(extensions.reported).toBe('ExitError');
  });

  test('a refused exit error names the state that it would have led to', async () => {
    const agent = extensions.registry.addExternal('agent');
    const headers = { 'Lambda-Extension-Identifier': agent.id, ...withType };
    expect(refusal(await client.send('POST', `${root}/exit/error`, { headers })).errorMessage).toBe(
      `State transition from Started to Exited failed for extension ${agent.id}. Error: State transition is not allowed`,
    );
  });

  test.each(['init/error', 'exit/error'])('%s needs an error type', async (path) => {
    const headers = await identity('inner', ['INVOKE']);
    expect(refusal(await client.send('POST', `${root}/${path}`, { headers }))).toEqual({
      errorMessage: 'Lambda-Extension-Function-Error-Type not found',
      errorType: 'Extension.MissingHeader',
    });
  });
});

describe('identifiers', () => {
  const endpoints: readonly (readonly [string, string, string])[] = [
    ['GET', 'event/next', `Unknown extension ${stranger}`],
    ['POST', 'init/error', 'Unknown Lambda-Extension-Identifier'],
    ['POST', 'exit/error', 'Unknown Lambda-Extension-Identifier'],
  ];
  test.each(endpoints)(
    '%s %s refuses those that are not there, not UUIDs or not known',
    async (method, path, unknown) => {
      const ask = (identifier: Record<string, string>) => {
        const options: ApiRequest = { headers: { ...identifier, 'Lambda-Extension-Function-Error-Type': 'X' } };
        return client.send(method, `${root}/${path}`, options);
      };
      expect(refusal(await ask({}))).toEqual({
        errorMessage: 'Missing Lambda-Extension-Identifier header',
        errorType: 'Extension.MissingExtensionIdentifier',
      });
      expect(refusal(await ask({ 'Lambda-Extension-Identifier': 'agent' }))).toEqual({
        errorMessage: 'Invalid Lambda-Extension-Identifier',
        errorType: 'Extension.InvalidExtensionIdentifier',
      });
      expect(refusal(await ask({ 'Lambda-Extension-Identifier': stranger }))).toEqual({
        errorMessage: unknown,
        errorType: 'Extension.UnknownExtensionIdentifier',
      });
    },
  );
});

describe('routes', () => {
  test.each([
    ['/2020-08-15/logs', 'Logs'],
    ['/2022-07-01/telemetry', 'Telemetry'],
  ])('C29 a subscription at %s is taken without one', async (path, name) => {
    const answer = await client.send('PUT', path, { body: '{"types":["platform"]}' });
    expect(answer).toMatchObject({ status: 202, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(answer.body)).toEqual({
      errorMessage: `${name} API is not supported`,
      errorType: `${name}.NotSupported`,
    });
  });

  test.each([
    ['GET', `${root}/register`, 405],
    ['POST', '/2022-07-01/telemetry', 405],
    ['GET', `${root}/nothing`, 404],
    ['PUT', '/2022-07-01/nothing', 404],
    ['GET', '/2021-04-23/credentials', 404],
  ])('%s %s is %d', async (method, path, status) => {
    expect((await client.send(method, path)).status).toBe(status);
  });
});
