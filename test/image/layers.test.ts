import { createHash } from 'node:crypto';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { folderOf } from '../service/open-folder.js';
import { writeZip } from '../write-zip.js';
import { invoke, type Machine, newMachine } from './machine.js';
import { type Registry, startRegistry } from './registry.js';

const arn = 'arn:aws:lambda:eu-west-1:123456789012:layer:greetings:7';
const module = { name: 'nodejs/node_modules/greetings/index.js', content: "module.exports = 'from the layer';" };

/** A service whose function says what its layer has. */
function service(layer: string, more: Readonly<Record<string, string>> = {}, settings = ''): Promise<string> {
  return folderOf({
    'serverless.yml': `service: layered\nprovider: {name: aws, runtime: nodejs20.x, region: eu-west-1}\nfunctions:\n  f:\n    handler: app.handler\n    layers: ['${layer}']\n${settings}`,
    'app.js': "exports.handler = async () => require('greetings');",
    ...more,
  });
}

describe('a layer that is given by hand', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await newMachine({ environment: {} });
  });

  test.each([
    ['a folder, by its ARN', arn, 'layer'],
    ['a zip file, by its ARN', arn, 'layer.zip'],
    ['a folder, by its ARN without the version', arn.replace(/:7$/, ''), 'layer'],
  ])('is %s', async (_, name, path) => {
    const folder = await service(arn, { [`layer/${module.name}`]: module.content });
    await writeZip(join(folder, 'layer.zip'), [module]);
    const { value, said } = await invoke(folder, machine, '--layer', `${name}=${path}`);
    expect([value, said]).toEqual(['from the layer', expect.not.stringContaining('layer')]);
  });

  test('can have the handler', async () => {
    const files = {
      'layer/nodejs/it.js': "exports.handler = async () => 'handled by the layer';",
      'serverless.yml': `service: layered\nprovider: {name: aws, runtime: nodejs20.x, region: eu-west-1}\nfunctions:\n  f: {handler: /opt/nodejs/it.handler, layers: ['${arn}']}\n`,
    };
    const { value } = await invoke(await service(arn, files), machine, '--layer', `${arn}=layer`);
    expect(value).toBe('handled by the layer');
  });

  test('has extensions, which --no-extensions leaves out', async () => {
    const files = { 'layer/extensions/broken': '#!/bin/sh\nexit 3\n', [`layer/${module.name}`]: module.content };
    const folder = await service(arn, files);
    await chmod(join(folder, 'layer', 'extensions', 'broken'), 0o755);
    const args = ['--layer', `${arn}=layer`];
    if (process.platform !== 'win32') expect((await invoke(folder, machine, ...args)).code).toBe(1);
    expect(await invoke(folder, machine, ...args, '--no-extensions')).toMatchObject({ value: 'from the layer' });
  });

  test('has to be there', async () => {
    const { code, said } = await invoke(await service(arn), machine, '--layer', `${arn}=none`);
    expect([code, said]).toEqual([2, expect.stringContaining(`What is given for the layer ${arn}, none, is neither`)]);
  });

  test('that nobody gives is a warning that says how to', async () => {
    const { said } = await invoke(await service(arn), machine);
    expect(said).toContain(`The layer ${arn} of f is not in this project: the function runs without what it holds.`);
    expect(said).toContain('by `layers` (--layer ARN=PATH), or credentials that may lambda:GetLayerVersion');
  });
});

