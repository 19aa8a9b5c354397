import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entry, nodeRuntime } from '../cli/command.js';
import { ordinary, roomMakers } from '../lambda/containment/users.js';

const makers = roomMakers('user-namespaces');

/** Says what a program of the project may do, and fails. */
const probe = `const fs = require('node:fs');
const { HOME, COMMANDS } = process.env;
const attempt = (work) => { try { return work() ?? 'done' } catch (error) { return error.code } };
const read = (path) => attempt(() => fs.readFileSync(path, 'utf8'));
const write = (path) => attempt(() => fs.writeFileSync(path, ''));
console.log('PROBE ' + JSON.stringify({
  aws: read(HOME + '/.aws/credentials'), npmrc: read(HOME + '/.npmrc'), commands: read(COMMANDS),
  parent: read('/proc/' + process.ppid + '/environ').includes?.('TOKEN=') ?? false,
  home: write(HOME + '/.profile'), cache: write(HOME + '/.npm/' + process.getuid()), project: write('made' + process.getuid()), git: write('.git/hook'),
}));
process.exit(3);
`;
const files: Readonly<Record<string, string>> = {
  'home/.aws/credentials': 'hunter2',
  'home/.npmrc': 'registry',
  'home/.gitconfig': '[safe]\n\tdirectory = *\n',
  'home/.npm/index': '',
  'commands/set_output': 'hunter2',
  'app/cdk.json': '{ "app": "node probe.cjs" }',
  'app/probe.cjs': probe,
  'compared/probe.cjs': probe,
  'compared/serverless.yml': `service: compared\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions: { hello: { handler: hello.handler } }\n`,
  'compared/hello.js': 'exports.handler = async () => 1;',
  'compared/suite.yml': 'cases: [{ name: it, function: hello }]',
};
let folder = '';

beforeAll(() => {
  folder = mkdtempSync('/tmp/invoke-local-builds-');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: join(folder, 'compared') });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'before');
  writeFileSync(join(folder, 'compared', 'package-lock.json'), '1');
  git('add', '.');
  git('commit', '-qm', 'after');
  for (const path of ['', 'home', 'home/.npm', 'commands', 'app']) chmodSync(join(folder, path), 0o777);
  execFileSync('chmod', ['-R', 'a+rwX', join(folder, 'compared'), join(folder, 'home')]);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

if (makers.length === 0) test.skip('containment needs Linux', () => {});
else
  describe.each(makers.map((maker) => [maker.title, maker] as const))('a build contained by %s', (_, { prefix }) => {
    const run = (place: string, ...flags: readonly string[]): string => {
      const [command = '', ...args] = [...prefix, process.execPath, entry, ...flags];
      const environment = {
        PATH: process.env['PATH'] ?? '',
        HOME: join(folder, 'home'),
        TOKEN: 'hunter2',
        GITHUB_OUTPUT: join(folder, 'commands', 'set_output'),
        COMMANDS: join(folder, 'commands', 'set_output'),
        ...(prefix.length === 0 ? {} : { OWN: String(ordinary) }),
      };
      const { stdout, stderr } = spawnSync(command, args, {
        encoding: 'utf8',
        cwd: join(folder, place),
        env: environment,
      });
      return stdout + stderr;
    };
    const probed = (text: string): unknown => JSON.parse(/PROBE (\{.*\})/.exec(text)?.[1] ?? JSON.stringify(text));
    const reached = {
      aws: 'ENOENT',
      commands: '',
      parent: false,
      home: 'EROFS',
      cache: 'done',
      project: 'done',
      git: expect.anything(),
    };

    test("is that of a CDK app, which reaches nothing of the step, and may write to the project and to npm's cache", () => {
      const text = run('app', '-f', 'hello', '--synth', '--isolate', 'true');
      expect(probed(text)).toEqual({ ...reached, npmrc: '', git: 'ENOENT' });
      expect(text).toContain('It is contained: it may write to the project');
      expect(text).not.toContain('hunter2');
    });

    test('is that of another commit, which sees the settings of registries too', () => {
      const flags = ['--compare-with', 'HEAD~1', '--compare-install', 'node probe.cjs', '--isolate', 'true'];
      const text = run('compared', 'test', 'suite.yml', ...flags);
      expect(probed(text)).toEqual({ ...reached, npmrc: 'registry', git: 'ENOTDIR' });
      expect(text).toContain('It is contained: it may write to the checkout');
      expect(text).not.toContain('hunter2');
    });
  });
