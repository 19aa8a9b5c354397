import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { failureOf, folderOf, placeOf } from '../open-folder.js';
import { openTemplate, samTemplate } from './open-template.js';

const app = { 'app/app.js': 'exports.handler = async () => 1;\n' };

const one = (properties: string, head = '') => ({
  ...app,
  'template.yaml': samTemplate(
    `F: {Type: AWS::Serverless::Function, Properties: {CodeUri: app, Handler: app.handler, Runtime: nodejs22.x${properties}}}`,
    head,
  ),
});

describe('a function of a template', () => {
  test("has Lambda's own defaults, where the template has none", async () => {
    const { service, folder } = await openTemplate(one(''));
    expect(await service.load('F')).toMatchObject({
      key: 'F',
      handler: 'app.handler',
      runtime: 'nodejs22.x',
      timeoutMs: 3000,
      memorySizeMiB: 128,
      architecture: 'x86_64',
      logging: { format: 'Text' },
      code: { kind: 'folder', folder: join(folder, 'app') },
      sourceRoot: folder,
      region: 'us-east-1',
      toolVariables: { AWS_SAM_LOCAL: 'true' },
    });
  });

  test('takes from Globals what it does not say itself; mappings are merged, and lists are joined', async () => {
    const head = `Globals:
  Function:
    Timeout: 9
    MemorySize: 256
    Environment: {Variables: {A: global, B: global}}
    Layers: [!Ref L1]
`;
    const layers = Object.fromEntries(['l1', 'l2'].map((name) => [`${name}/x`, '']));
    const { service } = await openTemplate({
      ...app,
      ...layers,
      'template.yaml': samTemplate(
        `L1: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: l1}}
L2: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: l2}}
F:
  Type: AWS::Serverless::Function
  Properties:
    CodeUri: app
    Handler: app.handler
    Runtime: nodejs22.x
    MemorySize: 512
    Layers: [!Ref L2]
    Environment: {Variables: {B: own}}`,
        head,
      ),
    });
    const fn = await service.load('F');
    expect(fn).toMatchObject({ timeoutMs: 9000, memorySizeMiB: 512, environment: { A: 'global', B: 'own' } });
    expect(fn.layers.map(({ name }) => name)).toEqual(['L1', 'L2']);
    expect(await fn.origin('timeout')).toMatchObject({ line: 4 });
    expect(await fn.origin('memorySize')).toMatchObject({ line: 17 });
    expect(await fn.origin('environment.A')).toMatchObject({ line: 6 });
  });

  test('has a name as CloudFormation makes it, with the stack that samconfig names', async () => {
    const { service } = await openTemplate({
      ...one(''),
      'samconfig.toml':
        '[default.global.parameters]\nstack_name = "shop"\n[default.deploy.parameters]\nregion = "eu-west-3"\n',
    });
    const { name, region } = await service.load('F');
    expect(name).toMatch(/^shop-F-[A-Za-z0-9]{12}$/);
    expect(region).toBe('eu-west-3');
    const again = await openTemplate(one(', FunctionName: !Sub "x-${AWS::Region}"'));
    expect(await again.service.load('x-us-east-1')).toMatchObject({ key: 'F', name: 'x-us-east-1' });
  });

  test('of two architectures has the first, and is told that a deploy would fail', async () => {
    const { service, diagnostics } = await openTemplate(one(', Architectures: [arm64, x86_64]'));
    expect((await service.load('F')).architecture).toBe('arm64');
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'config-default-used' }]);
    expect(diagnostics[0]?.message).toContain('Architectures lists 2 architectures');
  });

  test('may be left out where it is the only one', async () => {
    const { service } = await openTemplate(one(''));
    expect(service.onlyFunction).toBe('F');
  });

  test('of a condition that does not hold is not there', async () => {
    const head = 'Parameters: {Stage: {Type: String, Default: dev}}\nConditions: {P: !Equals [!Ref Stage, prod]}\n';
    const template = samTemplate(
      'A: {Type: AWS::Serverless::Function, Condition: P, Properties: {Handler: a.b}}\nB: {Type: AWS::Serverless::Function}',
      head,
    );
    const { service } = await openTemplate(template);
    expect(await service.names()).toEqual(['B']);
    const failure = await failureOf(service.load('A'));
    expect(failure.message).toBe('The template has no function A here: its condition P does not hold.');
    expect(failure.location).toMatchObject({ line: 5 });
    expect(await (await openTemplate(template, { params: { Stage: 'prod' } })).service.names()).toEqual(['A', 'B']);
  });

  test('may have its code in the template', async () => {
    const { service } = await openTemplate(
      samTemplate(
        'F: {Type: AWS::Serverless::Function, Properties: {InlineCode: "x = 1", Handler: index.handler, Runtime: python3.12}}',
      ),
    );
    expect(await service.load('F')).toMatchObject({
      code: { kind: 'inline' },
      addedFiles: [{ path: 'index.py', content: { text: 'x = 1' } }],
    });
  });

  test.each([
    ['the code is not there', ', CodeUri: nowhere', /CodeUri is .*nowhere, which does not exist/],
    ['the code is in a bucket', ', CodeUri: s3://b/k', /CodeUri is s3:\/\/b\/k, and only code on this machine/],
    ['the code is in a bucket, by its parts', ', CodeUri: {Bucket: b, Key: k}', /in the bucket b/],
    ['it is an image', ', PackageType: Image', /container image/],
    ['the runtime does not exist', ', Runtime: nodejs99.y', /Runtime is `nodejs99.y`/],
    [
      'a value is known only after a deploy',
      ', Timeout: !GetAtt T.Arn',
      /refers to T, which the template does not declare/,
    ],
    ['the handler has no dot', ', Handler: app', /has no dot/],
  ])('is refused with a place where %s', async (_, properties, message) => {
    const { service } = await openTemplate({
      ...app,
      'template.yaml': samTemplate(`F:
  Type: AWS::Serverless::Function
  Properties: {Handler: app.handler, Runtime: nodejs22.x, CodeUri: app${properties}}`).replace(
        /(Handler|Runtime|CodeUri): [\w.]+, (?=.*\1:)|, CodeUri: app(?=.*CodeUri)/g,
        '',
      ),
    });
    const failure = await failureOf(service.load('F'));
    expect(failure.message).toMatch(message);
    expect(failure.location).toMatchObject({ line: 5 });
  });

  test.each([
    ['makefile', 'provided.al2023', 'is built by its Makefile'],
    ['rust-cargolambda', 'provided.al2023', 'is built by rust-cargolambda'],
  ])('that %s builds asks for `sam build`', async (method, runtime, reason) => {
    const { service } = await openTemplate({
      ...app,
      'template.yaml': samTemplate(
        `F: {Type: AWS::Serverless::Function, Metadata: {BuildMethod: ${method}}, Properties: {CodeUri: app, Handler: bootstrap, Runtime: ${runtime}}}`,
      ),
    });
    const failure = await failureOf(service.load('F'));
    expect(failure.message).toContain(reason);
    expect(failure.hint).toContain('sam build');
    expect(placeOf(failure)).toBe('3:3');
  });

  const esbuilt = (properties: string, files: Readonly<Record<string, string>> = {}, runtime = 'nodejs22.x') =>
    openTemplate({
      'ts/src/app.ts': '',
      'ts/src/lib/b.ts': '',
      ...files,
      'template.yaml': samTemplate(`F:
  Type: AWS::Serverless::Function
  Metadata: {BuildMethod: esbuild${properties === '' ? '' : `, BuildProperties: ${properties}`}}
  Properties: {CodeUri: ts, Handler: app.handler, Runtime: ${runtime}}`),
    });
  const defaults = { target: 'es2020', format: 'cjs', minify: true, exclude: [] };

  test.each([
    ['[src/app.ts, src/lib/b.ts]', '', {}],
    ['[src/app]', '', {}],
    [
      '[src/app.ts]',
      ', Minify: false, Target: node20, External: [x]',
      { minify: false, target: 'node20', external: ['x'] },
    ],
    ['[src/app.ts]', ', UseNpmCi: true, Platform: browser', {}],
    [
      '[src/app.ts]',
      ", Format: esm, OutExtension: [.js=.mjs], Banner: ['js=const a = 1;'], Loader: [.png=file, .txt=text]",
      {
        format: 'esm',
        outExtension: { '.js': '.mjs' },
        banner: { js: 'const a = 1;' },
        loader: { '.png': 'file', '.txt': 'text' },
      },
    ],
  ])('that esbuild builds from %s has its options as `sam build` gives them: %s', async (entries, more, options) => {
    const { service, folder } = await esbuilt(`{EntryPoints: ${entries}${more}}`);
    expect(await (await service.load('F')).build?.()).toEqual({
      tool: 'sam build',
      options: { ...defaults, ...options },
      source: join(folder, 'ts', 'src', 'app.ts'),
    });
  });

  test.each([
    ['', 'has no EntryPoints'],
    ['{Minify: true}', 'has no EntryPoints'],
    ['{EntryPoints: []}', 'that are no list of files'],
    ['{EntryPoints: [src/other.ts]}', 'has the entry point src/other.ts, which is not in'],
    ['{EntryPoints: [src/app.ts, src/other]}', 'has the entry point src/other, which is not in'],
  ])('that esbuild can not build is an error: %s', async (properties, message) => {
    const { service } = await esbuilt(properties);
    const failure = await failureOf((await service.load('F')).build?.() ?? Promise.resolve());
    expect(failure).toMatchObject({ code: 'sam-build-invalid', location: { line: 5 } });
    expect(failure.message).toContain(message);
  });

  test('whose handler names no file that `sam build` writes is told so', async () => {
    const { service } = await openTemplate({
      'ts/src/app.ts': '',
      'template.yaml': samTemplate(`F:
  Type: AWS::Serverless::Function
  Metadata: {BuildMethod: esbuild, BuildProperties: {EntryPoints: [src/app.ts]}}
  Properties: {CodeUri: ts, Handler: src/app.handler, Runtime: nodejs22.x}`),
    });
    const settings = await (await service.load('F')).build?.();
    expect(settings).not.toHaveProperty('source');
    expect(settings?.findings).toMatchObject([
      { code: 'package-handler', hint: 'Let the handler begin with app.', location: { line: 6 } },
    ]);
  });

  test.each([
    ['nodejs22.x', '', ['package-module-format']],
    ['nodejs22.x', ', OutExtension: [.js=.mjs]', []],
    ['nodejs24.x', '', []],
  ])(
    'whose bundle is an ES module of %s%s is told where Lambda would load it as CommonJS',
    async (runtime, more, codes) => {
      const { service } = await esbuilt(`{EntryPoints: [src/app.ts], Format: esm${more}}`, {}, runtime);
      const settings = await (await service.load('F')).build?.();
      expect((settings?.findings ?? []).map(({ code }) => code)).toEqual(codes);
    },
  );
});

