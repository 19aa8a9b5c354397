import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeZip } from '../../write-zip.js';
import type { WindowsMachine } from '../machine.js';
import { nodeService } from '../node-service.js';
import { commandLauncher, getPython } from '../programs.js';
import type { WindowsCase } from '../windows-case.js';

const hello =
  'def hello(event, context):\n    print("greeting")\n    return {"greeting": "Hello, " + event["name"] + "!"}\n';

function pythonService(version = '3.13'): Record<string, string> {
  return {
    'serverless.yml': `service: windows\nprovider:\n  name: aws\n  runtime: python${version}\nfunctions:\n  hello:\n    handler: handler.hello\n`,
    'handler.py': hello,
  };
}

function withoutPython({ python }: WindowsMachine): string | undefined {
  return python === undefined ? `there is no Python for Windows; get it with: ${getPython}` : undefined;
}

const event = '{"name":"Ada"}';
const answer = '{\n  "greeting": "Hello, Ada!"\n}\n';

/** How programs of Windows are found and started. */
export const interpreters: readonly WindowsCase[] = [
  {
    title: 'a function in Python runs with the python.exe of Path',
    lacks: withoutPython,
    async run({ machine, write, command }) {
      await write(pythonService());
      const folder = (machine.python ?? '').replace(/\\[^\\]*$/, '');
      for (const name of ['Path', 'PATH']) {
        const environment = { Path: `C:\\windows;${folder}`, [name]: `C:\\windows;${folder}` };
        const { exitCode, stdout, stderr } = await command(['-f', 'hello', '-d', event], { environment });
        assert.deepEqual([exitCode, stdout], [0, answer], `${name}: ${stderr}`);
        assert.match(stderr, /Max Memory Used: [1-9]\d* MB/);
      }
    },
  },
  {
    title: 'what a function in Python prints and raises keeps what is not ASCII, and a suite of it passes',
    lacks: withoutPython,
    async run({ machine, write, command }) {
      await write({
        ...pythonService(),
        'handler.py':
          'import bz2, ssl, sys\r\nprint("init: Grüße")\r\n\r\ndef hello(event, context):\r\n' +
          '    print("世界 😀")\r\n    sys.stderr.write("ошибка\\n")\r\n' +
          '    if event["name"] == "":\r\n        raise ValueError("kein Wörtchen 😀")\r\n' +
          '    return "Grüße, " + event["name"]\r\n',
        'tests/hello.invoke.yml': [
          'defaults: { function: hello }',
          'cases:',
          '  - { name: one, data: { name: Ünï }, expect: { output: "Grüße, Ünï" } }',
          '  - { name: two, data: { name: 世界 }, expect: { output: "Grüße, 世界" } }',
          '  - { name: three, data: { name: "" }, expect: { error: { type: ValueError, message: kein Wörtchen 😀 } } }',
          '',
        ].join('\r\n'),
      });
      const environment = { Path: `C:\\windows;${(machine.python ?? '').replace(/\\[^\\]*$/, '')}` };
      const { exitCode, stderr } = await command(['-f', 'hello', '-d', '{"name":""}'], { environment });
      assert.match(stderr, /^init: Grüße\r?$/m);
      assert.match(stderr, /^世界 😀\r?\nошибка\r?$/m);
      assert.doesNotMatch(stderr, /warning/, 'the compiled parts of the standard library are of the runtime');
      assert.match(stderr, /hello failed: ValueError: kein Wörtchen 😀 \(handler\.py:8\)/);
      assert.equal(exitCode, 1);
      const suite = await command(['test', 'tests\\hello.invoke.yml'], { environment });
      assert.match(suite.stderr, /3 passed, 0 failed/);
      assert.equal(suite.exitCode, 0);
    },
  },
  {
    title: 'a .bat on Path is found by PATHEXT and started, from a folder with spaces and signs',
    lacks: withoutPython,
    async run({ machine, write, command }) {
      const project = await write({
        ...pythonService(),
        'with space & (signs)/python3.13.bat': `@echo off\r\n"${machine.python}" %*\r\n`,
      });
      const shims = machine.windowsPath(join(project, 'with space & (signs)'));
      const { exitCode, stdout, stderr } = await command(['-f', 'hello', '-d', event], {
        environment: { Path: `C:\\windows;"${shims}"` },
      });
      assert.deepEqual([exitCode, stdout], [0, answer], stderr);
    },
  },
  {
    title: 'the launcher py.exe is asked for the declared version, and then for any',
    lacks: (machine) =>
      withoutPython(machine) ??
      (machine.isWine && commandLauncher() === undefined ? 'pip has no launcher for Windows' : undefined),
    async run({ machine, write, command }) {
      const project = await write(pythonService());
      // Those that an image of the runner has would be found before the launcher.
      const environment = { Path: 'C:\\windows', RUNNER_TOOL_CACHE: '', AGENT_TOOLSDIRECTORY: '' };
      if (machine.isWine) {
        await writePy(join(project, 'launcher'), machine.python ?? '');
        environment.Path += `;${machine.windowsPath(join(project, 'launcher'))}`;
      }
      const declared = await command(['-f', 'hello', '-d', event], { environment });
      assert.deepEqual([declared.exitCode, declared.stdout], [0, answer], declared.stderr);
      await write(pythonService('3.8'));
      const other = await command(['-f', 'hello', '-d', event], { environment });
      assert.deepEqual([other.exitCode, other.stdout], [0, answer], other.stderr);
      assert.match(other.stderr, /declares python3\.8, but ran on Python 3\.\d+/);
    },
  },
  {
    title: 'the interpreter option takes the name and the path of a .cmd',
    async run({ machine, write, command }) {
      const project = await write({
        ...nodeService(machine, { which: '() => [process.env.SHIM, process.version]' }),
        'bin/our-node.cmd': `@set SHIM=ours\r\n@"${machine.node}" %*\r\n`,
      });
      const folder = machine.windowsPath(join(project, 'bin'));
      for (const interpreter of ['our-node', 'our-node.cmd', 'bin\\our-node', `${folder}\\our-node.cmd`]) {
        const { exitCode, stdout, stderr } = await command(['-f', 'which', '-d', '{}', '--interpreter', interpreter], {
          environment: { Path: `C:\\windows\\system32;${folder}` },
        });
        assert.equal(exitCode, 0, `${interpreter}: ${stderr}`);
        assert.equal(JSON.parse(stdout)[0], 'ours', interpreter);
      }
    },
  },
  {
    title: 'git is the one of Path, by PATHEXT, and never one of the working folder',
    async run({ machine, write, command }) {
      const files = nodeService(
        machine,
        { shows: '() => process.env.BRANCH' },
        'environment:',
        '  BRANCH: ${git:branch}',
      );
      const project = await write({
        ...files,
        'serverless.yml': `plugins: [serverless-plugin-git-variables]\n${files['serverless.yml']}`,
        'git.bat': '@echo of the project\r\n',
        'bin/git.cmd': '@if "%~1 %~3"=="rev-parse HEAD" (echo of Path) else exit 3\r\n',
      });
      const run = (Path: string) => command(['-f', 'shows', '-d', '{}'], { environment: { Path } });
      const { exitCode, stdout, stderr } = await run(`C:\\windows;${machine.windowsPath(join(project, 'bin'))}`);
      assert.deepEqual([exitCode, stdout], [0, '"of Path"\n'], stderr);
      assert.match((await run('C:\\windows')).stderr, /git is not on PATH/);
    },
  },
  {
    title: 'a program of the working folder does not take the place of one of Path',
    lacks: withoutPython,
    async run({ machine, write, command }) {
      await write({ ...pythonService(), 'python3.13.bat': '@exit 7\r\n', 'python.bat': '@exit 7\r\n' });
      const folder = (machine.python ?? '').replace(/\\[^\\]*$/, '');
      const { exitCode, stderr } = await command(['-f', 'hello', '-d', event], { environment: { Path: folder } });
      assert.equal(exitCode, 0, stderr);
    },
  },
];

/** Writes a stand-in for Windows' launcher of Python, which knows of one version. */
async function writePy(folder: string, python: string): Promise<void> {
  const main = [
    'import subprocess, sys',
    'if sys.argv[1] not in ("-3.13", "-3"):',
    '    sys.exit(103)',
    `sys.exit(subprocess.call([r"${python}", *sys.argv[2:]]))`,
    '',
  ];
  const archive = join(folder, 'main.zip');
  await mkdir(folder, { recursive: true });
  await writeZip(archive, [{ name: '__main__.py', content: main.join('\n') }]);
  const launcher = await readFile(commandLauncher() ?? '');
  await writeFile(
    join(folder, 'py.exe'),
    Buffer.concat([launcher, Buffer.from(`#!"${python}"\r\n`), await readFile(archive)]),
  );
}
