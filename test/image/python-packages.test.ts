import { execFileSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { hasOwnSitePackages, pythonRequirements } from '../../src/lambda/image/python-image.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { invoke, type Machine, newMachine, serviceOf } from './machine.js';
import { type MadePackage, type Registry, startRegistry } from './registry.js';

const base = interpreters.at(-1);
/** A distribution in the version that the image of a version of Python has. */
function made(
  python: string,
  name: string,
  module: string,
  code: string,
  needs: MadePackage['needs'] = {},
): MadePackage {
  const requirement = pythonRequirements('boto3', python).find((each) => each.startsWith(`${name}==`));
  return { name, version: requirement?.split('==')[1] ?? '1.0.0', files: { [`${module}/__init__.py`]: code }, needs };
}

if (base === undefined) describe.skip('there is no Python', () => test('', () => {}));
else {
  describe('a module of the image that nothing has', () => {
    let registry: Registry;
    let folder = '';
    /** An interpreter without pip and without any packages. */
    let bare = '';
    /** A machine that gets it from the first test that runs on it. */
    let machine: Machine;
    const runtime = `python${base.version}`;

    beforeAll(async () => {
      registry = await startRegistry({
        pypi: [
          made(base.version, 'boto3', 'boto3', 'import botocore\nNAME = "boto3"\nPLACE = __file__\n', { botocore: '' }),
          made(base.version, 'botocore', 'botocore', 'import urllib3\n', { urllib3: '' }),
          made(base.version, 'jmespath', 'jmespath', ''),
          made(base.version, 'python-dateutil', 'dateutil', ''),
          made(base.version, 'urllib3', 'urllib3', 'NAME = "urllib3"\n'),
        ],
      });
      folder = await realpath(await mkdtemp(join(tmpdir(), 'invoke-local-bare-')));
      execFileSync(base.path, ['-m', 'venv', '--without-pip', join(folder, 'bare')]);
      bare = join(folder, 'bare', process.platform === 'win32' ? join('Scripts', 'python.exe') : join('bin', 'python'));
      machine = await newMachine(registry);
    }, 60_000);
    afterAll(async () => {
      await registry[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    });

    const app = { 'app.py': 'import boto3\n\ndef handler(event, context):\n    return [boto3.NAME, boto3.PLACE]\n' };

    test("is found where the code puts the image's folder first on its search path", async () => {
      const first = "import sys\nsys.path.insert(0, '/var/runtime')\nsys.path.append('/var/runtime')\n";
      const service = await serviceOf(runtime, { 'app.py': first + app['app.py'] });
      const { value } = await invoke(service, machine, '--interpreter', bare);
      expect(value).toEqual(['boto3', expect.stringContaining('invoke-local-image')]);
    });

    (process.platform === 'linux' ? test : test.skip)('stands where it is in Lambda once it is installed', async () => {
      const place = hasOwnSitePackages(base.version) ? `/var/lang/lib/${runtime}/site-packages` : '/var/runtime';
      const installing = await invoke(await serviceOf(runtime, app), machine, '--interpreter', bare);
      expect(installing.value?.[0]).toBe('boto3');
      const service = await serviceOf(runtime, {
        'app.py': `import sys\nsys.path.insert(0, '${place}')\n${app['app.py']}`,
      });
      const { value, said } = await invoke(service, machine, '--interpreter', bare, '--isolate', 'true');
      expect([value, said]).toEqual([['boto3', `${place}/boto3/__init__.py`], expect.not.stringContaining('boto3')]);
    });

    test('is installed once, by a pip of the machine, which a notice tells', async () => {
      const machine = await newMachine(registry);
      const service = await serviceOf(runtime, app);
      const first = await invoke(service, machine, '--interpreter', bare);
      expect(first.value).toEqual([
        'boto3',
        expect.stringContaining(join(machine.tools, 'invoke-local-image', 'python')),
      ]);
      expect(first.said).toMatch(
        /notice: boto3 [\d.]+, botocore .+, which Lambda's image of .+ has and this machine has not/,
      );
      const asked = registry.requests.length;
      const second = await invoke(service, machine, '--interpreter', bare);
      expect([second.value, registry.requests.length]).toEqual([first.value, asked]);
    });

    test('is there for a handler that imports it once it is called', async () => {
      const machine = await newMachine(registry);
      const lazy = { 'app.py': 'def handler(event, context):\n    import urllib3\n    return urllib3.NAME\n' };
      const { value } = await invoke(await serviceOf(runtime, lazy), machine, '--interpreter', bare);
      expect(value).toBe('urllib3');
    });

    test("comes after the function's own", async () => {
      const machine = await newMachine(registry);
      const own = { ...app, 'boto3.py': 'NAME = "own"\nPLACE = "here"\n' };
      const asked = registry.requests.length;
      const { value } = await invoke(await serviceOf(runtime, own), machine, '--interpreter', bare);
      expect([value, registry.requests.length]).toEqual([['own', 'here'], asked]);
    });

    test('is not asked for where a library would use it if it were there', async () => {
      const machine = await newMachine(registry);
      const library = {
        'app.py':
          'import sys\nsys.path.append("site-packages")\nimport library\n\ndef handler(event, context):\n    return library.JSON\n',
        'site-packages/library.py':
          'try:\n    import simplejson as json\nexcept ImportError:\n    import json\nJSON = json.__name__\n',
      };
      const asked = registry.requests.length;
      const { value } = await invoke(await serviceOf(runtime, library), machine, '--interpreter', bare);
      expect([value, registry.requests.length]).toEqual(['json', asked]);
    });

    test('is not had by a container image that stands on none of AWS', async () => {
      const machine = await newMachine(registry);
      const folder = await folderOf({
        'serverless.yml':
          'service: images\nprovider: {name: aws, ecr: {images: {own: {path: .}}}}\nfunctions: {f: {image: own}}\n',
        Dockerfile: `FROM python:${base.version}\nCOPY app.py .\nENTRYPOINT ["python", "-m", "awslambdaric"]\nCMD ["app.handler"]\n`,
        ...app,
      });
      const asked = registry.requests.length;
      const { code, said } = await invoke(folder, machine, '--interpreter', bare);
      expect([code, registry.requests.length]).toEqual([1, asked]);
      expect(said).not.toContain("is part of Lambda's image");
    });

    test.each([
      ['--image-packages found', {}, /part of Lambda's image of Python \(boto3\), but this machine does not have it/],
      [
        'no registry',
        { PIP_INDEX_URL: 'http://127.0.0.1:9/simple' },
        /boto3, which .+, could not be installed: pip failed: /,
      ],
    ])('is an error with %s', async (name, more, expected) => {
      const machine = await newMachine(registry);
      const asked = registry.requests.length;
      const args = name.startsWith('--') ? name.split(' ') : [];
      const environment = { ...machine.environment, ...more };
      const { code, said } = await invoke(
        await serviceOf(runtime, app),
        { ...machine, environment },
        '--interpreter',
        bare,
        ...args,
      );
      expect([code, registry.requests.length]).toEqual([1, asked]);
      expect(said).toMatch(expected);
    });
  });
}
