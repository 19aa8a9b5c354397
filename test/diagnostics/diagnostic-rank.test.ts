import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { byRank, rankedCodes } from '../../src/diagnostics/diagnostic-rank.js';
import { repositoryRoot } from '../paths.js';

const finding = (code: string): Diagnostic => ({ severity: 'warning', code, message: code });

test('what breaks a deploy comes before what fails in Lambda, that before what may change, and those before the rest, in order', () => {
  const codes = [
    'log-file-incomplete',
    'interpreter-version',
    'flag-ignored',
    'handler-export',
    'environment-reserved',
  ];
  expect(byRank(codes.map(finding)).map(({ code }) => code)).toEqual([
    'environment-reserved',
    'handler-export',
    'interpreter-version',
    'log-file-incomplete',
    'flag-ignored',
  ]);
});

test('every code with a rank is one that we report', () => {
  const src = join(repositoryRoot, 'src');
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('diagnostic-rank.ts'))
    .map((name) => readFileSync(join(src, name), 'utf8'))
    .join('\n');
  expect(rankedCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