describe('a layer that the credentials may fetch', () => {
  let zip = Buffer.alloc(0);
  let answer: () => { status: number; type?: string; body: string };
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    if (request.url === '/content') {
      const interrupt = interruptions.shift();
      if (interrupt === undefined) response.end(zip);
      else interrupt(response);
      return;
    }
    const { status, type, body } = answer();
    response.writeHead(status, type === undefined ? {} : { 'x-amzn-ErrorType': type }).end(body);
  });
  let url = '';
  /** The next answers in the place of the content. */
  const interruptions: ((response: ServerResponse) => void)[] = [];
  const content = (sha256 = createHash('sha256').update(zip).digest('base64'), size = zip.length) => ({
    status: 200,
    body: JSON.stringify({ Content: { Location: `${url}/content`, CodeSha256: sha256, CodeSize: size } }),
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = await folderOf({});
    await writeZip(join(folder, 'layer.zip'), [module]);
    zip = await readFile(join(folder, 'layer.zip'));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const newAwsMachine = (): Promise<Machine> =>
    newMachine({
      environment: {
        AWS_ENDPOINT_URL_LAMBDA: url,
        AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_SESSION_TOKEN: 'token',
      },
    });

  test('is fetched once into the tool cache, by a signed request for its ARN', async () => {
    answer = content;
    const machine = await newAwsMachine();
    const folder = await service(arn);
    asked.length = 0;
    expect(await invoke(folder, machine)).toMatchObject({ value: 'from the layer' });
    expect(asked.map((request) => request.url)).toEqual([
      `/2018-10-31/layers?find=LayerVersion&Arn=${encodeURIComponent(arn)}`,
      '/content',
    ]);
    expect(asked[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/lambda\/aws4_request, SignedHeaders=host;.*x-amz-security-token, Signature=[0-9a-f]{64}$/,
    );
    expect(asked[1]?.headers.authorization).toBeUndefined();
    expect(await invoke(folder, machine)).toMatchObject({ value: 'from the layer' });
    expect(asked).toHaveLength(2);
    expect(await readdir(join(machine.tools, 'invoke-local-layers'))).toHaveLength(1);
  });

  test('is fetched again where the connection ends or the server is busy, and given up after that', async () => {
    answer = content;
    const cut = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': zip.length }).write(zip.subarray(0, 10), () => response.destroy());
    };
    interruptions.push(cut, (response) => response.writeHead(503).end());
    expect(await invoke(await service(arn), await newAwsMachine())).toMatchObject({ value: 'from the layer' });
    interruptions.push(cut, cut, cut);
    const { code, said } = await invoke(await service(arn), await newAwsMachine());
    expect([code, said]).toEqual([1, expect.stringContaining('the connection ended before all of it had come')]);
    expect(interruptions).toEqual([]);
  });

  test.each<[string, () => ReturnType<typeof answer>, RegExp]>([
    [
      'Lambda refuses it',
      () => ({ status: 403, type: 'AccessDeniedException', body: '{"Message":"User is not authorized"}' }),
      /is refused by AWS Lambda at .*\(AccessDeniedException: User is not authorized\)/,
    ],
    ['what comes is something else', () => content('bm90IGl0'), /what came is not what its CodeSha256 says/],
    ['it is larger than Lambda takes', () => content(undefined, 300 * 1024 * 1024), /are Lambda's limit/],
    ['there is nothing', () => ({ status: 200, body: '{}' }), /the answer names no content/],
  ])('is a warning that says why, where %s', async (_, says, expected) => {
    answer = says;
    const machine = await newAwsMachine();
    const { code, said } = await invoke(await service(arn), machine);
    expect([code, said]).toEqual([1, expect.stringMatching(expected)]);
    expect(await readdir(join(machine.tools, 'invoke-local-layers')).catch(() => [])).toEqual([]);
  });

  test.each([
    ['--no-fetch-layers', arn],
    ['', 'arn:aws:lambda:eu-west-1:123456789012:layer:without-a-version'],
  ])('is not asked for with %j and %s', async (flag, name) => {
    asked.length = 0;
    const { said } = await invoke(await service(name), await newAwsMachine(), ...(flag === '' ? [] : [flag]));
    expect([asked.length, said]).toEqual([0, expect.stringContaining('is not in this project')]);
  });
});

describe("AWS's layer of Powertools, whose content is published", () => {
  const powertools = 'arn:aws:lambda:eu-west-1:094274105915:layer:AWSLambdaPowertoolsTypeScriptV2:20';
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry({
      npm: [
        {
          name: '@aws-lambda-powertools/logger',
          version: '2.9.0',
          files: { 'index.js': "exports.Logger = require('@aws-lambda-powertools/commons').name;" },
          needs: { '@aws-lambda-powertools/commons': '^2' },
        },
        {
          name: '@aws-lambda-powertools/commons',
          version: '2.9.0',
          files: { 'index.js': "exports.name = 'commons';" },
        },
      ],
    });
  });
  afterAll(async () => {
    await registry[Symbol.asyncDispose]();
  });
  const app = { 'app.js': "exports.handler = async () => require('@aws-lambda-powertools/logger').Logger;" };

  test('comes from the registry when the function asks for it, without credentials', async () => {
    const { value, said } = await invoke(await service(powertools, app), await newMachine(registry));
    expect([value, said]).toEqual([
      'commons',
      expect.stringContaining('which the layer AWSLambdaPowertoolsTypeScriptV2 has'),
    ]);
    expect(said).not.toContain('is not in this project');
  });

  test('is a warning of old with --image-packages none', async () => {
    const machine = await newMachine(registry);
    const { code, said } = await invoke(await service(powertools, app), machine, '--image-packages', 'none');
    expect([code, said]).toEqual([1, expect.stringContaining(`The layer ${powertools} of f is not in this project`)]);
  });

  test('is not needed where the project has the package', async () => {
    const files = {
      'app.js': "exports.handler = async () => require('@aws-lambda-powertools/logger').Logger;",
      'node_modules/@aws-lambda-powertools/logger/package.json':
        '{"name":"@aws-lambda-powertools/logger","version":"2.0.0"}',
      'node_modules/@aws-lambda-powertools/logger/index.js': "exports.Logger = 'of the project';",
    };
    const before = registry.requests.length;
    const { value } = await invoke(await service(powertools, files), await newMachine(registry));
    expect([value, registry.requests.length]).toEqual(['of the project', before]);
  });
});
