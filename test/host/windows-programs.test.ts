import { expect, test } from '@jest/globals';
import { startableEndings, windowsStart } from '../../src/host/windows-programs.js';

test.each([
  ['.COM;.EXE;.BAT;.CMD;.VBS;.JS', ['.com', '.exe', '.bat', '.cmd']],
  ['.CMD;.EXE', ['.cmd', '.exe']],
  ['.VBS', ['.com', '.exe', '.bat', '.cmd']],
  [undefined, ['.com', '.exe', '.bat', '.cmd']],
])('with a PATHEXT of %j, the endings of programs are %j', (PATHEXT, endings) => {
  expect(startableEndings({ PATHEXT })).toEqual(endings);
});

test('a program is started as it is', () => {
  const args = ['-c', 'a "b" %c%'];
  expect(windowsStart('C:\\py.exe', args)).toEqual({ command: 'C:\\py.exe', args, options: {} });
});

test('a batch file is started by the command interpreter, to which no sign of an argument means anything', () => {
  const { args, options } = windowsStart('C:\\my shims\\python3.12.BAT', ['-X', 'a "b" %c% & \\']);
  expect(options).toEqual({ windowsVerbatimArguments: true });
  expect(args).toEqual([
    '/d',
    '/s',
    '/c',
    '"^"C:\\my^ shims\\python3.12.BAT^" ^"-X^" ^"a^ \\^"b\\^"^ ^%c^%^ ^&^ \\\\^""',
  ]);
});
