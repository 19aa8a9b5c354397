import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { WindowsMachine } from '../machine.js';
import { nodeService } from '../node-service.js';
import type { WindowsCase } from '../windows-case.js';

/** The files of the runner for one step. */
const stepFiles = { output: '', summary: '', state: '', env: '', 'temp/empty': '' };

/** The variables of a step whose files are in the project. */
function stepVariables(machine: WindowsMachine, project: string): Record<string, string> {
  const at = (...path: string[]): string => machine.windowsPath(join(project, ...path));
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: at(),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_STATE: at('state'),
    GITHUB_ENV: at('env'),
    RUNNER_TEMP: at('temp'),
    RUNNER_OS: 'Windows',
  };
}

/** Invocations of a function, to their end. */
export const invocations: readonly WindowsCase[] = [
  {
    title: 'a function answers, and its log is on standard error',
    async run({ machine, write, command }) {
      await write(
        nodeService(machine, {
          hello: 'event => { console.log("greeting"); return { greeting: `Hello, ${event.name}!` }; }',
        }),
      );
      const { exitCode, stdout, stderr } = await command(['-f', 'hello', '-d', '{"name":"Ada"}']);
      assert.equal(stdout, '{\n  "greeting": "Hello, Ada!"\n}\n');
      assert.match(stderr, /START RequestId.*\n.*\tINFO\tgreeting\r?\nEND RequestId.*\nREPORT RequestId/);
      assert.doesNotMatch(stderr, /warning|error/);
      assert.equal(exitCode, 0);
    },
  },
  {
    title: 'a handler is an ES module with a package of its own, and what it prints keeps what is not ASCII',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { greets: '' });
      await write({
        'serverless.yml': (files['serverless.yml'] ?? '').replace('handler.greets', 'src/handler.greets'),
        'src/package.json': '{"type":"module"}',
        'src/handler.js':
          "import { greeting } from './lib/greeting.mjs';\r\n" +
          'const { size } = await (await import("node:fs/promises")).stat(new URL("./package.json", import.meta.url));\r\n' +
          'export const greets = async ({ name }) => {\r\n' +
          '  console.log("Grüße an 世界 😀");\r\n' +
          '  return { greeting: greeting(name), size };\r\n};\r\n',
        'src/lib/greeting.mjs': 'export const greeting = (name) => `Grüße, ${name}!`;\r\n',
      });
      const { exitCode, stdout, stderr } = await command(['-f', 'greets', '-d', '{"name":"Ünï 😀"}']);
      assert.equal(stdout, '{\n  "greeting": "Grüße, Ünï 😀!",\n  "size": 17\n}\n', stderr);
      assert.match(stderr, /\tINFO\tGrüße an 世界 😀\r?\n/);
      assert.doesNotMatch(stderr, /warning|error/);
      assert.equal(exitCode, 0);
    },
  },
  {
    title: 'a function that fails has its error, the place in its code, and exit code 1',
    async run({ machine, write, command }) {
      await write(nodeService(machine, { fails: '() => {\n  throw new RangeError("no such order");\n}' }));
      const { exitCode, stdout, stderr } = await command(['-f', 'fails', '-d', '{}']);
      assert.equal(JSON.parse(stdout).errorType, 'RangeError');
      assert.match(stderr, /error: fails failed: RangeError: no such order \(handler\.js:\d+:\d+\)/);
      assert.equal(exitCode, 1);
    },
  },
  {
    title: 'a function that does not end is stopped at its timeout',
    async run({ machine, write, command }) {
      const handler = `() => new Promise(() => setInterval(() => require('fs').appendFileSync('beats', '.'), 50))`;
      const project = await write(nodeService(machine, { hangs: handler }, 'timeout: 1'));
      const { exitCode, stdout, stderr, durationMs } = await command(['-f', 'hangs', '-d', '{}']);
      assert.match(JSON.parse(stdout).errorMessage, /Task timed out after 1\.00 seconds/);
      assert.doesNotMatch(stderr, /could not be ended/);
      assert.equal(exitCode, 1);
      assert.ok(durationMs < 30_000, `it took ${durationMs} ms`);
      await standsStill(join(project, 'beats'));
    },
  },
  {
    title: 'what a function has started is ended with it',
    lacks: withoutProcessTrees,
    async run({ machine, write, command }) {
      const beat = `setInterval(() => require('fs').appendFileSync('beats', '.'), 50)`;
      const handler = `() => {
        require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(beat)}], { stdio: 'ignore' });
        return new Promise(() => setInterval(() => {}, 1000));
      }`;
      const project = await write(nodeService(machine, { starts: handler }, 'timeout: 2'));
      assert.equal((await command(['-f', 'starts', '-d', '{}'])).exitCode, 1);
      await standsStill(join(project, 'beats'));
    },
  },
  {
    title: 'a process that exits is told from one that answers',
    async run({ machine, write, command }) {
      await write(nodeService(machine, { exits: '() => process.exit(7)' }));
      const { exitCode, stdout, stderr } = await command(['-f', 'exits', '-d', '{}']);
      assert.equal(JSON.parse(stdout).errorType, 'Runtime.ExitError');
      assert.match(stderr, /exit(?:ed)?.*7/);
      assert.equal(exitCode, 1);
    },
  },
  {
    title: 'a wrong request is a sentence, and exit code 2',
    async run({ machine, write, command }) {
      await write(nodeService(machine, { hello: '() => 1' }));
      const { exitCode, stdout, stderr } = await command(['-f', 'helo', '-d', '{}']);
      assert.equal(stdout, '');
      assert.match(stderr, /error: .*helo.*\n.*hello/s);
      assert.doesNotMatch(stderr, /\n {4}at .*\.js:\d+:\d+\)/);
      assert.equal(exitCode, 2);
    },
  },
  {
    title: 'the action writes its outputs, its summary and the path of the response',
    async run({ machine, write, action }) {
      const project = await write({
        ...nodeService(machine, { hello: 'event => ({ greeting: `Hello, ${event.name}!` })' }),
        ...stepFiles,
      });
      const environment = stepVariables(machine, project);
      const inputs = { function: 'hello', data: '{"name":"Ada"}', 'working-directory': '.\\', summary: 'true' };
      const { exitCode, stdout, stderr } = await action(inputs, { environment });
      assert.equal(exitCode, 0, stdout + stderr);
      const outputs = await readFile(join(project, 'output'), 'utf8');
      assert.match(outputs, /^status<<(\S+)\r?\nsuccess\r?\n\1\r?$/m);
      assert.match(outputs, /\{"greeting":"Hello, Ada!"\}/);
      assert.match(outputs, /^output-file<<(\S+)\r?\n[A-Z]:\\.*\r?\n\1\r?$/m);
      assert.match(await readFile(join(project, 'summary'), 'utf8'), /Hello, Ada!/);
    },
  },
  {
    title: 'the action takes paths with backslashes, and annotates the line of a failure with forward slashes',
    async run({ machine, write, action }) {
      const files = nodeService(machine, { fails: '' });
      const project = await write({
        'serverless.yml': (files['serverless.yml'] ?? '').replace('handler.fails', 'src/handler.fails'),
        'src/handler.js': 'exports.fails = async ({ name }) => {\n  throw new Error(`no ${name}`);\n};\n',
        'events/item.json': '{"name":"Ünï"}',
        ...stepFiles,
      });
      const environment = stepVariables(machine, project);
      const inputs = {
        function: 'fails',
        path: 'events\\item.json',
        'report-json': machine.windowsPath(join(project, 'reports', 'run.json')),
      };
      const { exitCode, stdout } = await action(inputs, { environment });
      assert.equal(exitCode, 1, stdout);
      assert.match(stdout, /^::error [^\n]*file=src\/handler\.js,line=2,col=\d+[^\n]*::.*no Ünï/m);
      assert.match(await readFile(join(project, 'output'), 'utf8'), /^error-message<<(\S+)\r?\nno Ünï\r?\n\1\r?$/m);
      assert.match(await readFile(join(project, 'reports', 'run.json'), 'utf8'), /no Ünï/);
    },
  },
  {
    title: 'the action serves for the length of a job, and its post step ends the server and shows its log',
    async run({ machine, write, action }) {
      const project = await write({
        ...nodeService(machine, { hello: 'event => { console.log("greeting"); return `Hello, ${event.name}!`; }' }),
        ...stepFiles,
      });
      const environment = stepVariables(machine, project);
      const started = await action({ serve: 'true' }, { environment });
      assert.equal(started.exitCode, 0, started.stdout);
      const [, url = ''] = /^serve-url<<\S+\r?\n(\S+)/m.exec(await readFile(join(project, 'output'), 'utf8')) ?? [];
      const invoke = async (): Promise<string> =>
        (
          await fetch(`${url}/2015-03-31/functions/hello/invocations`, { method: 'POST', body: '{"name":"Ada"}' })
        ).text();
      assert.equal(await invoke(), '"Hello, Ada!"');
      const [, name = '', , value = ''] =
        /^(\S+)<<(\S+)\r?\n(.*)\r?\n\2/m.exec(await readFile(join(project, 'state'), 'utf8')) ?? [];
      const post = { environment: { ...environment, [`STATE_${name}`]: value.trim() }, program: 'post' } as const;
      const { exitCode, stdout } = await action({ serve: 'true' }, post);
      assert.match(stdout, /hello \| .*\tINFO\tgreeting/);
      assert.doesNotMatch(stdout, /could not be ended/);
      assert.equal(exitCode, 0);
      await assert.rejects(invoke);
    },
  },
  {
    title: 'what a deploy would not hold is told, and with its package alone the cause of the failure is that',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { loads: '() => require("./lib/value.js")' });
      await write({
        ...files,
        'serverless.yml': `${files['serverless.yml']}package:\r\n  patterns: ['!lib/**']\r\n`,
        'lib/value.js': 'module.exports = 5;\n',
      });
      const told = await command(['-f', 'loads', '-d', '{}']);
      assert.deepEqual([told.exitCode, told.stdout], [0, '5\n'], told.stderr);
      assert.match(told.stderr, /warning: loads loaded lib\/value\.js, which a deploy would not have: .*!lib\/\*\*/);
      const { exitCode, stderr } = await command(['-f', 'loads', '-d', '{}', '--package', 'enforce']);
      assert.match(stderr, /loads asks for lib\/value\.js, which a deploy would not have: .*!lib\/\*\*/);
      assert.match(stderr, /Cannot find module '\.\/lib\/value\.js' \(handler\.js:1:\d+\)/);
      assert.equal(exitCode, 1);
    },
  },
  {
    title: 'a suite of an ES module and of TypeScript keeps snapshots, tells of a failure, and writes its reports',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { greets: '', counts: '' });
      const config = (files['serverless.yml'] ?? '').replace('handler.greets', 'src/greets.greets');
      const project = await write({
        'serverless.yml': config.replace('handler.counts', 'src/counts.counts'),
        'src/greets.mjs': 'export const greets = async ({ name }) => `Grüße, ${name}!`;\n',
        'src/counts.ts': 'export const counts = async (items: string[]): Promise<number> => items.length;\n',
        'tests/all.invoke.yml': [
          'cases:',
          '  - { name: greets, function: greets, data: { name: 世界 }, expect: { snapshot: true } }',
          '  - { name: counts, function: counts, data: [a, b], expect: { output: 2 } }',
          '  - name: counts wrongly',
          '    function: counts',
          '    data: [ü]',
          '    expect: { output: 2 }',
          '',
        ].join('\r\n'),
      });
      const junit = machine.windowsPath(join(project, 'reports', 'suite.xml'));
      for (const snapshots of [/Snapshots: 1 written/, /^(?!.*Snapshots: )/s]) {
        const { exitCode, stderr } = await command(['test', 'tests\\*.invoke.yml', '--report-junit', junit]);
        assert.match(stderr, snapshots);
        assert.match(stderr, /output is 1, and 2 was expected\. \(tests\/all\.invoke\.yml:7:\d+\)/);
        assert.match(stderr, /3 cases: 2 passed, 1 failed/);
        assert.equal(exitCode, 1);
      }
      assert.match(await readFile(join(project, 'reports', 'suite.xml'), 'utf8'), /tests="3" failures="1"/);
      const kept = await readFile(join(project, 'tests', '__snapshots__', 'all.invoke.yml.snap'), 'utf8');
      assert.match(kept, /Grüße, 世界!/);
    },
  },
  {
    title: 'a suite runs its cases, and says how many passed',
    async run({ machine, write, command }) {
      await write({
        ...nodeService(machine, { hello: 'event => `Hello, ${event.name}!`' }),
        'tests/hello.invoke.yml': [
          'defaults:',
          '  function: hello',
          'cases:',
          '  - name: greets',
          '    data: { name: Ada }',
          '    expect: { output: "Hello, Ada!" }',
          '  - name: greets another',
          '    path: events\\grace.json',
          '    expect: { output: { $regex: Grace } }',
          '',
        ].join('\r\n'),
        'tests/events/grace.json': '{"name":"Grace"}',
      });
      const { exitCode, stderr } = await command(['test', 'tests\\hello.invoke.yml']);
      assert.match(stderr, /2 passed, 0 failed/);
      assert.equal(exitCode, 0);
    },
  },
];

/** Wine's `taskkill` ends no tree, and it has no program that lists processes with their parents. */
function withoutProcessTrees({ isWine }: WindowsMachine): string | undefined {
  return isWine ? "Wine's taskkill ends no trees, and nothing in Wine lists processes with their parents" : undefined;
}

/** Checks that a file does not grow any more. */
async function standsStill(path: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  await delay(500);
  assert.equal(await readFile(path, 'utf8'), before, 'the process still runs');
}
