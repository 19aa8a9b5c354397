import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findOnPath } from '../../src/host/search-path.js';
import { nodeSdk } from '../../src/lambda/image/node-image.js';
import { entry, nodeRuntime } from '../cli/command.js';
import { ordinary, roomMakers } from '../lambda/containment/users.js';

const makers = roomMakers();
const { version } = nodeSdk(nodeRuntime.replace(/\D/g, ''));
const stand = `tools/invoke-local-image/node/${version}/runtime/node_modules/@aws-sdk/client-s3`;
const python = findOnPath('python3', process.env['PATH']);
const files: Readonly<Record<string, string>> = {
  'serverless.yml': `service: contained
provider: { name: aws, runtime: ${nodeRuntime} }
functions:
  look: { handler: look.handler }
  fail: { handler: fail.handler }
  write: { handler: write.handler }
  crash: { handler: crash.handler }
  count: { handler: count.handler }
  echo: { handler: echo.handler }
  python: { handler: python.handler, runtime: python3.12 }
  image: { handler: image.handler }
  extended: { handler: echo.handler, layers: [{ Ref: LLambdaLayer }] }
  left: { handler: echo.handler, layers: [{ Ref: BrokenLambdaLayer }] }
layers: { l: { path: layer }, broken: { path: broken } }
`,
  'look.js': `const fs = require('node:fs');
const attempt = (work) => { try { return work() } catch (error) { return error.code } };
exports.handler = async () => ({
  cwd: process.cwd(), root: process.env.LAMBDA_TASK_ROOT, file: __filename, temporary: require('node:os').tmpdir(),
  secret: attempt(() => fs.readFileSync(process.env.HOME + '/.npmrc', 'utf8')),
  commands: attempt(() => fs.readFileSync(process.env.COMMANDS, 'utf8')),
  parent: attempt(() => fs.readFileSync('/proc/' + process.ppid + '/environ', 'utf8')),
  written: attempt(() => fs.writeFileSync('/var/task/x', '')),
  processes: fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length,
});`,
  'fail.js': "exports.handler = async () => { throw new TypeError('boom') };",
  'write.js': "exports.handler = async () => require('node:fs').writeFileSync('out.txt', '');",
  'crash.js': "exports.handler = () => process.kill(process.pid, 'SIGSEGV');",
  'count.js': "exports.handler = async () => require('node:fs').readdirSync('/tmp');",
  'python.py': 'def handler(event, context):\n    raise ValueError("from python")\n',
  'event.js': `const fs = require('node:fs');
const attempt = (work) => { try { return work() } catch (error) { return error.code } };
module.exports = () => ({
  secret: attempt(() => fs.readFileSync(process.env.HOME + '/.npmrc', 'utf8')),
  git: attempt(() => fs.readFileSync('.git/config', 'utf8')),
  hook: attempt(() => fs.writeFileSync('.git/hook', '')),
  project: attempt(() => fs.writeFileSync('made.txt', 'made')) ?? 'written',
  own: process.getuid() === Number(process.env.OWN),
});`,
  'image.js': `const { execFileSync } = require('node:child_process');
const { NAME } = require('@aws-sdk/client-s3');
exports.handler = async () => ({
  name: NAME, same: require('/var/runtime/node_modules/@aws-sdk/client-s3').NAME === NAME,
  names: require('node:fs').readdirSync('/var/runtime/node_modules/@aws-sdk'),
  script: execFileSync('/var/task/script').toString(), program: process.execPath,
});`,
  'broken/extensions/missing': '#!/nowhere/program',
  // It asks for its events for as long as it may live.
  'layer/extensions/told': `#!/var/lang/bin/node
const api = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2020-01-01/extension/';
(async () => {
  const body = JSON.stringify({ events: ['INVOKE'] });
  const { headers } = await fetch(api + 'register', { method: 'POST', headers: { 'Lambda-Extension-Name': 'told' }, body });
  const id = { 'Lambda-Extension-Identifier': headers.get('lambda-extension-identifier') };
  for (;;) {
    const { eventType } = await (await fetch(api + 'event/next', { headers: id })).json();
    console.log('told of ' + eventType);
  }
})();`,
  script: '#!/var/lang/bin/node\nprocess.stdout.write(process.execPath);',
  [`${stand}/package.json`]: '{"name":"@aws-sdk/client-s3","version":"3.0.0"}',
  [`${stand}/index.js`]: "exports.NAME = 's3';",
  'echo.js': 'exports.handler = async (event) => event;',
  '.git/config': '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic hunter2\n[core]\n\tbare = false\n',
  'home/.npmrc': 'hunter2',
  'commands/set_output': 'hunter2',
};
let folder = '';

