import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { run } from '../../cli/command.js';
import { describeEach } from '../../describe-each.js';
import { folderOf } from '../../service/open-folder.js';
import { fullSet, type Interpreter } from './interpreters.js';

type Files = Readonly<Record<string, string>>;

/** What is installed on the machine: modules and packages with names that services give to their folders. */
const installed: Files = {
  ...Object.fromEntries(
    ['attr', 'bin', 'common', 'core', 'docs', 'examples', 'lib', 'models', 'src', 'tests', 'utils', 'yaml'].map(
      (name) => [`${name}/__init__.py`, `VALUE = "installed ${name}"\n`],
    ),
  ),
  'py.py': 'raise Exception("this module of pytest is not for you")\n',
  'yaml/loader.py': 'NAME = "installed loader"\n',
  'stripe/__init__.py':
    'from stripe.errors import Problem\nfrom .version import VERSION\n\ndef charge():\n    return [VERSION, Problem.__module__, __file__ is not None]\n',
  'stripe/errors.py': 'class Problem(Exception):\n    pass\n',
  'stripe/version.py': 'VERSION = "1.0"\n',
  'stripe/api/__init__.py': 'NAME = "installed api"\n',
  'google/protobuf/__init__.py': 'NAME = "installed protobuf"\n',
  'google/cloud/storage.py': 'NAME = "installed storage"\n',
  'azure/__init__.py': "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n",
  'azure/core.py': 'NAME = "installed core"\n',
  'loaded/__init__.py': '',
  'loaded/early.py': '',
  'loads.pth': 'import loaded.early\n',
  'spread-nspkg.pth':
    "import sys, types, os; p = os.path.join(sys._getframe(1).f_locals['sitedir'], 'spread'); m = sys.modules.setdefault('spread', types.ModuleType('spread')); m.__path__ = [p]\n",
  'spread/other.py': 'NAME = "installed other"\n',
  'boto3/__init__.py': 'NAME = "installed boto3"\n',
};

