import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { invokeStep } from '../action/end-to-end/step.js';
import { run } from '../cli/command.js';
import { folderOf } from '../service/open-folder.js';
import { compose } from './compose.js';
import { recordedAnswer } from './recorded-answer.js';

const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
const names = ['QUEUE', 'STAGE_PARAM', 'USER_PARAM', 'URL', 'SHARED', 'STAGE', 'AWS_REGION'];
const handler = `const names = ${JSON.stringify(names)};
exports.handler = async () => Object.fromEntries(names.map((name) => [name, process.env[name] ?? null]));\n`;

/** The files of a service in a folder, whose function shows the params that it is given. */
function service(folder: string, head = '', file = 'serverless.yml'): Record<string, string> {
  const param = (name: string): string => `\${param:${name}, 'none'}`;
  return {
    [`${folder}/${file}`]: `service: ${folder.replaceAll('/', '-')}
${head}provider: {name: aws, runtime: ${runtime}, stage: own, region: eu-west-1}
functions:
  show:
    handler: h.handler
    environment:
      QUEUE: ${param('queueUrl')}
      STAGE_PARAM: ${param('stageName')}
      USER_PARAM: ${param('user')}
      URL: ${param('url')}
      SHARED: ${param('shared')}
      STAGE: \${sls:stage}
  ${folder.split('/').at(-1)}Only: {handler: h.handler}
resources: {Outputs: {QueueUrl: {Value: q}, Host: {Value: h}}}
`,
    [`${folder}/h.js`]: handler,
  };
}

const composition = `services:
  platform:
    path: services/platform
  rest-api:
    path: ./services/rest-api
    dependsOn: [platform]
    params:
      queueUrl: \${platform.QueueUrl}
      stageName: stage-\${sls:stage}
      user: \${env:WHO}
      url: https://\${platform.Host}/\${sls:stage}/v1
  consumer:
    path: consumer
    config: serverless.other.yml
    region: eu-west-3
    params: {queueUrl: 5, shared: true}
`;

const files: Readonly<Record<string, string>> = {
  'serverless-compose.yml': composition,
  ...service('services/platform'),
  ...service('services/rest-api', 'params: {default: {user: own, shared: own}}\n'),
  ...service('consumer', '', 'serverless.other.yml'),
};

const outputs = { QueueUrl: 'https://queue.test/1', Host: 'api.test' };
const answers = Object.entries(outputs).flatMap(([name, value]) => ['--variable', `platform.${name}=${value}`]);

/** Runs the command in a folder; `shown` is what the function returned. */
async function invoke(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: folder, env: { WHO: 'ada', ...env } };
  const { code, stdout, stderr } = await run(['-w', folder, '-d', '{}', '-q', ...args], options);
  return { code, shown: code === 0 ? JSON.parse(stdout.toString()) : undefined, said: stderr.toString() };
}

