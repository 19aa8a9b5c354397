import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failureOf, folderOf } from '../../service/open-folder.js';
import { compilerBundle } from '../../typescript/compiler-bundle.js';
import { runFunction } from '../run-function.js';

const tsconfig = JSON.stringify({
  compilerOptions: { target: 'es2022', module: 'commonjs', baseUrl: '.', paths: { '@shared/*': ['app/shared/*'] } },
});
const handler = `import { greet } from '@shared/greet';
export const handler = async (event: { name: string }) => greet(event.name);
`;
const code = {
  'tsconfig.json': tsconfig,
  'package.json': '{ "private": true, "type": "module" }',
  'app/shared/greet.ts': 'export const greet = (name: string): string => `hello ${name}`;\n',
};
const sam = (more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: fn/src/, Handler: app.handler, Runtime: nodejs22.x, Timeout: 30 }
${more}`;
const esbuild = '    Metadata: { BuildMethod: esbuild, BuildProperties: { EntryPoints: [app.ts] } }\n';

const assembly = {
  'app/cdk.json': '{"app":"node bin.js"}',
  'app/cdk.out/manifest.json': JSON.stringify({
    version: '48.0.0',
    artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile: 'S.template.json' } } },
  }),
  'app/cdk.out/S.template.json': JSON.stringify({
    Resources: {
      Fn: {
        Type: 'AWS::Lambda::Function',
        Properties: { Handler: 'app.handler', Runtime: 'nodejs22.x', Timeout: 30 },
        Metadata: {
          'aws:cdk:path': 'S/Fn/Resource',
          'aws:asset:path': '../fn/src',
          'aws:asset:is-bundled': false,
          'aws:asset:property': 'Code',
        },
      },
    },
  }),
};

const formats: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
  ['SAM, compiled by sam build', { 'app/template.yaml': sam(esbuild) }, undefined],
  ['SAM, compiled by nothing', { 'app/template.yaml': sam() }, 'BuildMethod: esbuild'],
  ['the CDK, as an asset that is not bundled', assembly, 'NodejsFunction'],
];

describe.each(formats)('a handler in TypeScript of %s', (_, files, advice) => {
  test('is compiled with the tsconfig.json above its folder, and what a deploy makes of it is told', async () => {
    const folder = await folderOf({ ...code, ...files, 'app/fn/src/app.ts': handler });
    const chunks = await compilerBundle();
    const { answer, diagnostics } = await runFunction(join(folder, 'app'), 'Fn', { event: { name: 'Ada' }, chunks });
    expect(answer).toBe('hello Ada');
    const said = diagnostics.filter((each) => each.code === 'package-uncompiled');
    expect(said).toEqual(
      advice === undefined ? [] : [expect.objectContaining({ hint: expect.stringContaining(advice) })],
    );
  });

  test('is refused where nothing may run that a deploy has not got', async () => {
    const folder = await folderOf({ ...code, ...files, 'app/fn/src/app.ts': handler });
    const chunks = await compilerBundle();
    const run = (): ReturnType<typeof runFunction> =>
      runFunction(join(folder, 'app'), 'Fn', { event: { name: 'Ada' }, chunks, request: { packageMode: 'enforce' } });
    if (advice === undefined) expect((await run()).answer).toBe('hello Ada');
    else expect(await failureOf(run())).toMatchObject({ code: 'package-enforced' });
  });
});
