import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeService } from '../node-service.js';
import type { WindowsCase } from '../windows-case.js';

const echo = { echo: 'event => event' };

/** What a shell of Windows passes to the command. */
export const commandArguments: readonly WindowsCase[] = [
  {
    title: '-p takes a path with backslashes',
    async run({ machine, write, command }) {
      await write({ ...nodeService(machine, echo), 'events/deep/order.json': '{"id":7}' });
      const { exitCode, stdout } = await command(['-f', 'echo', '-p', 'events\\deep\\order.json']);
      assert.deepEqual([exitCode, JSON.parse(stdout)], [0, { id: 7 }]);
    },
  },
  {
    title: '-p takes an absolute path with a drive letter',
    async run({ machine, write, command }) {
      const project = await write({ ...nodeService(machine, echo), 'events/order.json': '{"id":7}' });
      const path = machine.windowsPath(join(project, 'events', 'order.json'));
      for (const spelling of [path, path.replaceAll('\\', '/'), path.toLowerCase().slice(0, 1) + path.slice(1)]) {
        const { exitCode, stdout } = await command(['-f', 'echo', '-p', spelling]);
        assert.deepEqual([exitCode, JSON.parse(stdout)], [0, { id: 7 }], spelling);
      }
    },
  },
  {
    title: '-p takes a file of JavaScript by its path',
    async run({ machine, write, command }) {
      await write({ ...nodeService(machine, echo), 'events/order.mjs': 'export default { id: 7 };\n' });
      const { exitCode, stdout, stderr } = await command(['-f', 'echo', '-p', 'events\\order.mjs']);
      assert.deepEqual([exitCode, stdout, stderr.includes('error')], [0, '{\n  "id": 7\n}\n', false]);
    },
  },
  {
    title: '--data keeps quotes, percent signs, carets and what is not ASCII',
    async run({ machine, write, command }) {
      await write(nodeService(machine, echo));
      const event = { text: 'a "quoted" \\"word\\" & 100% ^caret^ %PATH% Ünïcode 😀', path: 'C:\\temp\\new' };
      const { exitCode, stdout } = await command(['-f', 'echo', '--data', JSON.stringify(event)]);
      assert.deepEqual([exitCode, JSON.parse(stdout)], [0, event]);
    },
  },
  {
    title: '-w takes a path with backslashes, and a trailing one',
    async run({ machine, write, command }) {
      const project = await write(nodeService(machine, echo));
      for (const folder of ['.\\', `${machine.windowsPath(project)}\\`]) {
        const { exitCode, stdout } = await command(['-w', folder, '-f', 'echo', '-d', '1'], { folder: '.' });
        assert.deepEqual([exitCode, stdout], [0, '1\n'], folder);
      }
    },
  },
  {
    title: 'the event comes from standard input, with the line endings that it has',
    async run({ machine, write, command }) {
      await write(nodeService(machine, echo));
      const { exitCode, stdout } = await command(['-f', 'echo'], { input: '{\r\n  "id": 7\r\n}\r\n' });
      assert.deepEqual([exitCode, JSON.parse(stdout)], [0, { id: 7 }]);
    },
  },
  {
    title: 'reports are written to drives, with either slash, and name files with forward slashes',
    async run({ machine, write, command }) {
      const project = await write(nodeService(machine, { fails: '() => { throw new Error("no items"); }' }));
      const at = (name: string): string => machine.windowsPath(join(project, 'reports', name));
      const { exitCode, stderr } = await command([
        ...['-f', 'fails', '-d', '{}', '--coverage', at('coverage')],
        ...['--report-json', at('run.json'), '--report-html', at('run.html').replaceAll('\\', '/')],
      ]);
      assert.equal(exitCode, 1);
      assert.match(stderr, /no items \(handler\.js:1:\d+\)/);
      const report = JSON.parse(await readFile(join(project, 'reports', 'run.json'), 'utf8'));
      assert.match(JSON.stringify(report), /"handler\.js"/);
      assert.match(await readFile(join(project, 'reports', 'run.html'), 'utf8'), /no items/);
      const covered = await readFile(join(project, 'reports', 'coverage', 'lcov.info'), 'utf8');
      assert.match(covered, /^SF:handler\.js$/m);
    },
  },
  {
    title: 'reports are written to paths with backslashes, in folders that are not there yet',
    async run({ machine, write, command }) {
      const project = await write(nodeService(machine, { fails: '() => { throw new Error("no items"); }' }));
      const { exitCode } = await command([
        '-f',
        'fails',
        '-d',
        '{}',
        '--report-json',
        'reports\\new\\run.json',
        '--report-junit',
        'reports\\run.xml',
      ]);
      assert.equal(exitCode, 1);
      const report = JSON.parse(await readFile(join(project, 'reports', 'new', 'run.json'), 'utf8'));
      assert.match(JSON.stringify(report), /no items/);
      assert.match(await readFile(join(project, 'reports', 'run.xml'), 'utf8'), /<failure[^>]*no items/);
    },
  },
];
