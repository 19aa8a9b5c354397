import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repositoryRoot } from './paths.js';

function tables(...args: string[]): { readonly status: number | null; readonly stderr: string } {
  const script = join(repositoryRoot, 'scripts', 'readme-tables.js');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
}

test('the tables in README.md are those of action.yml', () => {
  expect(tables('--check')).toMatchObject({ status: 0, stderr: '' });
});

test('tables that are out of date are found, and written anew', () => {
  const readme = join(mkdtempSync(join(tmpdir(), 'readme-')), 'README.md');
  writeFileSync(
    readme,
    'a\n<!-- inputs -->\nout of date\n<!-- /inputs -->\nb\n<!-- outputs -->\n<!-- /outputs -->\nc\n',
  );
  expect(tables('--check', readme)).toMatchObject({ status: 1, stderr: expect.stringContaining('readme-tables.js') });
  expect(tables(readme).status).toBe(0);
  expect(tables('--check', readme).status).toBe(0);
  const text = readFileSync(readme, 'utf8');
  expect(text).toMatch(
    /^a\n<!-- inputs -->\n\| Input \|.*\n<!-- \/inputs -->\nb\n<!-- outputs -->\n\| Output \|.*\n<!-- \/outputs -->\nc\n$/s,
  );
  expect(text).toContain('| `fail-on-error` |');
  expect(text).not.toContain('out of date');
});

test('a README without the markers is an error that names them', () => {
  const readme = join(mkdtempSync(join(tmpdir(), 'readme-')), 'README.md');
  writeFileSync(readme, 'nothing');
  expect(tables(readme)).toMatchObject({ status: 1, stderr: expect.stringContaining('<!-- inputs -->') });
});
