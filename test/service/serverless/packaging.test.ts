import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { failureOf, folderOf, head, openFolder, placeOf } from '../open-folder.js';

/** A folder with a service of this text, two layers and two artifacts. */
function project(text: string): Promise<string> {
  return folderOf({
    'serverless.yml': `${head}${text}`,
    'layers/one/a.txt': 'a',
    'layers/two/b.txt': 'b',
    'build/service.zip': 'zip',
    'build/own.zip': 'zip',
  });
}

async function load(folder: string, name = 'f') {
  const reported: Diagnostic[] = [];
  const service = await openFolder(folder, { report: (diagnostic) => reported.push(diagnostic) });
  return { fn: await service.load(name), reported };
}

const layers = 'layers:\n  my-lib: {path: layers/one}\n  other_lib: {path: ./layers/two/}\n';

describe('layers', () => {
  test('of the function replace those of the provider, and keep their order', async () => {
    const folder = await folderOf({
      'serverless.yml': `service: svc\nprovider: {name: aws, runtime: nodejs20.x, layers: [!Ref MyDashlibLambdaLayer]}\n${layers}functions:\n  f: {handler: h.e, layers: [{Ref: OtherUnderscorelibLambdaLayer}, {Ref: MyDashlibLambdaLayer}]}\n  g: {handler: h.e}\n  none: {handler: h.e, layers: []}\n`,
      'layers/one/a.txt': '',
      'layers/two/b.txt': '',
    });
    const one = { name: 'my-lib', code: { kind: 'folder', folder: join(folder, 'layers', 'one') } };
    const two = { name: 'other_lib', code: { kind: 'folder', folder: join(folder, 'layers', 'two') } };
    expect((await load(folder)).fn.layers).toEqual([two, one]);
    expect((await load(folder, 'g')).fn.layers).toEqual([one]);
    expect((await load(folder, 'none')).fn.layers).toEqual([]);
  });

  test('that are not in the service have a name alone, without asking anybody', async () => {
    const list = '[arn:aws:lambda:eu-west-1:1:layer:x:1, !Ref PythonRequirementsLambdaLayer, "${ssm:/layers/y}", ~]';
    const folder = await project(`${layers}functions: {f: {handler: h.e, layers: ${list}}}\n`);
    const { fn, reported } = await load(folder);
    const names = [
      'arn:aws:lambda:eu-west-1:1:layer:x:1',
      '{"Ref":"PythonRequirementsLambdaLayer"}',
      '${ssm:/layers/y}',
    ];
    expect(fn.layers).toEqual(names.map((name) => ({ name, code: { kind: 'elsewhere' } })));
    expect(reported).toEqual([]);
    expect(await fn.origin('layers')).toMatchObject({ file: join(folder, 'serverless.yml'), line: 6, column: 31 });
  });

  test('of an archive are unpacked from it', async () => {
    const text =
      'layers: {a: {path: nowhere, package: {artifact: build/own.zip}}}\nfunctions: {f: {handler: h.e, layers: [!Ref ALambdaLayer]}}\n';
    const folder = await project(text);
    expect((await load(folder)).fn.layers).toEqual([
      { name: 'a', code: { kind: 'zip', file: join(folder, 'build', 'own.zip') } },
    ]);
  });

  test.each([
    ['{path: layers/none}', /^layers\.a\.path is .*layers\/none, which does not exist\.$/, '3:20'],
    ['{path: build/own.zip}', /^layers\.a\.path is .*own\.zip, which is not a folder\.$/, '3:20'],
    ['{name: x}', /^layers\.a has no path\.$/, '3:13'],
    ['{path: [x]}', /^layers\.a\.path must be a string/, '3:20'],
    ['{path: "${file(none.yml)}"}', /\$\{file\(none\.yml\)\} of layers\.a\.path has no value/, '3:21'],
    [
      '{package: {artifact: build/none.zip}}',
      /^layers\.a\.package\.artifact is .*none\.zip, which does not exist/,
      '3:34',
    ],
  ])('a layer of %s is refused, with its place', async (layer, message, place) => {
    const folder = await project(
      `layers: {a: ${layer}}\nfunctions: {f: {handler: h.e, layers: [!Ref ALambdaLayer]}}\n`,
    );
    const failure = await failureOf(load(folder));
    expect(failure.message).toMatch(message);
    expect(placeOf(failure)).toBe(place);
  });

  test('a layer that the function does not use does no harm', async () => {
    const folder = await project('layers: {a: {path: none}}\nfunctions: {f: {handler: h.e}}\n');
    expect((await load(folder)).fn.layers).toEqual([]);
  });

  test('must be a list, which the framework makes of a single one', async () => {
    const failure = await failureOf(load(await project('functions: {f: {handler: h.e, layers: {a: arn}}}\n')));
    expect(failure.message).toBe('functions.f.layers must be a list, and is a mapping.');
    const single = await load(await project('functions: {f: {handler: h.e, layers: arn}}\n'));
    expect(single.fn.layers).toEqual([{ name: 'arn', code: { kind: 'elsewhere' } }]);
  });
});

describe('artifacts', () => {
  test.each([
    ['package: {artifact: build/service.zip}\nfunctions: {f: {handler: h.e}}', 'service.zip'],
    [
      'package: {artifact: build/service.zip}\nfunctions: {f: {handler: h.e, package: {artifact: build/own.zip}}}',
      'own.zip',
    ],
    ['package: {artifact: build/service.zip}\nfunctions: {f: {handler: h.e, package: {patterns: [a]}}}', 'service.zip'],
    [
      'package: {artifact: build/service.zip}\nfunctions: {f: {handler: h.e, package: {individually: true}}}',
      undefined,
    ],
    ['package: {individually: true}\nfunctions: {f: {handler: h.e}}', undefined],
    ['custom: {a: build/own.zip}\nfunctions: {f: {handler: h.e, package: {artifact: "${self:custom.a}"}}}', 'own.zip'],
  ])('%j', async (text, expected) => {
    const folder = await project(`${text}\n`);
    const { code, sourceRoot } = (await load(folder)).fn;
    expect(code).toEqual(
      expected === undefined ? { kind: 'folder', folder } : { kind: 'zip', file: join(folder, 'build', expected) },
    );
    expect(sourceRoot).toBe(folder);
  });

  test.each([
    ['build/none.zip', 'artifact-missing', /functions\.f\.package\.artifact is .*none\.zip, which does not exist/],
    ['build', 'artifact-no-file', /is .*build, which is not a file but a folder/],
    ['s3://bucket/x.zip', 'artifact-remote', /is s3:\/\/bucket\/x\.zip, and only a file can be unpacked here/],
  ])('%s is refused, with its place', async (artifact, code, message) => {
    const text = `functions: {f: {handler: h.e, package: {artifact: "${artifact}"}}}\n`;
    const failure = await failureOf(load(await project(text)));
    expect(failure.message).toMatch(message);
    expect(failure.code).toBe(code);
    expect(placeOf(failure)).toBe('3:51');
  });
});