describe('parameters', () => {
  const template = one(
    ', Environment: {Variables: {A: !Ref A, B: !Ref B}}',
    'Parameters: {A: {Type: String}, B: {Type: String, Default: b}}\n',
  );
  const parameterFiles = {
    'all.yaml': 'A: 1\nB: "2"\n',
    'b.json': '{"B": "2"}',
    'a.toml': 'A = "1"\n',
    'all.ini': '',
    'including.yaml': '$include: [file://more/b.yaml]\nA: 1\n',
    'more/b.yaml': '- A=0\n- file://../b.json\n',
    'endless.yaml': '$include: file://endless.yaml\n',
  };
  const valueIn = async (samconfig: string, options = {}) => {
    const { service } = await openTemplate({ ...template, 'samconfig.toml': samconfig }, options);
    return (await service.load('F')).environment;
  };

  test.each([
    ['a text', '"A=1 B=2"'],
    ['a text with quotes', '"A=\\"1\\" B=\'2\'"'],
    ["CloudFormation's own form", '"ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue=2"'],
    ['a list', '["A=1", "B=2"]'],
    ['a table', '{ A = "1", B = 2 }'],
    ['a file', '"file://all.yaml"'],
    ['files, and what comes after them', '["A=0", "file://b.json", "file://a.toml"]'],
    ['a file that includes others', '"file://including.yaml"'],
  ])('of samconfig may be %s', async (_, written) => {
    const config = `[default.deploy.parameters]\nparameter_overrides = ${written}\n`;
    const { service } = await openTemplate({ ...template, ...parameterFiles, 'samconfig.toml': config });
    expect((await service.load('F')).environment).toEqual({ A: '1', B: '2' });
  });

  test('of a table have the texts that SAM makes of booleans, lists and nothing', async () => {
    const written = '{ A = true, B = ["x", " y ", ""] }';
    const config = `[default.deploy.parameters]\nparameter_overrides = ${written}\n`;
    expect(await valueIn(config)).toEqual({ A: 'True', B: 'x,y' });
  });

  test('of the command may be in a file, too', async () => {
    const { service } = await openTemplate(
      { ...template, ...parameterFiles },
      { parameterFiles: ['file://all.yaml'], params: { B: 'given' } },
    );
    expect((await service.load('F')).environment).toEqual({ A: '1', B: 'given' });
  });

  test.each([
    ['"file://gone.yaml"', 'gone.yaml, which does not exist'],
    ['"file://all.ini"', 'parameters are in a file of YAML, JSON or TOML'],
    ['"file://endless.yaml"', 'endless.yaml, which is read already'],
    ['"nothing"', 'is "nothing", which gives no parameters'],
    ['{ A = { b = 1 } }', 'has a table as the value of A'],
  ])('that are given by %s are an error', async (written, message) => {
    const config = `[default.deploy.parameters]\nparameter_overrides = ${written}\n`;
    const opened = openTemplate({ ...template, ...parameterFiles, 'samconfig.toml': config });
    const failure = await failureOf(opened);
    expect(failure.code).toBe('samconfig-parameters');
    expect(failure.message).toContain(message);
  });

  test("come from the caller, then from local_invoke's section, deploy's, and the global one", async () => {
    const section = (name: string, value: string) =>
      `[default.${name}.parameters]\nparameter_overrides = "A=${value}"\n`;
    const all = section('global', 'g') + section('deploy', 'd') + section('local_invoke', 'l');
    expect(await valueIn(all)).toMatchObject({ A: 'l' });
    expect(await valueIn(section('global', 'g') + section('deploy', 'd'))).toMatchObject({ A: 'd' });
    expect(await valueIn(all, { params: { A: 'given' } })).toMatchObject({ A: 'given' });
  });

  test('are those of the environment that is named; one that is not there is an error with the names of the others', async () => {
    const config = '[prod.deploy.parameters]\nparameter_overrides = "A=p"\n';
    expect(await valueIn(config, { configEnvironment: 'prod' })).toMatchObject({ A: 'p' });
    const failure = await failureOf(valueIn(config, { configEnvironment: 'test' }));
    expect(failure).toMatchObject({ code: 'samconfig-environment', hint: 'It has prod.' });
  });

  test('without a value are an error that says how to give one', async () => {
    const failure = await failureOf(valueIn(''));
    expect(failure.message).toContain('refers to the parameter A, which has no default');
    expect(failure.hint).toContain('ref:A=…');
  });

  test('of a file that is not TOML are an error with its line', async () => {
    const failure = await failureOf(valueIn('a = 1\nb = = 2\n'));
    expect(failure.code).toBe('config-syntax');
    expect(failure.location).toMatchObject({ line: 2 });
  });
});