describeEach(fullSet)('the packages of the machine, on Python $version', (python) => {
  let machine: string;
  let interpreter: string;

  beforeAll(async () => {
    machine = await mkdtemp(join(tmpdir(), 'invoke-local-machine-'));
    interpreter = await machineWith(python, machine);
  });
  afterAll(() => rm(machine, { recursive: true, force: true }));

  /** Runs a handler through the bundle on that machine; the response, or the object of the error. */
  async function answerOf(handler: string, files: Files, settings = ''): Promise<unknown> {
    const { stdout } = await runOn(handler, files, settings);
    return JSON.parse(stdout.toString());
  }

  async function runOn(handler: string, files: Files, settings = '') {
    const folder = await folderOf({
      'serverless.yml': `service: s\nprovider: { name: aws, runtime: python${python.version} }\nfunctions: { f: { handler: ${handler} } }\n${settings}`,
      ...files,
    });
    return run(['-w', folder, '-f', 'f', '--interpreter', interpreter]);
  }

  const names = ['py', 'tests', 'docs', 'src', 'utils', 'common', 'lib', 'core', 'models', 'attr', 'yaml', 'examples'];

  test.each([...names, 'bin'])('stand behind a folder %s of the function', async (name) => {
    const files = { [`${name}/app.py`]: 'def handler(event, context):\n    return [__name__, __file__]\n' };
    expect(await answerOf(`${name}/app.handler`, files)).toEqual([
      `${name}.app`,
      expect.stringMatching(new RegExp(`(?:invoke local service .*|/var/task)[/\\\\]${name}[/\\\\]app\\.py$`)),
    ]);
  });

  test('stand behind a folder that has its code in folders of its own', async () => {
    const files = { 'src/orders/http/app.py': 'def handler(event, context):\n    return __name__\n' };
    expect(await answerOf('src/orders/http/app.handler', files)).toBe('src.orders.http.app');
  });

  test('stand behind a folder that is imported after the start, by any module', async () => {
    const files = {
      'app.py':
        'import deep.one\n\ndef handler(event, context):\n    from utils import names\n    return [names.NAME, deep.one.value()]\n',
      'deep/one.py': 'def value():\n    import core.settings\n    return core.settings.NAME\n',
      'utils/names.py': 'NAME = "own names"\n',
      'core/settings.py': 'NAME = "own settings"\n',
    };
    expect(await answerOf('app.handler', files)).toEqual(['own names', 'own settings']);
  });

  test('stand behind the folders of a layer', async () => {
    const files = {
      'app.py': 'def handler(event, context):\n    from common import shared\n    return shared.NAME\n',
      'layer/python/common/shared.py': 'NAME = "of the layer"\n',
    };
    const layers = 'layers: { shared: { path: layer } }\n';
    const service = `service: s\nprovider: { name: aws, runtime: python${python.version} }\nfunctions: { f: { handler: app.handler, layers: [!Ref SharedLambdaLayer] } }\n${layers}`;
    const folder = await folderOf({ 'serverless.yml': service, ...files });
    const { stdout } = await run(['-w', folder, '-f', 'f', '--interpreter', interpreter]);
    expect(JSON.parse(stdout.toString())).toBe('of the layer');
  });

  test('stand behind the packages of an environment of the service', async () => {
    const library =
      process.platform === 'win32' ? '.venv/Lib/site-packages' : `.venv/lib/python${python.version}/site-packages`;
    const files = {
      'app.py': 'import utils\n\ndef handler(event, context):\n    return utils.VALUE\n',
      '.venv/pyvenv.cfg': `version = ${python.version}.1\n`,
      [`${library}/utils.py`]: 'VALUE = "of the environment"\n',
    };
    const folder = await folderOf({
      'serverless.yml': `service: s\nprovider: { name: aws, runtime: python${python.version} }\nfunctions: { f: { handler: app.handler } }\n`,
      ...files,
    });
    const path = join(machine, process.platform === 'win32' ? 'Scripts' : 'bin');
    const { stdout } = await run(['-w', folder, '-f', 'f', '--interpreter', python.path], { env: { PATH: path } });
    expect(JSON.parse(stdout.toString())).toBe('of the environment');
  });

  test('are there for a function that has a folder of data with such a name', async () => {
    const files = {
      'app.py': 'import yaml\n\ndef handler(event, context):\n    return [yaml.VALUE, yaml.__spec__.has_location]\n',
      'yaml/prices/list.yaml': 'a: 1\n',
    };
    expect(await answerOf('app.handler', files)).toEqual(['installed yaml', true]);
  });

  test('give what a folder of the same name does not have, as where a deploy puts both into one', async () => {
    const files = {
      'stripe/webhook.py':
        'import stripe\nimport stripe.api\nfrom stripe import charge\n\ndef handler(event, context):\n    return [charge(), stripe.charge(), stripe.api.NAME]\n',
    };
    expect(await answerOf('stripe/webhook.handler', files)).toEqual([
      ['1.0', 'stripe.errors', true],
      ['1.0', 'stripe.errors', true],
      'installed api',
    ]);
  });

  test('are not loaded for a module that the folder has', async () => {
    const files = {
      'py/app.py': 'from py import beside\n\ndef handler(event, context):\n    return beside.NAME\n',
      'py/beside.py': 'NAME = "beside"\n',
    };
    expect(await answerOf('py/app.handler', files)).toBe('beside');
  });

  test('are not loaded by whoever looks at every module for its file', async () => {
    const files = {
      'py/app.py':
        'import inspect, sys\n\ndef handler(event, context):\n    return [inspect.getmodule(inspect.currentframe()).__name__, hasattr(sys.modules["py"], "__file__")]\n',
    };
    expect(await answerOf('py/app.handler', files)).toEqual(['py.app', false]);
  });

  test('stand behind a folder at any depth', async () => {
    const files = { 'stripe/api/app.py': 'def handler(event, context):\n    return __name__\n' };
    expect(await answerOf('stripe/api/app.handler', files)).toBe('stripe.api.app');
  });

  test('are parts of namespace packages that the function has parts of, too', async () => {
    const files = {
      'app.py':
        'import azure.core, azure.mine, google.protobuf, google.cloud.storage, google.cloud.mine, google.mine\n\ndef handler(event, context):\n    return [azure.core.NAME, azure.mine.NAME, google.protobuf.NAME, google.cloud.storage.NAME, google.cloud.mine.NAME, google.mine.NAME]\n',
      'azure/mine.py': 'NAME = "own of azure"\n',
      'google/mine.py': 'NAME = "own of google"\n',
      'google/cloud/mine.py': 'NAME = "own of cloud"\n',
    };
    expect(await answerOf('app.handler', files)).toEqual([
      'installed core',
      'own of azure',
      'installed protobuf',
      'installed storage',
      'own of cloud',
      'own of google',
    ]);
  });

  test('that the machine has loaded at its start stand behind the function, too', async () => {
    const files = {
      'app.py':
        'import loaded.app, spread.mine, spread.other\n\ndef handler(event, context):\n    return [loaded.app.NAME, spread.mine.NAME, spread.other.NAME]\n',
      'loaded/app.py': 'NAME = "own of loaded"\n',
      'spread/mine.py': 'NAME = "own of spread"\n',
    };
    expect(await answerOf('app.handler', files)).toEqual(['own of loaded', 'own of spread', 'installed other']);
  });

  test('that are in Lambda, too, keep the place that they have there', async () => {
    const files = { 'boto3/app.py': '', 'app.py': 'import boto3.app\n' };
    expect(await answerOf('app.handler', files)).toMatchObject({
      errorMessage: "Unable to import module 'app': No module named 'boto3.app'",
    });
  });

  test.each(['code', 'email', 'queue'])(
    'a folder %s stands behind the standard library, as in Lambda, and is told of it',
    async (name) => {
      const files = { [`${name}/app.py`]: 'def handler(event, context):\n    return 1\n' };
      const { stdout, stderr } = await runOn(`${name}/app.handler`, files);
      expect(JSON.parse(stdout.toString())).toMatchObject({ errorType: 'Runtime.ImportModuleError' });
      expect(stderr.toString()).toMatch(`The folder ${name} has no __init__.py`);
      expect(stderr.toString()).toMatch(`Add an empty ${name}/__init__.py`);
      const { stdout: mended } = await runOn(`${name}/app.handler`, { ...files, [`${name}/__init__.py`]: '' });
      expect(JSON.parse(mended.toString())).toBe(1);
    },
  );
});

/** Makes a Python of this version with those packages in its site-packages; its interpreter. */
async function machineWith(python: Interpreter, folder: string): Promise<string> {
  execFileSync(python.path, ['-m', 'venv', '--without-pip', folder]);
  const windows = process.platform === 'win32';
  const library = windows
    ? join(folder, 'Lib', 'site-packages')
    : join(
        folder,
        'lib',
        (await readdir(join(folder, 'lib'))).find((name) => name.startsWith('python')) ?? '',
        'site-packages',
      );
  for (const [name, text] of Object.entries(installed)) {
    await mkdir(dirname(join(library, name)), { recursive: true });
    await writeFile(join(library, name), text);
  }
  return windows ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
