import { expect, test } from '@jest/globals';
import { collect } from './cases/collecting.js';
import { folderWith } from './folder.js';
import { runCases } from './run-cases.js';

const files = {
  'serverless.yml': `
service: echo
provider: { name: aws, runtime: nodejs22.x, region: eu-west-1 }
functions:
  echo: { handler: handler.echo, events: [{ httpApi: "GET /orders/{id}" }] }
  fails: { handler: handler.fails }
  slow: { handler: handler.slow }
  crashes: { handler: handler.crashes }
`,
  'handler.js': `
exports.echo = async (event, context) => {
  console.log('seen', typeof event);
  return { event, custom: context.clientContext?.custom, secret: process.env.SECRET };
};
exports.fails = async () => { throw new RangeError('too many\\nitems'); };
exports.slow = () => new Promise(() => setTimeout(() => {}, 60_000));
exports.crashes = async () => process.exit(3);
`,
  'events/module.js': 'module.exports = { from: "module" };',
  'suite.yml': `
defaults: { function: echo }
cases:
  - { name: nothing, expect: { output: { event: {} }, exact: false } }
  - { name: a value, data: { id: 12345678901234567890 }, expect: { output: { event: { id: any(integer) } } } }
  - { name: a text, data: hello, expect: { output: { event: hello }, log: seen string } }
  - { name: JSON in a text, data: '{"a": 1}', expect: { output: { event: { a: 1 } } } }
  - { name: a raw text, data: '{"a": 1}', raw: true, expect: { output: { event: '{"a": 1}' } } }
  - { name: a module, path: events/module.js, expect: { output: { event: { from: module } } } }
  - { name: a command, data-command: 'echo "[1, 2]"', expect: { output: { event: [1, 2] } } }
  - { name: a sample, event: { sample: sns, with: { message: { a: 1 } } }, expect: { output: { event: { Records: [{ Sns: { Message: '{"a":1}' } }] } } } }
  - { name: its own event, event-source: true, expect: { output: { event: { routeKey: "GET /orders/{id}", pathParameters: { id: "1" } } } } }
  - { name: a context and a variable, context: { clientContext: { custom: { tenant: a } } }, env: { SECRET: 5 }, expect: { output: { custom: { tenant: a }, secret: "5" } } }
  - { name: an error, function: fails, expect: { error: { type: RangeError, message: /^too many\\s+items$/ } } }
  - { name: a crash, function: crashes, expect: { status: crash, error: { type: Runtime.ExitError } } }
`,
};

test('each kind of event, and what else a case gives to a function, comes to it', async () => {
  const folder = folderWith(files);
  const { cases } = await collect(folder, { files: ['suite.yml'] });
  expect((await runCases(folder, cases)).filter(([, found]) => found.length > 0)).toEqual([]);
});

test('a function that ends otherwise than expected is told with its own words', async () => {
  const folder = folderWith({
    ...files,
    'suite.yml': '[{ function: fails }, { function: crashes, expect: { status: error } }]',
  });
  const { cases } = await collect(folder, { files: ['suite.yml'] });
  const messages = (await runCases(folder, cases)).map(([, [finding]]) => finding?.message);
  expect(messages[0]).toBe('The function failed (RangeError: too many items), and should have succeeded.');
  expect(messages[1]).toMatch(
    /^The function crashed \(Runtime\.ExitError: .*\), and should have failed with an error\.$/,
  );
});
