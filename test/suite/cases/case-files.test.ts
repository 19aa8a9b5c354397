import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderWith } from '../folder.js';
import { caseOf, casesOf, collect, refusalOf } from './collecting.js';

describe('a case', () => {
  test('has everything that can be written, and the rest as it is where nothing is said', async () => {
    const folder = folderWith({
      'suite.yml': `
cases:
  - name: all of it
    function: price
    data: { id: 12345678901234567890, price: 1.10 }
    context: { clientContext: { custom: { tenant: a } } }
    env: { CURRENCY: EUR, DIGITS: 2, ROUND: true, RATE: 1.10 }
    stage: prod
    params: { table: orders }
    variables: { 'ssm:/shop/url': 'https://example.test' }
    timeout: 2.5
    repeat: 3
    skip: waits for the new queue
    only: true
    tags: [slow, money]
    expect: { status: error }
  - function: order
`,
    });
    const { cases, uncovered } = await collect(folder, { files: ['suite.yml'] });
    expect(uncovered).toEqual([]);
    expect(cases).toEqual([
      {
        name: 'all of it',
        function: 'price',
        event: { kind: 'data', text: '{"id":12345678901234567890,"price":1.10}' },
        raw: false,
        context: { data: '{"clientContext":{"custom":{"tenant":"a"}}}' },
        environment: { CURRENCY: 'EUR', DIGITS: '2', ROUND: 'true', RATE: '1.10' },
        stage: 'prod',
        params: { table: 'orders' },
        variables: { 'ssm:/shop/url': 'https://example.test' },
        timeoutMs: 2500,
        repeat: 3,
        skip: { reason: 'waits for the new queue' },
        only: true,
        tags: ['slow', 'money'],
        expect: { status: 'error' },
        origin: expect.objectContaining({ file: join(folder, 'suite.yml') }),
      },
      {
        name: 'order',
        function: 'order',
        event: { kind: 'none' },
        raw: false,
        context: {},
        environment: {},
        params: {},
        variables: {},
        repeat: 1,
        only: false,
        tags: [],
        expect: { status: 'success' },
        origin: expect.anything(),
      },
    ]);
  });

  test.each([
    ['data: { a: 1 }', { kind: 'data', text: '{"a":1}' }],
    ['data: null', { kind: 'data', text: 'null' }],
    ["data: ''", { kind: 'data', text: '' }],
    ['data: hello', { kind: 'data', text: 'hello' }],
    ['data: [1, 2.50]', { kind: 'data', text: '[1,2.50]' }],
    ['data-command: node event.js', { kind: 'command', command: 'node event.js' }],
    ['event: sqs', { kind: 'sample', sample: 'sqs', with: {} }],
    ['event: { sample: sqs, with: { body: { id: 1 } } }', { kind: 'sample', sample: 'sqs', with: { body: { id: 1 } } }],
    ['event-source: true', { kind: 'source', with: {} }],
    ['event-source: false', { kind: 'none' }],
    [
      'event-source: { type: httpApi, number: 2, with: { body: a } }',
      { kind: 'source', type: 'httpApi', number: 2, with: { body: 'a' } },
    ],
  ])('takes its event from `%s`', async (line, event) => {
    expect((await caseOf(`- { function: price, name: a }\n`.replace('}', `, ${line} }`))).event).toEqual(event);
  });

  test('finds its files from the folder of the case file on', async () => {
    const folder = folderWith({
      'test/suite.yml': '- { function: price, path: events/big.json, expect: { schema: "order.json#/$defs/a~1b" } }',
      'test/events/big.json': '{}',
      'test/order.json': '{}',
    });
    const [only] = (await collect(folder, { files: ['test/suite.yml'] })).cases;
    expect(only).toMatchObject({
      name: 'price big',
      event: { kind: 'path', path: join(folder, 'test', 'events', 'big.json') },
      expect: { schema: { file: join(folder, 'test', 'order.json'), pointer: '/$defs/a~1b' } },
    });
  });

  test('that is given inline has no place, and finds its files from the folder of the service on', async () => {
    const folder = folderWith({ 'events/a.json': '{}' });
    const [only] = (await collect(folder, { inline: '- { function: price, path: events/a.json }' })).cases;
    expect(only?.event).toEqual({ kind: 'path', path: join(folder, 'events', 'a.json') });
    expect(only?.origin.of([])).toBeUndefined();
  });

  test('knows where each of its keys stands, also those of the defaults, and of what is merged and aliased', async () => {
    const folder = folderWith({
      'suite.yml': `defaults:
  function: price
  expect:
    status: success
x-line: &line
  sku: a
cases:
  - name: one
    expect:
      output:
        items:
          - <<: *line
            total: 5
`,
    });
    const [only] = (await collect(folder, { files: ['suite.yml'] })).cases;
    const at = (...path: (string | number)[]) => {
      const { line, column } = only?.origin.of(path) ?? {};
      return [line, column];
    };
    expect(at()).toEqual([8, 5]);
    expect(at('function')).toEqual([2, 3]);
    expect(at('expect', 'status')).toEqual([4, 5]);
    expect(at('expect', 'output')).toEqual([10, 7]);
    expect(at('expect', 'output', 'items', 0)).toEqual([12, 13]);
    expect(at('expect', 'output', 'items', 0, 'total')).toEqual([13, 13]);
    expect(at('expect', 'output', 'items', 0, 'sku')).toEqual([6, 3]);
    expect(at('expect', 'output', 'items', 0, 'qty')).toEqual([12, 13]);
  });
});

