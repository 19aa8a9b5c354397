import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { WindowsMachine } from '../machine.js';
import { nodeService } from '../node-service.js';
import type { WindowsCase } from '../windows-case.js';

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
        output: '',
        summary: '',
        'temp/empty': '',
      });
      const at = (...path: string[]): string => machine.windowsPath(join(project, ...path));
      const environment = {
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: at(),
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary'),
        RUNNER_TEMP: at('temp'),
        RUNNER_OS: 'Windows',
      };
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
