import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../cases/collecting.js';
import { findings, messages, responded } from './judging.js';

const openapi = (version: string): string => `
openapi: ${version}
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        '200':
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order:
      type: object
      required: [id, total]
      additionalProperties: false
      properties:
        id: { type: string, format: uuid }
        total: { type: number, minimum: 0, ${version.startsWith('3.0') ? 'exclusiveMinimum: true' : 'exclusiveMinimum: 0'} }
        note: { ${version.startsWith('3.0') ? 'type: string, nullable: true' : 'type: [string, "null"]'} }
        lines: { type: array, items: { $ref: 'common.json#/definitions/line' } }
`;

const files = {
  'openapi.yml': openapi('3.0.3'),
  'modern.yml': openapi('3.1.0'),
  'common.json': '{"definitions": {"line": {"type": "object", "required": ["sku"]}}}',
};

const id = '123e4567-e89b-42d3-a456-426614174000';

describe.each(['openapi.yml', 'modern.yml'])('a schema of %s', (file) => {
  const name = `${file}#/components/schemas/Order`;

  test.each<[string, unknown, string[]]>([
    ['valid', { id, total: 5, note: null, lines: [{ sku: 'a' }] }, []],
    ['a member is missing', { id }, ['it must have the member "total".']],
    ['a member is too many', { id, total: 5, x: 1 }, ['it must not have the member "x".']],
    ['a format is wrong', { id: 'x', total: 5 }, ['id must match format "uuid", and is "x".']],
    ['a bound is exclusive', { id, total: 0 }, ['total must be > 0, and is 0.']],
    ['a file that it refers to says so', { id, total: 1, lines: [{}] }, ['lines[0] must have the member "sku".']],
    ['it is no object', [], ['it must be object.']],
    ['several things are wrong', { id: 5, total: 'x' }, ['id must be string, and is 5. (And 1 more problem.)']],
  ])('is held against a response: %s', async (_, response, found) => {
    expect(await messages(`schema: ${name}`, responded(response), files)).toEqual(
      found.map((text) => `The response is not valid by ${name}: ${text}`),
    );
  });

  test('is held against the body of an HTTP response', async () => {
    const response = (body: string) => responded({ statusCode: 200, body });
    expect(await messages(`schema: ${name}`, response(JSON.stringify({ id, total: 1 })), files)).toEqual([]);
    expect(await messages(`schema: ${name}`, response('{}'), files)).toEqual([
      `The body is not valid by ${name}: it must have the member "id". (And 1 more problem.)`,
    ]);
    expect(await messages(`schema: ${name}`, response('oops'), files)).toEqual([
      `The body is not valid by ${name}: it is not JSON.`,
    ]);
  });

  test('may stand anywhere in the file', async () => {
    const pointer = '#/paths/~1orders/get/responses/200/content/application~1json/schema';
    expect(await messages(`schema: ${file}${pointer}`, responded({ id, total: 1 }), files)).toEqual([]);
    expect(await messages(`schema: ${file}${pointer}`, responded({ id }), files)).toHaveLength(1);
  });
});

describe('a JSON Schema', () => {
  test.each([
    ['draft 7', '{"$schema": "http://json-schema.org/draft-07/schema#", "items": [{"type": "string"}]}', [['a'], [1]]],
    [
      'draft 2019-09',
      '{"$schema": "https://json-schema.org/draft/2019-09/schema", "minContains": 1, "contains": {"const": 1}}',
      [[1], [2]],
    ],
    [
      'draft 2020-12',
      '{"$schema": "https://json-schema.org/draft/2020-12/schema", "prefixItems": [{"type": "string"}]}',
      [['a'], [1]],
    ],
    ['no declared draft', '{"prefixItems": [{"type": "string"}]}', [['a'], [1]]],
    ['no declared draft and old keywords', '{"dependencies": {"a": ["b"]}}', [{ a: 1, b: 1 }, { a: 1 }]],
    [
      'itself as its recursion',
      '{"$defs": {"a": {"properties": {"b": {"$ref": "#"}}}}, "type": "object", "properties": {"a": {"$ref": "#/$defs/a"}}}',
      [{ a: { b: {} } }, { a: { b: 1 } }],
    ],
    ['nothing allowed', 'false', [undefined, 1]],
  ] as const)('of %s is known', async (_, schema, [valid, invalid]) => {
    const file = { 's.json': schema };
    if (valid !== undefined) expect(await messages('schema: s.json', responded(valid), file)).toEqual([]);
    expect(await messages('schema: s.json', responded(invalid), file)).toHaveLength(1);
  });

  test.each([
    ['{', 'does not parse: '],
    ['[]', 'is no JSON Schema: that is a mapping'],
    ['{"type": "strng"}', "can't be used: the schema/type must be equal to one of the allowed values"],
    ['{"$ref": "nothing.json"}', 'refers to nothing.json, which cannot be read: ENOENT'],
    ['{"$ref": "https://example.test/a.json"}', 'refers to https://example.test/a.json, and only files are read'],
    ['{"$ref": "#/$defs/a"}', "can't be used: it refers to #/$defs/a, which is not there"],
    [
      '{"$schema": "http://json-schema.org/draft-04/schema#"}',
      'is written in http://json-schema.org/draft-04/schema#: drafts 6, 7, 2019-09 and 2020-12 are read',
    ],
    ['{"swagger": "2.0"}', 'is of Swagger 2: OpenAPI 3 is read'],
  ])('that is %s is refused at the line of the case', async (schema, message) => {
    const refusal = await refusalOf(findings('schema: s.json', responded(1), { 's.json': schema }));
    expect(refusal.message.replaceAll(/\/[^ ]*\/(?=(?:s|nothing)\.json)/g, '')).toContain(
      `The schema s.json ${message}`,
    );
    expect(refusal.location).toMatchObject({ line: 4, column: 5 });
  });

  test('that the file does not have is refused with the one that is meant', async () => {
    const refusal = await refusalOf(findings('schema: openapi.yml#/components/schemas/Oder', responded(1), files));
    expect(refusal.message).toContain(
      'openapi.yml#/components/schemas/Oder does not exist: there is no Oder, but Order.',
    );
  });

  test('survives a response with a million mistakes, and a pattern without an end', async () => {
    const file = { 's.json': '{"items": {"type": "string"}}', 't.json': '{"pattern": "^(a+)+$"}' };
    const many = Buffer.from(`[${'1,'.repeat(1_000_000)}1]`);
    expect(await messages('schema: s.json', responded(many), file)).toEqual([
      'The response is not valid by s.json: [0] must be string, and is 1.',
    ]);
    expect(await messages('schema: t.json', responded(`${'a'.repeat(40)}b`), file)).toHaveLength(1);
  });
});
