import { expect, test } from '@jest/globals';
import { run, serviceOf } from './run-service.js';

const files = {
  'src/app.js': 'exports.handler = async (event) => event;\n',
  'src/kind.ts': 'export enum Kind { Created = "created" }\n',
};

test.each([
  ['a value', "import { Kind } from './src/kind';\nexport default { kind: Kind.Created };\n"],
  [
    'a function that returns it',
    "import { Kind } from './src/kind';\nexport default async (): Promise<object> => ({ kind: Kind.Created });\n",
  ],
])('an event file in TypeScript gives its default export: %s', async (_, text) => {
  const folder = await serviceOf({ ...files, 'event.ts': text });
  const { value } = await run(folder, 'f', { path: 'event.ts' });
  expect(value).toEqual({ kind: 'created' });
});

test('an event file in TypeScript that throws is pointed at by its own line', async () => {
  const text =
    'interface Event {\n  readonly a: number;\n}\nexport default (): Event => {\n  throw new Error("no");\n};\n';
  const folder = await serviceOf({ ...files, 'event.ts': text });
  const failure = await run(folder, 'f', { path: 'event.ts' }).catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'UserError', diagnostic: { location: { line: 5 } } });
});
