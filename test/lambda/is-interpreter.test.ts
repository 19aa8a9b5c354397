import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isInterpreter } from '../../src/lambda/interpreter/is-interpreter.js';
import { folderOf } from '../service/open-folder.js';

test('a script, and a tool with a link of its name, look for an interpreter, and are none', async () => {
  const folder = await folderOf({ python3: '#!/bin/sh\n', tool: 'ELF', 'python3.12': 'ELF' });
  await chmod(join(folder, 'python3'), 0o755);
  await symlink(join(folder, 'tool'), join(folder, 'node'));
  const found = ['python3', 'node', 'python3.12'].map((name) => isInterpreter(join(folder, name), 'linux'));
  expect(found).toEqual([false, false, true]);
});

test('the programs of macOS itself look for those of its developer tools', () => {
  expect(isInterpreter('/usr/bin/python3.99', 'darwin')).toBe(false);
  expect(isInterpreter('/usr/local/bin/python3.99', 'darwin')).toBe(true);
  expect(isInterpreter('/usr/bin/python3.99', 'linux')).toBe(true);
});