describe('defaults', () => {
  test('fill in what a case does not say: mappings key by key, tags added', async () => {
    const [first, second] = await casesOf(`
defaults:
  function: price
  data: { a: 1 }
  env: { A: default, B: default }
  tags: [all]
  timeout: 5
  skip: not yet
  expect: { max-duration-ms: 100, output: { a: 1, b: 2 } }
cases:
  - name: first
    env: { B: own }
    tags: own
    skip: false
    expect: { output: { c: 3 } }
  - name: second
    function: order
    event: sqs
`);
    expect(first).toMatchObject({
      function: 'price',
      event: { kind: 'data' },
      environment: { A: 'default', B: 'own' },
      tags: ['all', 'own'],
      timeoutMs: 5000,
      expect: { maxDurationMs: 100, output: { members: new Map([['c', { kind: 'scalar', value: 3 }]]) } },
    });
    expect(first?.skip).toBeUndefined();
    expect(second).toMatchObject({ function: 'order', event: { kind: 'sample' }, skip: { reason: 'not yet' } });
  });
});

describe('defaults of what is expected of a response', () => {
  test('are no concern of a case that expects a failure', async () => {
    const cases = await casesOf(`
defaults: { function: price, expect: { headers: { a: b }, output: 1, exact: true, snapshot: true, log: x } }
cases:
  - { name: a, expect: { error: x } }
  - { name: b, expect: { status: timeout, output: { errorType: T } } }
  - { name: c, expect: { max-init-ms: 5 } }
`);
    expect(cases.map(({ expect: expected }) => Object.keys(expected))).toEqual([
      ['status', 'error', 'log'],
      ['status', 'output', 'log'],
      ['status', 'output', 'http', 'log', 'maxInitMs', 'snapshot'],
    ]);
  });
});

describe('a matrix', () => {
  const names = async (text: string) => (await casesOf(text)).map(({ name }) => name);

  test('of lists makes a case of each combination, with each value in the name and in every text', async () => {
    const cases = await casesOf(`
- name: price in \${matrix.currency}
  function: \${matrix.fn}
  matrix: { fn: [price, order], currency: [EUR, USD], quantity: [1] }
  data: { currency: '\${matrix.currency}', quantity: '\${matrix.quantity}', text: 'x\${ matrix.quantity }' }
  timeout: '\${matrix.quantity}'
`);
    expect(cases.map(({ name }) => name)).toEqual([
      'price in EUR (price, 1)',
      'price in USD (price, 1)',
      'price in EUR (order, 1)',
      'price in USD (order, 1)',
    ]);
    expect(cases[3]).toMatchObject({
      function: 'order',
      event: { kind: 'data', text: '{"currency":"USD","quantity":1,"text":"x1"}' },
      timeoutMs: 1000,
    });
  });

  test('of rows makes a case of each', async () => {
    const text = `
- function: price
  matrix: [{ data: { a: 1 }, total: 5 }, { data: { a: 2 }, total: 9007199254740993 }]
  data: \${matrix.data}
  expect: { output: { total: '\${matrix.total}' } }
`;
    expect(await names(text)).toEqual(['price ({"a":1}, 5)', 'price ({"a":2}, 9007199254740993)']);
    expect((await casesOf(text))[1]?.event).toEqual({ kind: 'data', text: '{"a":2}' });
  });

  test('never makes two cases of one name', async () => {
    expect(await names('- { function: price, name: a, matrix: { x: [b, b] } }')).toEqual(['a (b)', 'a (b) #2']);
  });

  test('of 10,000 rows is made in a moment', async () => {
    const digits = '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]';
    const cases = await casesOf(`
- function: price
  matrix: { a: ${digits}, b: ${digits}, c: ${digits}, d: ${digits} }
  data: { n: '\${matrix.a}\${matrix.b}' }
  expect: { output: { n: '\${matrix.a}' } }
`);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(10_000);
  });
});

describe('several sources', () => {
  const files = {
    'a.suite.yml': '- { function: price, name: a }',
    'b/b.suite.json': '[{ "function": "price", "name": "b" }]',
    'b/c.suite.yaml': 'cases: [{ function: price, name: c }]',
    'node_modules/x/d.suite.yml': '- { function: price, name: d }',
    'odd [name].yml': '- { function: price, name: odd }',
  };
  const names = async (patterns: readonly string[]) =>
    (await collect(folderWith(files), { files: patterns })).cases.map(({ name }) => name);

  test('add up in their order, each file once', async () => {
    expect(await names(['b/c.suite.yaml', '**/*.suite.{yml,yaml,json}'])).toEqual(['c', 'a', 'b']);
    expect(await names(['**/*.suite.*', '!b/**'])).toEqual(['a']);
    expect(await names(['odd [name].yml'])).toEqual(['odd']);
    const inline = await collect(folderWith(files), {
      files: ['a.suite.yml'],
      inline: '- { function: price, name: a }',
    });
    expect(inline.cases.map(({ name }) => name)).toEqual(['a', 'a']);
  });

  test('that name no file are refused, unless they may', async () => {
    const folder = folderWith(files);
    const { message } = await refusalOf(collect(folder, { files: ['a.suite.yml', 'nothing.yml', 'x/**/*.yml'] }));
    expect(message).toBe('There is no case file nothing.yml, x/**/*.yml.');
    expect((await collect(folder, { files: ['nothing.yml'], allowEmpty: true })).cases).toEqual([]);
  });
});
