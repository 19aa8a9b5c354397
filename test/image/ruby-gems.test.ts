import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { interpreters } from '../runtimes/ruby/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { invoke, newMachine, serviceOf } from './machine.js';
import { type Registry, startRegistry } from './registry.js';

const ruby = interpreters.at(-1);

/** Why there can be no registry of gems here. */
function withoutIndex(path: string): string | undefined {
  try {
    execFileSync(path, ['-S', 'gem', 'help', 'generate_index'], { stdio: 'pipe' });
    return undefined;
  } catch {
    return `the gem command of ${path} makes no index of gems`;
  }
}

const reason = ruby === undefined ? 'there is no Ruby' : withoutIndex(ruby.path);

if (ruby === undefined || reason !== undefined) describe.skip(`${reason}`, () => test('', () => {}));
else {
  describe('a gem of the image that nothing has', () => {
    const runtime = 'ruby3.3';
    const app = {
      'app.rb':
        "require 'aws-sdk-s3'\ndef handler(event:, context:) = [Aws::S3::NAME, Aws::Core::NAME, Aws::S3::PLACE]\n",
    };
    let registry: Registry;
    beforeAll(async () => {
      registry = await startRegistry({
        ruby: ruby.path,
        gems: [
          {
            name: 'aws-sdk-s3',
            version: '1.2.3',
            files: {
              'lib/aws-sdk-s3.rb':
                "require 'aws-sdk-core'\nmodule Aws; module S3; NAME = 's3'; PLACE = __FILE__; end; end\n",
            },
            needs: { 'aws-sdk-core': '~> 3' },
          },
          { name: 'own', version: '1.0.0', files: { 'lib/own.rb': '' } },
          {
            name: 'aws-sdk-core',
            version: '3.191.2',
            files: { 'lib/aws-sdk-core.rb': "module Aws; module Core; NAME = 'core'; end; end\n" },
          },
        ],
      });
    }, 60_000);
    afterAll(async () => {
      await registry[Symbol.asyncDispose]();
    });

    test('is installed once by gem, with what it needs, which a notice tells', async () => {
      const machine = await newMachine(registry);
      const service = await serviceOf(runtime, app);
      const first = await invoke(service, machine, '--interpreter', ruby.path);
      const place = join(machine.tools, 'invoke-local-image', 'ruby');
      expect(first.value).toEqual(['s3', 'core', expect.stringContaining(place)]);
      expect(first.said).toContain(
        "notice: The gem aws-sdk-s3, which Lambda's image of ruby3.3 has and this machine has not",
      );
      const asked = registry.requests.length;
      const second = await invoke(service, machine, '--interpreter', ruby.path);
      expect([second.value, registry.requests.length]).toEqual([first.value, asked]);
    });

    (process.platform === 'linux' ? test : test.skip)('stands where it is in Lambda once it is installed', async () => {
      const machine = await newMachine(registry);
      const service = await serviceOf(`ruby${ruby.version}`, {
        'app.rb':
          "require 'aws-sdk-s3'\ndef handler(event:, context:) = [Gem.loaded_specs['aws-sdk-s3'].loaded_from, Dir.children('/var/runtime/gems').sort]\n",
      });
      const args = ['--interpreter', ruby.path, '--isolate', 'true'];
      const gems = ['aws-sdk-core-3.191.2', 'aws-sdk-s3-1.2.3'];
      expect((await invoke(service, machine, ...args)).value).toEqual([expect.stringContaining(machine.tools), gems]);
      const { value, said } = await invoke(service, machine, ...args);
      expect(value).toEqual([expect.stringMatching(/runtime\/specifications\/aws-sdk-s3-1\.2\.3\.gemspec$/), gems]);
      expect(said).not.toContain('aws-sdk');
    });

    test.each(['found', 'none'])('is not had with --image-packages %s, which a hint says', async (choice) => {
      const machine = await newMachine(registry);
      const asked = registry.requests.length;
      const args = ['--interpreter', ruby.path, '--image-packages', choice];
      const { code, said } = await invoke(await serviceOf(runtime, app), machine, ...args);
      expect([code, registry.requests.length]).toEqual([1, asked]);
      expect(said).toContain("is part of Lambda's image of Ruby, but this machine does not have it");
    });

    test('is taken from the gems of the machine, which others are not for a deploy', async () => {
      const machine = await newMachine(registry);
      const home = await folderOf({});
      const install = ['-S', 'gem', 'install', 'aws-sdk-s3', 'own', '--install-dir', home, '--no-document'];
      await promisify(execFile)(ruby.path, install, { env: { ...process.env, ...machine.environment } });
      const asked = registry.requests.length;
      const service = await serviceOf(runtime, { 'app.rb': `require 'own'\n${app['app.rb']}` });
      const environment = { ...machine.environment, GEM_HOME: home };
      const { value, said } = await invoke(service, { ...machine, environment }, '--interpreter', ruby.path);
      expect([value, registry.requests.length]).toEqual([['s3', 'core', expect.stringContaining(home)], asked]);
      expect(said).toMatch(
        /f loaded the package own .+\n.+\n {2}Name it in a Gemfile and install that into the folder/,
      );
      expect(said).not.toContain('loaded the package aws-sdk');
    });

    test('is an error with its reason where there is no registry', async () => {
      const machine = await newMachine({ environment: {} });
      const service = await serviceOf(runtime, {
        ...app,
        gemrc: '---\n:sources:\n- http://127.0.0.1:9/\n',
      });
      const environment = { ...machine.environment, GEMRC: join(service, 'gemrc') };
      const { code, said } = await invoke(service, { ...machine, environment }, '--interpreter', ruby.path);
      expect(code).toBe(1);
      expect(said).toMatch(/aws-sdk-s3, which .+, could not be installed: gem failed: .+127\.0\.0\.1/);
      expect(said).toContain("is part of Lambda's image of Ruby, but this machine does not have it");
    });
  });
}
