import { expect, test } from '@jest/globals';
import { openFiles } from '../open-folder.js';

const configuration = `service: svc
provider: {name: aws, runtime: nodejs22.x}
functions:
  - \${file(a.yml)}
  - \${file(b.yml)}
  - \${file(c.yml)}
`;

/** A service whose functions have a file each, with other contents of some. */
const filesOf = (others: Readonly<Record<string, string>> = {}) => ({
  'serverless.yml': configuration,
  'a.yml': 'a:\n  handler: a.handler\n  timeout: 1\n',
  'b.yml': 'b:\n  handler: b.handler\n  name: full-b\n',
  'c.yml': 'c:\n  handler: c.handler\n',
  ...others,
});

test('a function in a file of its own is found by its key and by its full name', async () => {
  const service = await openFiles(filesOf());
  expect((await service.load('b')).handler).toBe('b.handler');
  expect((await service.load('full-b')).key).toBe('b');
  expect((await service.load('svc-dev-c')).key).toBe('c');
  expect(await service.names()).toEqual(['a', 'b', 'c']);
});

test('what several files say of a function is merged', async () => {
  const service = await openFiles(filesOf({ 'c.yml': 'c:\n  handler: c.handler\na:\n  timeout: 7\n' }));
  const { handler, timeoutMs } = await service.load('a');
  expect([handler, timeoutMs]).toEqual(['a.handler', 7000]);
});

test('a function that no file has is named with those that there are', async () => {
  await expect((await openFiles(filesOf())).load('d')).rejects.toThrow('Its functions are a, b, c.');
});

test('an answer stands for a file', async () => {
  const service = await openFiles(filesOf(), { variables: { 'file(a.yml)': '{"b": {"timeout": 9}}' } });
  expect((await service.load('b')).timeoutMs).toBe(9000);
});

test.each([
  ['does not parse', { 'b.yml': 'b: [\n' }, 'b.yml'],
  ['has a key twice', { 'b.yml': 'b:\n  handler: b.handler\nb:\n  handler: b.other\n' }, 'b.yml'],
  ['is no mapping', { 'b.yml': '- b\n' }, 'functions'],
  ['is text', { 'b.yml': 'text\n' }, 'functions'],
])('the file of another function that %s is an error, as in a deploy', async (_, files, named) => {
  await expect((await openFiles(filesOf(files))).load('a')).rejects.toThrow(named);
});

test('the file of another function that is not there is an error, as in a deploy', async () => {
  const { 'b.yml': _, ...files } = filesOf();
  await expect((await openFiles(files)).load('a')).rejects.toThrow('b.yml');
});