describe('a function of a composition', () => {
  test('gets the params of its service, and answers of `variables` for the outputs of others', async () => {
    const expected = {
      QUEUE: 'https://queue.test/1',
      STAGE_PARAM: 'stage-dev',
      USER_PARAM: 'ada',
      URL: 'https://api.test/dev/v1',
      SHARED: 'own',
      STAGE: 'dev',
      AWS_REGION: 'eu-west-1',
    };
    const folder = await folderOf(files);
    expect(await invoke(folder, ['-f', 'rest-api/show', ...answers])).toEqual({ code: 0, shown: expected, said: '' });
    expect((await invoke(folder, ['-f', 'show', '--service', 'rest-api', ...answers])).shown).toEqual(expected);
    expect(
      (await invoke(folder, ['-f', 'services-rest-api-dev-show', '--service', 'rest-api', ...answers])).shown,
    ).toEqual(expected);
  });

  test('gets the configuration, the region and the stage that the composition says', async () => {
    const folder = await folderOf(files);
    const { shown } = await invoke(folder, ['-f', 'consumer/show', '-s', 'prod']);
    expect(shown).toMatchObject({ QUEUE: '5', SHARED: 'true', STAGE: 'prod', AWS_REGION: 'eu-west-3' });
    const given = await invoke(folder, ['-f', 'consumer/show', '-r', 'us-west-2', '--param', 'queueUrl=given']);
    expect(given.shown).toMatchObject({ QUEUE: 'given', STAGE: 'dev', AWS_REGION: 'us-west-2' });
  });

  test('is run by the action, with answers from a file', async () => {
    const workspace = await folderOf({ ...files, 'answers.env': 'platform.QueueUrl=q-1\nplatform.Host=h-1\n' });
    const step = await invokeStep({
      service: '.',
      workspace,
      env: { WHO: 'ada' },
      with: { function: 'show', service: 'rest-api', data: '{}', 'variables-file': 'answers.env' },
    });
    expect(step.outcome).toBe('success');
    expect(JSON.parse(step.outputs['output'] ?? '')).toMatchObject({ QUEUE: 'q-1', URL: 'https://h-1/dev/v1' });
  });

  test.each([
    ['serverless-compose.yaml', composition],
    ['serverless-compose.json', JSON.stringify({ services: { 'rest-api': { path: 'services/rest-api' } } })],
    [
      'serverless-compose.js',
      "module.exports = async () => ({ services: { 'rest-api': { path: 'services/rest-api' } } });",
    ],
    [
      'serverless-compose.ts',
      "const path: string = 'services/rest-api';\nexport default { services: { 'rest-api': { path } } };",
    ],
  ])('is found by %s', async (name, text) => {
    const { 'serverless-compose.yml': _, ...services } = files;
    const folder = await folderOf({ ...services, [name]: text });
    expect((await invoke(folder, ['-f', 'rest-api/show', ...answers])).shown).toMatchObject({ SHARED: 'own' });
    const elsewhere = await folderOf({ ...services, [name.replace('compose', 'compose.prod')]: text });
    const config = name.replace('compose', 'compose.prod');
    expect((await invoke(elsewhere, ['-c', config, '-f', 'rest-api/show', ...answers])).shown).toMatchObject({
      SHARED: 'own',
    });
  });
});

describe('a service of version 4 in a composition', () => {
  const four = "frameworkVersion: '4'\nstages: {default: {params: {user: own}}}\n";
  const composed = `stages:
  default: {params: {shared: of-all, user: lost, stageName: lost}, resolvers: {keys: {type: vault, address: "\${env:VAULT}", token: t}}}
  own: {params: {shared: of-another-stage}}
services:
  platform: {path: platform}
  api:
    path: api
    region: eu-west-3
    params: {queueUrl: "\${platform.QueueUrl}", stageName: "\${env:OF_ROOT}", user: of-composition, url: "\${self:custom.url}"}
custom: {url: u-1}
`;
  const filesOfFour: Readonly<Record<string, string>> = {
    'serverless-compose.yml': composed,
    '.env': 'OF_ROOT=root\nOF_BOTH=root\n',
    ...service('platform', four),
    ...service('api', four),
    'api/.env': 'OF_BOTH=service\nOF_SERVICE=service\n',
  };

  test('has its own params and stage first, then those of the service, then those of all', async () => {
    const { shown, said } = await invoke(await folderOf(filesOfFour), ['-f', 'api/show', ...answers]);
    expect(shown).toEqual({
      QUEUE: 'https://queue.test/1',
      STAGE_PARAM: 'root',
      USER_PARAM: 'own',
      URL: 'u-1',
      SHARED: 'of-all',
      STAGE: 'own',
      AWS_REGION: 'eu-west-1',
    });
    expect(said).toBe('');
  });

  test('has the variables of the `.env` files beside the composition, and says what version 4 does not know', async () => {
    const show = 'exports.handler = async () => [process.env.OF_ROOT, process.env.OF_BOTH, process.env.OF_SERVICE];';
    const folder = await folderOf({ ...filesOfFour, 'api/h.js': show });
    const { stdout, stderr } = await run(['-w', folder, '-d', '{}', '-f', 'api/show', ...answers]);
    expect(JSON.parse(stdout.toString())).toEqual(['root', 'root', 'service']);
    expect(stderr.toString()).toContain('services.api.region is not looked at');
  });

  test('has the resolvers of the composition', async () => {
    const vault = createServer((request, response) => {
      const token = request.headers['x-vault-token'];
      response.end(JSON.stringify({ data: { password: `${request.url} by ${token}` } }));
    });
    await new Promise<void>((resolve) => vault.listen(0, '127.0.0.1', resolve));
    try {
      const folder = await folderOf({
        ...filesOfFour,
        'api/serverless.yml': `${filesOfFour['api/serverless.yml']}`.replace(
          /USER_PARAM: .*/,
          'USER_PARAM: ${keys:kv/app/password}',
        ),
      });
      const address = `http://127.0.0.1:${(vault.address() as AddressInfo).port}`;
      const { shown } = await invoke(folder, ['-f', 'api/show', ...answers], { VAULT: address });
      expect(shown).toMatchObject({ USER_PARAM: '/v1/kv/app by t' });
    } finally {
      vault.close();
    }
  });
});

