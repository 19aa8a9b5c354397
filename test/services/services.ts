import type { RunOptions } from './run-function.js';

/** One invocation of a function, and the response that it has to give. */
export interface ServiceCase extends RunOptions {
  /** The function's key. */
  readonly function: string;
  /** The full name that it is asked for by, where that is not its key. */
  readonly fullName?: string;
  readonly response: unknown;
}

/** A whole service under `test/fixtures/services/`. */
export interface RealisticService {
  /** Its folder, below `test/fixtures/services/`. */
  readonly folder: string;
  /** What projects it stands for. */
  readonly what: string;
  readonly cases: readonly ServiceCase[];
}

const json = (value: unknown): string => JSON.stringify(value);
const api = (statusCode: number, stage: string, body: unknown): unknown => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'x-stage': stage },
  body: json(body),
});

const emma = { isbn: '1', title: 'Emma' };
const persuasion = { isbn: '2', title: 'Persuasion' };

const restApi: RealisticService = {
  folder: 'rest-api',
  what: 'a REST API with stages, parameters and an anchor',
  cases: [
    {
      function: 'list',
      response: api(200, 'dev', { table: 'bookshop-dev-books', limit: 20, books: [emma, persuasion] }),
    },
    {
      function: 'list',
      stage: 'prod',
      event: { queryStringParameters: { limit: '1' } },
      response: api(200, 'prod', { table: 'bookshop-prod-books', limit: 1, books: [emma] }),
    },
    {
      function: 'get',
      event: { pathParameters: { isbn: '2' } },
      response: api(200, 'dev', { ...persuasion, self: 'https://dev.books.test/v1/books/2', memory: '128' }),
    },
    {
      function: 'get',
      stage: 'prod',
      event: { pathParameters: { isbn: '3' } },
      response: api(404, 'prod', { message: 'There is no book 3.' }),
    },
    {
      function: 'create',
      event: { body: json({ isbn: '4', price: 12 }) },
      response: api(201, 'dev', { isbn: '4', price: '12 EUR', by: 'bookshop-dev-write-a', release: null }),
    },
    {
      function: 'create',
      fullName: 'bookshop-prod-write-b',
      stage: 'prod',
      params: { suffix: 'b', currency: 'CHF' },
      event: { body: json({ price: 9 }) },
      response: api(201, 'prod', { price: '9 CHF', by: 'bookshop-prod-write-b', release: null }),
    },
    {
      function: 'authorize',
      event: { headers: { authorization: 'Bearer dev.books.test' } },
      response: {
        principalId: 'reader',
        policyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Action: 'execute-api:Invoke',
              Effect: 'Allow',
              Resource: 'arn:aws:execute-api:eu-central-1:*:*/dev/GET/*',
            },
          ],
        },
      },
    },
    { function: 'nightly', host: { DEBUG: 'TRUE' }, response: { debug: 'true', remaining: true } },
  ],
};

const monorepo: RealisticService = {
  folder: 'monorepo/services/billing',
  what: 'a service below its workspace, with files of the workspace',
  cases: [
    {
      function: 'invoice',
      event: { customer: 'Ada', cents: 1250 },
      response: { text: 'Ada owes 12.50 EUR.', ledger: 'billing-dev', terms: 'Payable within 14 days.\n', root: true },
    },
    {
      function: 'refund',
      stage: 'prod',
      event: { cents: 5 },
      response: { refunded: '0.05 CHF', ledger: 'billing-prod', team: 'payments' },
    },
  ],
};

const typescriptEsbuild: RealisticService = {
  folder: 'typescript-esbuild',
  what: 'TypeScript with path aliases, built by a bundler plugin',
  cases: [
    {
      function: 'search',
      event: { kind: 'Map' },
      response: {
        index: 'catalogue-dev',
        channel: 'stable',
        query: 'query Search { items { title } }',
        titles: ['Concord'],
      },
    },
    { function: 'rank', event: { ids: [1, 2] }, response: { scores: [9, 10.5], calls: 2 } },
  ],
};

const pythonLayers: RealisticService = {
  folder: 'python-layers',
  what: 'Python with layers',
  cases: [
    {
      function: 'render',
      event: { items: [1, 2] },
      response: { text: 'Draft: 2 items', bucket: 'reports-dev-us-west-2', function: 'reports-dev-render' },
    },
    {
      function: 'render',
      stage: 'prod',
      event: { items: [1] },
      response: { text: 'Report: 1 item', bucket: 'reports-prod-us-west-2', function: 'reports-prod-render' },
    },
    {
      function: 'totals',
      event: { amounts: ['1.10', '2.15'] },
      response: { total: 3.25, of: '2 amounts', retries: 3 },
    },
    { function: 'plain', event: { a: [1] }, response: { shared: false, event: { a: [1] } } },
  ],
};

const session = { domain: 'dev.sessions.test', most: 10, signed: 'c2lnbmVk', escaped: '${self:service}' };

