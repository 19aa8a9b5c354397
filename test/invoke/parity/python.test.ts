import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { interpreters } from '../../runtimes/python/interpreters.js';
import { folderOf } from '../../service/open-folder.js';
import { parityOf } from './parity-of.js';

type Files = Readonly<Record<string, string>>;

const [python] = interpreters;
const { version } = python ?? { version: '3.12' };
const site = `.venv/lib/python${version}/site-packages`;

/** An installed distribution, with a module of another name and with what it requires. */
const distribution = (name: string, module: string, requires: readonly string[] = []): Files => ({
  [`${site}/${module}/__init__.py`]: '',
  [`${site}/${name}-1.0.dist-info/METADATA`]: `Name: ${name}\n${requires.map((each) => `Requires-Dist: ${each}>=1; extra == "x"\n`).join('')}`,
  [`${site}/${name}-1.0.dist-info/RECORD`]: `${module}/__init__.py,,\n`,
});

const environment: Files = {
  '.venv/pyvenv.cfg': `home = /usr/bin\nversion = ${version}.0\n`,
  ...distribution('PyYAML', 'yaml'),
  ...distribution('web', 'web', ['helper_of-web']),
  ...distribution('helper.of.web', 'helper'),
  ...distribution('boto3', 'boto3'),
};

const app = (...modules: readonly string[]): Files => ({
  'app.py': `${modules.map((name) => `import ${name}\n`).join('')}def handler(event, context):\n    return 1\n`,
});

const service = (more = '') => ({
  'serverless.yml': `service: s\nprovider: { name: aws, runtime: python${version} }\nfunctions: { f: { handler: app.handler } }\n${more}`,
});
const plugin = (settings = '') =>
  service(
    `plugins: [serverless-python-requirements]\n${settings === '' ? '' : `custom: { pythonRequirements: ${settings} }\n`}`,
  );

const parity = async (files: Files) => parityOf(await folderOf({ ...environment, ...files }));
const namesOf = (found: Awaited<ReturnType<typeof parity>>) =>
  found.map(({ text }) => /loaded the package (\S+)/.exec(text)?.[1] ?? text);

