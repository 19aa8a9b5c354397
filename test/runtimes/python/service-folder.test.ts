import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { runFunction } from '../../services/run-function.js';
import { interpreters } from './interpreters.js';

const newest = interpreters.at(-1);

/** A service of one function with these files, and its Python on PATH. */
async function serviceWith(files: Readonly<Record<string, string>>, version: string) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'invoke-local-python-service-')));
  const config = `service: packages
provider:
  name: aws
  runtime: python${version}
functions:
  f:
    handler: app.handler
`;
  for (const [path, text] of Object.entries({ 'serverless.yml': config, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

describeEach(newest === undefined ? [] : [newest])('a service on Python $version', ({ path, version }) => {
  const host = { PATH: dirname(path) };
  const packages =
    process.platform === 'win32' ? '.venv/Lib/site-packages' : `.venv/lib/python${version}/site-packages`;
  const app = `import os
import sys


def handler(event, context):
    import packaged
    import site

    names = [name for name in os.environ if name.startswith("INVOKE_LOCAL")]
    place = sys.path.index(os.path.dirname(packaged.__file__))
    installed = [sys.path.index(folder) for folder in site.getsitepackages() if folder in sys.path]
    return [packaged.NAME, names, sys.path.index(os.path.dirname(os.__file__)) < place < min(installed)]
`;

  test('has the packages of its virtual environment whose interpreter is gone', async () => {
    const files = {
      'app.py': app,
      '.venv/pyvenv.cfg': `version = ${version}.1\n`,
      [`${packages}/packaged.py`]: 'NAME = "of the environment"\n',
    };
    await using service = await serviceWith(files, version);
    expect((await runFunction(service.folder, 'f', { host })).answer).toEqual(['of the environment', [], true]);
  });

  test('has no packages of a virtual environment of another version', async () => {
    const files = {
      'app.py': app,
      '.venv/pyvenv.cfg': 'version = 3.7.1\n',
      [`${packages.replace(version, '3.7')}/packaged.py`]: '',
    };
    await using service = await serviceWith(files, version);
    expect((await runFunction(service.folder, 'f', { host })).answer).toMatchObject({
      errorType: 'ModuleNotFoundError',
    });
  });

  test('finds no __pycache__ in its folder afterwards', async () => {
    const files = {
      'app.py': 'import other\nhandler = other.handler\n',
      'other.py': 'def handler(*_):\n    return 1\n',
    };
    await using service = await serviceWith(files, version);
    expect((await runFunction(service.folder, 'f', { host })).answer).toBe(1);
    expect((await readdir(service.folder)).sort()).toEqual(['app.py', 'other.py', 'serverless.yml']);
  });
});

if (newest === undefined) test.skip('a service on Python', () => {});
