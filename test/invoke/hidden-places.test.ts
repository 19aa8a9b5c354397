import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entry, nodeRuntime } from '../cli/command.js';
import { roomMakers } from '../lambda/containment/users.js';

const makers = roomMakers();
let folder = '';

/** What a step may have on its machine, by the variable that names it or its folder; without one, it is found without. */
const secrets: Readonly<Record<string, string>> = {
  'commands/_runner_file_commands/output': 'GITHUB_OUTPUT',
  'commands/_runner_file_commands/of-another-step': '',
  'env/file': 'GITHUB_ENV',
  'path/file': 'GITHUB_PATH',
  'state/file': 'GITHUB_STATE',
  'summary/file': 'GITHUB_STEP_SUMMARY',
  'runner/_work/_temp/file': '',
  'runner/.credentials': '',
  'runner/.credentials_rsaparams': '',
  'runner/.env': '',
  'runner/_diag/log': '',
  'worker/.credentials_rsaparams': '',
  ...Object.fromEntries(
    [
      '.aws/credentials',
      '.bundle/config',
      '.cargo/credentials.toml',
      '.config/gh/hosts.yml',
      '.docker/config.json',
      '.gitconfig',
      '.gradle/gradle.properties',
      '.netrc',
      '.npmrc',
      '.pip/pip.conf',
      '.pypirc',
      '.ssh/id',
    ].map((name) => [`home/${name}`, '']),
  ),
  'named/aws': 'AWS_SHARED_CREDENTIALS_FILE',
  'named/pip': 'PIP_CONFIG_FILE',
  'named/npm': 'npm_config_userconfig',
  'kube/one': '',
  'kube/two': '',
  'cargo/credentials.toml': '',
  'gradle/gradle.properties': '',
  'config/gh/hosts.yml': '',
};

beforeAll(() => {
  // Beside the machine's /tmp, of which a room has nothing.
  folder = mkdtempSync('/var/tmp/invoke-local-hidden-');
  const files = {
    ...Object.fromEntries(Object.keys(secrets).map((name) => [name, 'hunter2'])),
    'service/serverless.yml': `service: hidden\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions: { read: { handler: read.handler } }\n`,
    'service/read.js': `const fs = require('node:fs');
const read = (path) => { try { return fs.readFileSync(path, 'utf8') } catch (error) { return error.code } };
exports.handler = async (paths) => ({
  read: paths.map(read),
  written: (fs.writeFileSync('/dev/null', 'x'), fs.statSync('/dev/null').isCharacterDevice()),
});`,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  // The process of a runner, of which steps descend.
  mkdirSync(join(folder, 'worker', 'bin'));
  copyFileSync('/bin/sh', join(folder, 'worker', 'bin', 'Runner.Worker'));
  chmodSync(join(folder, 'worker', 'bin', 'Runner.Worker'), 0o755);
  spawnSync('chmod', ['-R', 'a+rX', folder]);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

if (makers.length === 0) test.skip('containment needs Linux', () => {});
else
  test.each(makers.map((maker) => [maker.title, maker] as const))(
    'a function in a room that %s makes reads nothing of the step, of its runner or of the home folder',
    (_, { prefix }) => {
      const paths = Object.keys(secrets).map((name) => join(folder, name));
      const named = Object.entries(secrets).filter(([, variable]) => variable !== '');
      const environment = {
        PATH: process.env['PATH'],
        HOME: join(folder, 'home'),
        GITHUB_ACTIONS: 'true',
        RUNNER_TEMP: join(folder, 'runner', '_work', '_temp'),
        KUBECONFIG: `${join(folder, 'kube', 'one')}:${join(folder, 'kube', 'two')}`,
        CARGO_HOME: join(folder, 'cargo'),
        GRADLE_USER_HOME: join(folder, 'gradle'),
        XDG_CONFIG_HOME: join(folder, 'config'),
        GIT_CONFIG_GLOBAL: '/dev/null',
        ...Object.fromEntries(named.map(([name, variable]) => [variable, join(folder, name)])),
      };
      const command = [process.execPath, entry, '-f', 'read', '-q', '--isolate', 'true', '-d', JSON.stringify(paths)];
      // The shell of the worker stays: it has something to do afterwards.
      const inWorker = [join(folder, 'worker', 'bin', 'Runner.Worker'), '-c', '"$@"; exit $?', 'step', ...command];
      const [program = '', ...args] = [...prefix, ...inWorker];
      const options = { encoding: 'utf8', cwd: join(folder, 'service'), env: environment } as const;
      const { stdout, stderr } = spawnSync(program, args, options);
      const { read, written } = JSON.parse(stdout || JSON.stringify({ read: [stderr] }));
      expect(paths.filter((_path, index) => read[index]?.includes('hunter2'))).toEqual([]);
      expect({ count: read.length, written }).toEqual({ count: paths.length, written: true });
    },
  );