(python === undefined || process.platform === 'win32' ? describe.skip : describe)('what Python has loaded', () => {
  test('of a virtual environment is not packed without a plugin, but for what the image has', async () => {
    expect(await parity({ ...service(), ...app('yaml', 'boto3', 'json') })).toEqual([
      {
        code: 'package-not-required',
        at: 'app.py:1:1',
        text: `f loaded the package yaml (${site}/yaml), which a deploy would not have: it is installed on this machine, and a deploy packs only what is in the folder of the code. Lambda does not find it. Use serverless-python-requirements, install it into that folder (pip install -t), or put it into a layer.`,
      },
    ]);
  });

  test('is nothing that a package of the image only tries to import, unless the project makes a mention of it', async () => {
    const trying = {
      ...distribution('certifi', 'certifi'),
      [`${site}/boto3/__init__.py`]: 'try:\n    import certifi\nexcept ImportError:\n    pass\n',
    };
    expect(await parity({ ...service(), ...app('boto3'), ...trying })).toEqual([]);
    expect(namesOf(await parity({ ...service(), ...app('boto3', 'certifi'), ...trying }))).toEqual(['certifi']);
    const dynamic = { 'lib/__init__.py': '', 'lib/tls.py': 'import importlib\nimportlib.import_module("certifi")\n' };
    expect(namesOf(await parity({ ...service(), ...app('boto3', 'lib.tls'), ...dynamic, ...trying }))).toEqual([
      'certifi',
    ]);
  });

  test.each<[string, Files]>([
    ['requirements.txt', { 'requirements.txt': 'web==1.0 # comment\n' }],
    ['a file that it includes', { 'requirements.txt': '-r base.txt\n', 'base.txt': 'Web\n' }],
    ['Pipfile', { Pipfile: '[packages]\nweb = "*"\n[dev-packages]\npyyaml = "*"\n' }],
    [
      'pyproject.toml of Poetry',
      {
        'pyproject.toml':
          '[tool.poetry.dependencies]\npython = "^3"\nweb = "1"\n[build-system]\nrequires = ["poetry-core"]\n',
      },
    ],
    ['uv.lock', { 'uv.lock': '', 'pyproject.toml': '[project]\nname = "x"\ndependencies = ["web>=1"]\n' }],
    ['pyproject.toml alone', { 'pyproject.toml': '[project]\nname = "x"\ndependencies = ["web>=1"]\n' }],
  ])('is what the plugin installs from %s, and what that requires', async (_, files) => {
    const found = await parity({ ...plugin(), ...files, ...app('web', 'helper', 'yaml') });
    expect(namesOf(found)).toEqual(['yaml']);
    expect(found[0]?.text).toMatch(
      /from which serverless-python-requirements packs, does not need it.*Add pyyaml to it\.$/,
    );
  });

  test('is less what noDeploy and slimPatterns leave out, at their lines', async () => {
    const requirements = { 'requirements.txt': 'web\npyyaml\n' };
    const settings = "{ noDeploy: [web], slim: true, slimPatterns: ['yaml/**'] }";
    const found = await parity({ ...plugin(settings), ...requirements, ...app('web', 'yaml') });
    expect(found.map(({ at, text }) => [at, /`custom[^`]+`/.exec(text)?.[0]])).toEqual([
      ['serverless.yml:5:43', '`custom.pythonRequirements.noDeploy`'],
      ['serverless.yml:5:76', '`custom.pythonRequirements.slimPatterns`'],
    ]);
  });

  test('is in a layer that the function has to name', async () => {
    const files = { 'requirements.txt': 'web\n', ...app('web') };
    const found = await parity({ ...plugin('{ layer: true }'), ...files });
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringContaining('PythonRequirementsLambdaLayer, which the'),
    ]);
  });

  test('may be what a requirement names by its place only', async () => {
    expect(await parity({ ...plugin(), 'requirements.txt': './wheels/own.whl\n', ...app('yaml') })).toEqual([]);
  });

  test('may be required by what is not installed here, or be in a layer', async () => {
    const requirements = { 'requirements.txt': 'web\nnot-installed-here\n' };
    expect(await parity({ ...plugin(), ...requirements, ...app('yaml') })).toEqual([]);
    const layered = service()['serverless.yml'];
    const found = await parity({
      'serverless.yml':
        layered.replace('app.handler', 'app.handler, layers: [{ Ref: LLambdaLayer }]') +
        'layers: { l: { path: layer } }\n',
      'layer/python/yaml/__init__.py': '',
      ...app('yaml', 'web'),
    });
    expect(namesOf(found)).toEqual(['web']);
  });

  test('is what a folder of its own has, and not what a pattern leaves out', async () => {
    const files = { 'vendor/lib.py': '', 'tools/x.py': '', 'vendor/__init__.py': '', 'tools/__init__.py': '' };
    const found = await parity({
      ...service("package: { patterns: ['!tools/**'] }\n"),
      ...files,
      ...app('vendor.lib', 'tools.x'),
    });
    expect(found.map(({ code, at }) => [code, at])).toEqual([['package-excluded', 'serverless.yml:4:23']]);
  });

  test('is what sam build installs, where it has not run', async () => {
    const template = (uri: string) =>
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  f:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: app.handler, Runtime: python${version}, CodeUri: ${uri} }\n`;
    const code = { 'requirements.txt': 'web\n', ...app('web', 'yaml') };
    expect(namesOf(await parity({ 'template.yaml': template('.'), ...code }))).toEqual(['yaml']);
    const built = Object.fromEntries(Object.entries(code).map(([name, text]) => [`.aws-sam/build/f/${name}`, text]));
    const folder = await folderOf({
      ...environment,
      '.aws-sam/build/template.yaml': template('f'),
      ...built,
      'template.yaml': template('.'),
    });
    const found = await parityOf(
      folder,
      { config: '.aws-sam/build/template.yaml' },
      { VIRTUAL_ENV: join(folder, '.venv') },
    );
    expect(namesOf(found)).toEqual(['web', 'yaml']);
  });
});