const jsConfig: RealisticService = {
  folder: 'js-config',
  what: 'a configuration in JavaScript, with resolver functions',
  cases: [
    { function: 'open', event: { user: 'ada' }, response: { ...session, action: 'open', user: 'ada' } },
    {
      function: 'close',
      stage: 'prod',
      response: { ...session, domain: 'prod.sessions.test', most: 1000, action: 'close', memory: '256' },
    },
  ],
};

const tsConfig: RealisticService = {
  folder: 'ts-config',
  what: 'a configuration in TypeScript',
  cases: [
    { function: 'hello', event: { name: 'Ada' }, response: { text: 'Hello, Ada!', region: 'ap-southeast-2' } },
    { function: 'shout', event: { name: 'Ada' }, host: { GREETING: 'Hey' }, response: 'HEY, ADA' },
  ],
};

const functionFiles: RealisticService = {
  folder: 'function-files',
  what: 'a list of function files, with dotenv',
  cases: [
    {
      function: 'open-thread',
      response: {
        kind: 'thread',
        host: 'api.forum.test',
        token: 'general',
        extended: 'yes',
        name: 'forum-dev-open-thread',
      },
    },
    {
      function: 'close_thread',
      stage: 'staging',
      response: { kind: 'closed thread', host: 'api.staging.forum.test', token: 'none', name: 'forum-staging-closer' },
    },
    {
      function: 'post',
      stage: 'staging',
      event: { text: 'Good morning' },
      response: { text: 'Good ', preview: 'true', hasToken: false },
    },
  ],
};

const eventPipeline: RealisticService = {
  folder: 'event-pipeline',
  what: 'queues and tables, with intrinsic functions in the environment',
  cases: [
    {
      function: 'ingest',
      event: {
        Records: [
          { messageId: 'a', body: '{"celsius":4}' },
          { messageId: 'b', body: '{}' },
        ],
      },
      response: {
        batchItemFailures: [{ itemIdentifier: 'b' }],
        table: 'pipeline-dev-readings',
        queue: [
          'https://sqs.eu-west-2.amazonaws.com/123456789012/pipeline-dev-work',
          'arn:aws:sqs:eu-west-2:123456789012:pipeline-dev-work',
        ],
        endpoint: 'https://london.test/eu-west-2/pipeline-dev-work',
      },
    },
    {
      function: 'notify',
      stage: 'live',
      variables: { 'import:platform-key': 'k-1' },
      response: {
        topic: 'arn:aws:sns:eu-west-2:123456789012:alerts',
        mode: 'quiet',
        first: 'pipeline',
        isPeerOfSameAccount: true,
        peer: 'pipeline-live-ingest',
        key: 'k-1',
        hasNothing: false,
      },
    },
  ],
};

const remoteVariables: RealisticService = {
  folder: 'remote-variables',
  what: 'values of remote services, answered offline',
  cases: [
    {
      function: 'charge',
      event: { cents: 7 },
      variables: {
        'ssm:/payments/dev/database-url': 'postgres://localhost/payments?ssl=false',
        'aws:accountId': '999900001111',
        'ssm:/aws/reference/secretsmanager/payments/provider': '{"key":"k-2"}',
        'ssm:/payments/hosts': 'a.test',
        'cf(eu-west-1):platform-dev.QueueUrl': 'https://queue.test/1',
      },
      response: {
        cents: 7,
        url: 'postgres://localhost/payments?ssl=false',
        account: '999900001111',
        key: 'k-2',
        hosts: 'a.test',
        queue: 'https://queue.test/1',
      },
    },
    {
      function: 'terms',
      variables: {
        'ssm:/payments/dev/database-url': 'postgres://localhost/payments',
        'aws:accountId': '999900001111',
        's3:payments-texts/terms.txt': 'Pay ${self:custom.provider} in time.',
        'git:sha1': 'abc1234',
      },
      response: { terms: 'Pay ${self:custom.provider} in time.', commit: 'abc1234', account: '999900001111' },
    },
  ],
};

const version4: RealisticService = {
  folder: 'version-4',
  what: "version 4's stages, dotenv and TypeScript build",
  cases: [
    {
      function: 'plan',
      event: { stops: [{ name: 'Olten', minute: 4 }] },
      response: { stops: ['Olten at 4'], host: 'dev.journeys.test', built: 'journeys', within: true },
    },
    {
      function: 'track',
      stage: 'prod',
      event: { id: 5 },
      response: {
        page: '<p class="track">track-prod-5</p>',
        retries: '3',
        secret: 'from-env',
        stage: 'general',
        literal: '${HOME}/x',
      },
    },
  ],
};

/** All of them. */
export const realisticServices: readonly RealisticService[] = [
  restApi,
  monorepo,
  typescriptEsbuild,
  pythonLayers,
  jsConfig,
  tsConfig,
  functionFiles,
  eventPipeline,
  remoteVariables,
  version4,
];