describe('nested stacks', () => {
  const files = {
    ...app,
    'layer/x': '',
    'template.yaml': samTemplate(
      `T: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders}}
L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: layer}}
Child: {Type: AWS::Serverless::Application, Properties: {Location: child/t.yaml, Parameters: {Table: !Ref T, Layer: !Ref L}}}
F: {Type: AWS::Serverless::Function, Properties: {CodeUri: app, Handler: app.handler, Runtime: nodejs22.x, Environment: {Variables: {O: !GetAtt Child.Outputs.O}}}}`,
    ),
    'child/t.yaml': `Parameters: {Table: {Type: String}, Layer: {Type: String}}
Resources:
  G: {Type: AWS::Serverless::Function, Properties: {CodeUri: ../app, Handler: app.handler, Runtime: nodejs22.x, Layers: [!Ref Layer], Environment: {Variables: {T: !Ref Table}}}}
Outputs: {O: {Value: !Sub 'made-of-\${Table}'}}
`,
  };

  test('name their functions with their own names before them, and get parameters, layers too', async () => {
    const { service } = await openTemplate(files);
    expect(await service.names()).toEqual(['Child/G', 'F']);
    const fn = await service.load('Child/G');
    expect(fn.environment).toEqual({ T: 'orders' });
    expect(fn.layers.map(({ name }) => name)).toEqual(['L']);
    expect((await service.load('G')).key).toBe('Child/G');
    expect((await service.load('F')).environment).toEqual({ O: 'made-of-orders' });
  });

  test('that nest themselves have an end', async () => {
    const work = openTemplate(
      samTemplate(
        'C: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: template.yaml}}\nF: {Type: AWS::Lambda::Function}',
      ),
    );
    expect((await failureOf(work)).code).toBe('template-nesting');
  });
});

