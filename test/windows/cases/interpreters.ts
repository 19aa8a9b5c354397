import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { WindowsMachine } from '../machine.js';
import { nodeService } from '../node-service.js';
import { getPython } from '../programs.js';
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
      }
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