beforeAll(() => {
  folder = mkdtempSync('/tmp/invoke-local-contained-');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  for (const path of ['', 'home', 'commands', '.git', 'script', 'layer/extensions/told'])
    chmodSync(join(folder, path), 0o777);
});

afterAll(() => {
  for (const maker of makers) maker[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const each = makers
  .filter(({ mechanism }) => mechanism === 'user-namespaces')
  .map((maker) => [maker.title, maker] as const);
if (each.length === 0) test.skip('containment needs Linux', () => {});
else
  describe.each(each)('a function contained by %s', (_, maker) => {
    const run = (name: string, ...more: string[]) => {
      const environment = {
        PATH: process.env['PATH'] ?? '',
        HOME: join(folder, 'home'),
        GITHUB_OUTPUT: join(folder, 'commands', 'set_output'),
        OWN: String(maker.prefix.length === 0 ? process.getuid?.() : ordinary),
        COMMANDS: join(folder, 'commands', 'set_output'),
        RUNNER_TOOL_CACHE: join(folder, 'tools'),
      };
      const [command = '', ...args] = [
        ...maker.prefix,
        process.execPath,
        entry,
        '-f',
        name,
        '--isolate',
        'true',
        ...more,
      ];
      const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', cwd: folder, env: environment });
      return { stdout, stderr, status };
    };

    test('has /var/task, and nothing of the step', () => {
      const { stdout } = run('look', '-q');
      expect(JSON.parse(stdout)).toMatchObject({
        cwd: '/var/task',
        root: '/var/task',
        file: '/var/task/look.js',
        temporary: '/tmp',
        secret: '',
        commands: '',
        parent: 'EACCES',
        written: 'EROFS',
        processes: 2,
      });
      expect(stdout).not.toContain('hunter2');
    });

    test("has what the machine has of Lambda's image where Lambda has it", () => {
      const { stdout, stderr } = run('image', '--image-packages', 'install');
      const { program, ...value } = JSON.parse(stdout);
      expect(value).toEqual({ name: 's3', same: true, names: ['client-s3'], script: program });
      expect(stderr).not.toContain('aws-sdk');
    });

    test('has extensions that begin with the interpreter where Lambda has it', () => {
      const { stdout, stderr } = run('extended', '-d', '1');
      expect([stdout.trim(), stderr]).toEqual(['1', expect.stringMatching(/^told of INVOKE$/m)]);
      expect(stderr).not.toContain('was left out');
    });

    test('ends without a word where other programs could have been in its room', () => {
      const { stdout, stderr } = run('left', '-d', '1');
      expect([stdout.trim(), stderr]).toEqual(['1', expect.stringContaining('names program, which is not here')]);
      expect(stderr).not.toContain('the runtime ends');
    });

    test("has the project's paths in the trace of an error", () => {
      const { stderr, status } = run('fail');
      expect(status).toBe(1);
      expect(stderr).toMatch(/fail failed: TypeError: boom \(fail\.js:1:39\)/);
    });

    test('can not write into its code, and a hint says where it can', () => {
      const { stderr } = run('write');
      expect(stderr).toContain('EROFS');
      expect(stderr).toMatch(/\/tmp/);
    });

    test('tells of a crash what it is', () => {
      expect(run('crash').stdout).toContain('signal: segmentation fault');
    });

    test('has an event by a module that reaches nothing of the step either, and that may write to the project alone', () => {
      expect(JSON.parse(run('echo', '-q', '-p', 'event.js').stdout)).toEqual({
        secret: '',
        git: '[http "https://github.com/"]\n[core]\n\tbare = false\n',
        hook: 'EROFS',
        project: 'written',
        own: true,
      });
      rmSync(join(folder, 'made.txt'));
    });

    test('is named so where the run says what it does', () => {
      expect(run('echo', '--verbose').stderr).toMatch(/containment +by namespaces of this user/);
    });

    (python === undefined ? test.skip : test)('of Python has its paths too', () => {
      expect(run('python').stderr).toMatch(/python failed: ValueError: from python \(python\.py:2/);
    });
  });

test('what is asked for has to be one of the words', () => {
  const { stderr, status } = spawnSync(process.execPath, [entry, '-f', 'look', '--isolate', 'maybe'], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect(status).toBe(2);
  expect(stderr).toContain('takes auto, true or false');
});