describe('language extensions', () => {
  test('write loops out, also within each other, with the place of what is repeated', async () => {
    const { service } = await openTemplate({
      ...app,
      'template.yaml': `Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: 'a-1,b'}}
Resources:
  Fn::ForEach::Outer:
    - Name
    - !Ref Names
    - Fn::ForEach::Inner:
        - Kind
        - [X, Y]
        - F&{Name}\${Kind}:
            Type: AWS::Lambda::Function
            Properties:
              Code: app
              Handler: app.handler
              Runtime: nodejs22.x
              FunctionName: \${Name}-\${Kind}
              Environment:
                Variables:
                  N: !Ref Name
                  J: {Fn::ToJsonString: {kind: '\${Kind}'}}
                  L: !Sub 'n\${Count}'
                  M: {Fn::FindInMap: [M, !Ref Kind, v, {DefaultValue: fallback}]}
Mappings: {M: {X: {v: mapped}}}
`
        .replace("'n\\${Count}'", 'x')
        .replace('!Sub x', '{Fn::Length: [1, 2]}')
        .replace("L: !Sub 'n${Count}'", 'L: {Fn::Length: [1, 2]}'),
    });
    expect(await service.names()).toEqual(['Fa1X', 'Fa1Y', 'FbX', 'FbY']);
    const fn = await service.load('Fa1Y');
    expect(fn.name).toBe('a-1-Y');
    expect(fn.environment).toEqual({ N: 'a-1', J: '{"kind":"Y"}', L: '2', M: 'fallback' });
    expect((await service.load('FbX')).environment).toMatchObject({ M: 'mapped' });
    expect(await fn.origin('environment.N')).toMatchObject({ line: 19 });
  });

  test.each([
    ['is no list', 'Fn::ForEach::X: {a: 1}', /is no loop/],
    [
      'goes through what is not known',
      'Fn::ForEach::X: [N, !Ref Q, {"F${N}": {Type: x}}]',
      /collection that is not known/,
    ],
  ])('refuse a loop that %s', async (_, loop, message) => {
    const failure = await failureOf(openTemplate(samTemplate(`${loop}\nF: {Type: AWS::Lambda::Function}`)));
    expect(failure.message).toMatch(message);
    expect(failure.location).toMatchObject({ line: 3 });
  });

  test('include local files, in sections and in properties', async () => {
    const { service } = await openTemplate({
      ...app,
      'more.yaml':
        'G: {Type: AWS::Lambda::Function, Properties: {Code: app, Handler: app.handler, Runtime: nodejs22.x}}\n',
      'variables.yaml': 'A: included\n',
      'template.yaml': samTemplate(`Fn::Transform: {Name: AWS::Include, Parameters: {Location: more.yaml}}
F:
  Type: AWS::Serverless::Function
  Properties:
    CodeUri: app
    Handler: app.handler
    Runtime: nodejs22.x
    Environment:
      Variables:
        Fn::Transform: {Name: AWS::Include, Parameters: {Location: variables.yaml}}
        B: own`),
    });
    expect(await service.names()).toEqual(['G', 'F']);
    const fn = await service.load('F');
    expect(fn.environment).toEqual({ A: 'included', B: 'own' });
    expect((await fn.origin('environment.A'))?.file).toMatch(/variables\.yaml$/);
  });

  test('say where an included file is not there', async () => {
    const template = samTemplate(
      'Fn::Transform: {Name: AWS::Include, Parameters: {Location: no.yaml}}\nF: {Type: AWS::Lambda::Function}',
    );
    const failure = await failureOf(openTemplate(template));
    expect(failure.message).toMatch(/Location is .*no\.yaml, which does not exist/);
  });
});

