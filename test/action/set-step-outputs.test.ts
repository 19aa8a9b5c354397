import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { setStepOutputs } from '../../src/action/set-step-outputs.js';

const values = new Map([
  ['empty', ''],
  ['lines', 'one\ntwo\n'],
  ['forged', 'x\nghadelimiter_0\nstatus=forged\nstatus<<EOF\nforged\nEOF'],
  ['last', '{"a":1}'],
]);

test("outputs come after what is in the runner's file, each up to a delimiter that no value has", async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'outputs-')), 'output');
  writeFileSync(file, 'before=1\n');
  await setStepOutputs(values, file);
  const [, delimiter = ''] = /^empty<<(ghadelimiter_[0-9a-f]{32})$/m.exec(readFileSync(file, 'utf8')) ?? [];
  const written = [...values].map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).toBe(`before=1\n${written.join('')}`);
  expect([...values.values()].join()).not.toContain(delimiter);
});

test('each step has another delimiter', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'outputs-')), 'output');
  writeFileSync(file, '');
  await setStepOutputs(new Map([['a', '1']]), file);
  await setStepOutputs(new Map([['a', '2']]), file);
  const delimiters = readFileSync(file, 'utf8').match(/(?<=<<).*/g) ?? [];
  expect(new Set(delimiters).size).toBe(2);
});

test('a file that is not there is the error of the toolkit, and none is made', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'outputs-')), 'output');
  const { GITHUB_OUTPUT: before } = process.env;
  process.env['GITHUB_OUTPUT'] = file;
  try {
    await expect(setStepOutputs(values, file)).rejects.toThrow(`Missing file at path: ${file}`);
  } finally {
    if (before === undefined) delete process.env['GITHUB_OUTPUT'];
    else process.env['GITHUB_OUTPUT'] = before;
  }
  expect(() => readFileSync(file)).toThrow('ENOENT');
});