describe('an output of another service', () => {
  const asked: string[] = [];
  const cloudFormation = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (body: string) => {
      const stack = new URLSearchParams(body).get('StackName') ?? '';
      const region = /\/([\w-]+)\/cloudformation\//.exec(request.headers.authorization ?? '')?.[1];
      asked.push(`${stack} in ${region}`);
      const members = Object.entries(outputs).map(
        ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
      );
      if (stack.includes('gone')) {
        const error = `<Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id ${stack} does not exist</Message></Error>`;
        response.writeHead(400).end(`<ErrorResponse>${error}</ErrorResponse>`);
      } else {
        response.end(
          `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${stack}</StackName><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
        );
      }
    });
  });
  let aws: NodeJS.ProcessEnv = {};

  beforeAll(async () => {
    await new Promise<void>((resolve) => cloudFormation.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}`;
    aws = { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };
  });

  afterAll(() => {
    cloudFormation.closeAllConnections();
    cloudFormation.close();
  });

  test('is that of its stack, asked once in its own region', async () => {
    const { shown, said } = await invoke(await folderOf(files), ['-f', 'rest-api/show'], aws);
    expect([shown, said]).toEqual([
      expect.objectContaining({ QUEUE: 'https://queue.test/1', URL: 'https://api.test/dev/v1' }),
      '',
    ]);
    expect(asked).toEqual(['services-platform-dev in eu-west-1']);
  });

  test.each([
    [
      'QueueUrl',
      'QueueUri',
      'the stack services-platform-dev of eu-west-1 has no output QueueUri; it has QueueUrl, Host',
    ],
    ['QueueUri', 'QueueUri', 'Did you mean ${platform.QueueUrl}?'],
  ])('that the stack does not have is an error with what there is', async (_, output, expected) => {
    const text = composition.replace('platform.QueueUrl', `platform.${output}`);
    const { code, said } = await invoke(
      await folderOf({ ...files, 'serverless-compose.yml': text }),
      ['-f', 'rest-api/show'],
      aws,
    );
    expect(code).toBe(2);
    expect(said).toContain(expected);
    expect(said).toContain(`platform.${output}=…`);
    expect(said).toContain('serverless-compose.yml:8:17');
  });

  test('of a stack that is not deployed is an error', async () => {
    const gone =
      files['services/platform/serverless.yml']?.replace('service: services-platform', 'service: gone') ?? '';
    const folder = await folderOf({ ...files, 'services/platform/serverless.yml': gone });
    const { said } = await invoke(folder, ['-f', 'rest-api/show'], aws);
    expect(said).toContain('the stack gone-dev of eu-west-1 does not exist.');
  });

  test('without credentials is an error with the lines to add', async () => {
    const { said } = await invoke(await folderOf(files), ['-f', 'rest-api/show']);
    expect(said).toContain('The variable ${platform.QueueUrl} of services.rest-api.params.queueUrl in ');
    expect(said).toContain('(needed by functions.show.environment.QUEUE) needs AWS CloudFormation');
    expect(said).toContain('Also without a value: URL (`platform.Host=…`).');
  });
});

describe('a request that names no service', () => {
  test.each([
    [[], 'No function was named, and serverless-compose.yml has several services.'],
    [['-f', 'show'], 'Did you mean platform/show or rest-api/show or consumer/show? '],
    [['-f', 'consumerOnly'], 'Did you mean consumer/consumerOnly? '],
  ])('is an error with all that there is: %j', async (args, expected) => {
    const { code, said } = await invoke(await folderOf(files), args);
    expect(code).toBe(2);
    expect(said).toContain(expected);
    expect(said).toContain(
      'Name one as SERVICE/FUNCTION: platform/show, platform/platformOnly, rest-api/show, rest-api/rest-apiOnly, consumer/show, consumer/consumerOnly.',
    );
  });

  test('names the services whose functions it can not read', async () => {
    const { said } = await invoke(await folderOf({ ...files, 'services/platform/serverless.yml': 'a: b: c' }), []);
    expect(said).toContain('Name one as SERVICE/FUNCTION: rest-api/show');
    expect(said).toContain('The functions of platform are not known here.');
  });
});

describe('a mistake', () => {
  test.each<[string, string, readonly string[], string]>([
    ['an unknown service', composition, ['-f', 'rest-apo/show'], 'Did you mean rest-api?'],
    ['an unknown function', composition, ['-f', 'rest-api/shown'], 'There is no function shown in the service.'],
    ['no `services`', 'service: x\n', ['-f', 'a/b'], 'services is missing: the composition names no service.'],
    [
      'a service that is no mapping',
      'services: {a: b}\n',
      ['-f', 'a/b'],
      'services.a must be a mapping, and is a string.',
    ],
    ['no path', 'services: {a: {params: {}}}\n', ['-f', 'a/b'], 'services.a.path is missing.'],
    [
      'the own folder',
      'services: {a: {path: ./}}\n',
      ['-f', 'a/b'],
      "services.a.path leads to the composition's own folder.",
    ],
    [
      'a folder that is not there',
      'services: {a: {path: nope}}\n',
      ['-f', 'a/b'],
      'services.a.path leads to nope, which is no folder.',
    ],
    [
      'a component',
      'services: {a: {path: x, component: aws-sam}}\n',
      ['-f', 'a/b'],
      'services.a.component is aws-sam: only',
    ],
    [
      'a circle',
      'services: {a: {path: x, dependsOn: b}, b: {path: y, params: {u: "${a.Url}"}}}\n',
      ['-f', 'a/b'],
      'wait for each other: a -> b -> a.',
    ],
    [
      'an unknown dependency',
      'services: {a: {path: x, dependsOn: bb}}\n',
      ['-f', 'a/b'],
      'services.a.dependsOn names the service bb',
    ],
    [
      'an output of nobody',
      'services: {a: {path: x, params: {u: "${bb.Url}"}}}\n',
      ['-f', 'a/b'],
      'services.a.params.u names the service bb',
    ],
    [
      'an unknown variable',
      composition.replace('env:WHO', 'env:NOBODY'),
      ['-f', 'rest-api/show', ...answers],
      'services.rest-api.params.user in ',
    ],
  ])('%s is an error that says where', async (_, text, args, expected) => {
    const { code, said } = await invoke(await folderOf({ ...files, 'serverless-compose.yml': text }), args);
    expect(code).toBe(2);
    expect(said).toContain(expected);
    expect(said).not.toMatch(/\n {4}at /);
  });

  test('a service that is named where there is no composition', async () => {
    const folder = await folderOf(service('alone'));
    const { code, said } = await invoke(`${folder}/alone`, ['-f', 'show', '--service', 'rest-api']);
    expect(code).toBe(2);
    expect(said).toContain('The service rest-api was named, and there is no composition in ');
  });

  test('a param that a composition would give has a hint, where the service runs alone', async () => {
    const alone =
      files['services/rest-api/serverless.yml']?.replace("${param:queueUrl, 'none'}", '${param:queueUrl}') ?? '';
    const folder = await folderOf({ ...files, 'services/rest-api/serverless.yml': alone });
    const { said } = await invoke(`${folder}/services/rest-api`, ['-f', 'show']);
    expect(said).toMatch(/Where .*serverless-compose\.yml gives it, run in that folder, and name the service too/);
  });
});

describe('beside @serverless/compose', () => {
  // It starts `serverless` as a shell script.
  const compared = process.platform === 'win32' ? test.skip : test;
  const state = { components: { platform: { outputs } } };

  compared.each<[string, readonly string[]]>([
    ['rest-api', []],
    ['rest-api', ['--stage', 'prod']],
    ['consumer', []],
    ['consumer', ['--stage', 'prod']],
    ['platform', ['--region', 'us-west-2']],
  ])('the function of %s sees the same, with %j', async (name, args) => {
    const folder = await folderOf({
      ...files,
      '.serverless/state.dev.json': JSON.stringify(state),
      '.serverless/state.prod.json': JSON.stringify(state),
    });
    const question = {
      name: ['compositions', [name, ...args].join(' ')],
      program: compose.name,
      folder,
      args: [name, ...args],
      runtimes: [runtime],
    } as const;
    const theirs = await recordedAnswer(question, () =>
      compose.invoke(folder, name, ['-f', 'show', '-d', '{}', ...args], { WHO: 'ada' }),
    );
    const ours = await invoke(folder, ['-f', `${name}/show`, ...args, ...(name === 'rest-api' ? answers : [])]);
    expect(ours.shown).toEqual(JSON.parse(theirs));
  });
});