describe('which configuration is taken', () => {
  const built = samTemplate('B: {Type: AWS::Serverless::Function}');

  test('is a build that is not older than its template', async () => {
    const { service } = await openTemplate({ ...one(''), '.aws-sam/build/template.yaml': built });
    expect(await service.names()).toEqual(['B']);
  });

  test('is used where a source is newer than it, with a warning', async () => {
    const folder = await folderOf({ ...one(''), '.aws-sam/build/template.yaml': built });
    await utimes(join(folder, '.aws-sam/build/template.yaml'), new Date(2_000), new Date(2_000));
    await utimes(join(folder, 'template.yaml'), new Date(1_000), new Date(1_000));
    const { service, diagnostics } = await openTemplate({}, { workingDirectory: folder } as object);
    expect(service.configFile).toBe(join(folder, '.aws-sam/build/template.yaml'));
    expect(diagnostics).toMatchObject([{ code: 'sam-build-old', hint: 'Run `sam build` again.' }]);
    expect(diagnostics[0]?.message).toMatch(/app\.\w+ is newer than the build/);
  });

  test('is the template, with a warning, where the build is older', async () => {
    const folder = await folderOf({ ...one(''), '.aws-sam/build/template.yaml': built });
    await utimes(join(folder, '.aws-sam/build/template.yaml'), new Date(0), new Date(0));
    const { service, diagnostics } = await openTemplate({}, { workingDirectory: folder } as object);
    expect(await service.names()).toEqual(['F']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['sam-build-old']);
  });

  test("is the Serverless Framework's, with a notice that names the other one", async () => {
    const { service, diagnostics } = await openTemplate({
      ...one(''),
      'serverless.yml': 'service: s\nprovider: {name: aws, runtime: nodejs22.x}\nfunctions: {s: {handler: a.b}}\n',
    });
    expect(await service.names()).toEqual(['s']);
    expect(diagnostics).toMatchObject([
      { code: 'config-several', message: 'serverless.yml is used; there is template.yaml too.' },
    ]);
  });

  test.each([
    ['YAML', 'Resources:\n  B: {Type: AWS::Lambda::Function, Properties: {Code: !Ref X}}\n'],
    ['JSON', '{"Resources": {"B": {"Type": "AWS::Lambda::Function"}}}'],
  ])('may have the extension .template, and be %s', async (_, text) => {
    const { service } = await openTemplate({ 'stack.template': text }, { config: 'stack.template' });
    expect(await service.names()).toEqual(['B']);
  });

  test('is the one that is named, whatever it is called', async () => {
    const { service } = await openTemplate(
      { ...app, 'infra/stack.yml': built, 'serverless.yml': 'service: s\n' },
      { config: 'infra/stack.yml' },
    );
    expect(await service.names()).toEqual(['B']);
  });

  test('is none, with all that was looked for, where a template has no function', async () => {
    const failure = await failureOf(openTemplate('Resources: {T: {Type: AWS::SNS::Topic}}\n'));
    expect(failure.message).toContain('serverless.yml');
    expect(failure.message).toContain('template.yaml');
    expect(failure.message).toContain('cdk.out');
  });
});

describe('the parameters of a template', () => {
  const parameters = `Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Count: {Type: Number, Default: 3, MinValue: 1, MaxValue: 10}
  Level: {Type: Number, Default: 1.0, AllowedValues: [1.0, 2.5]}
  Name: {Type: String, Default: abc, MinLength: 2, MaxLength: 5, AllowedPattern: '[a-z]*'}
  List: {Type: CommaDelimitedList, Default: 'a,b', AllowedValues: [a, b, c]}
  Secret: {Type: String, Default: '', NoEcho: true, AllowedPattern: '\\d*'}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /a, AllowedValues: [x]}
  Needed: {Type: String}
`;
  const template = samTemplate(
    'F: {Type: AWS::Serverless::Function, Properties: {CodeUri: ., Handler: a.b, Runtime: nodejs22.x, Environment: {Variables: {NAME: !Ref Needed}}}}',
    parameters,
  );

  test.each([
    [{}, []],
    [{ Stage: 'prod', Count: '10', Level: '1.0', Name: 'ab', List: 'c, a', Secret: '1', Stored: '/b' }, []],
    [{ Stage: 'test' }, ['The parameter Stage is "test", and has to be one of dev, prod.']],
    [{ Count: 'x' }, ['The parameter Count is "x", and has to be a number.']],
    [{ Count: '11' }, ['The parameter Count is "11", and has to be at most 10.']],
    [{ Count: '0' }, ['The parameter Count is "0", and has to be at least 1.']],
    [{ Level: '2' }, ['The parameter Level is "2", and has to be one of 1, 2.5.']],
    [{ Name: 'a' }, ['The parameter Name is "a", and has to be of a length of at least 2.']],
    [{ Name: 'A1' }, ['The parameter Name is "A1", and has to match [a-z]*.']],
    [{ List: 'a,d' }, ['The parameter List is "a,d", and has to be one of a, b, c.']],
    [{ Secret: 'hidden' }, ['The parameter Secret has to match \\d*.']],
  ])('given as %j are told of where a deploy refuses them', async (params, messages) => {
    const { diagnostics } = await openTemplate(template, { params });
    expect(diagnostics.map(({ message }) => message)).toEqual(messages);
    for (const { code, location } of diagnostics) {
      expect(code).toBe('parameter-refused');
      expect(location).toMatchObject({ file: expect.stringMatching(/template\.yaml$/) });
    }
  });

  test('have to be declared, where the caller gives them', async () => {
    const { diagnostics } = await openTemplate(
      { 'template.yaml': template, 'samconfig.toml': '[default.deploy.parameters]\nparameter_overrides = "Other=1"\n' },
      { params: { Nedeed: 'x' } },
    );
    expect(diagnostics).toMatchObject([{ code: 'parameter-unknown', hint: 'Did you mean Needed?' }]);
    expect(diagnostics[0]?.message).toContain('declares no parameter Nedeed');
  });

  test('without a value are told how to get one', async () => {
    const { service } = await openTemplate(template);
    const failure = await failureOf(service.load('F'));
    expect(failure.hint).toContain('Give it by `param` (or --param Needed=VALUE).');
  });

  test('of a nested stack without a value are told where that is given', async () => {
    const { service } = await openTemplate({
      'child.yaml': template,
      'template.yaml': samTemplate('Child: {Type: AWS::Serverless::Application, Properties: {Location: child.yaml}}'),
    });
    const failure = await failureOf(service.load('Child/F'));
    expect(failure.hint).toContain('Give it in the Parameters of Child.');
  });
});
