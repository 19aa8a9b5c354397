import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repositoryRoot } from '../paths.js';

interface Wait {
  readonly limit: string;
  readonly name: string;
  readonly file: string;
}

/** The rows of the table of waits that name a constant. */
function documentedWaits(): Wait[] {
  const text = readFileSync(join(repositoryRoot, 'docs', 'fidelity.md'), 'utf8');
  const [, section = ''] = /\n## What is waited for\n(.*?)\n## /s.exec(text) ?? [];
  const rows = section.matchAll(/^\| [^|]+ \| ([^|]+) \| [^|]+ \| `(\w+)` in `(src\/[\w/.-]+)` \|$/gm);
  return Array.from(rows, ([, limit = '', name = '', file = '']) => ({ limit, name, file }));
}

/** A time as the table writes it, in ms. */
function milliseconds(limit: string): number {
  const [, number = '', unit] = /^([\d.]+) (ms|s)\b/.exec(limit) ?? [];
  return Number(number) * (unit === 's' ? 1000 : 1);
}

/** The constants of a file that are times in ms, with their values. */
function constantsIn(file: string): Map<string, number> {
  const text = readFileSync(join(repositoryRoot, file), 'utf8');
  const found = text.matchAll(/^(?:export )?const (\w+(?:Ms|_MS))\b[^=\n]* = ([\d_]+)(?: \* ([\d_]+))?;/gm);
  const value = (digits: string): number => Number(digits.replaceAll('_', ''));
  return new Map(Array.from(found, ([, name = '', first = '', second = '1']) => [name, value(first) * value(second)]));
}

const waits = documentedWaits();

test('the table of waits is found', () => {
  expect(waits.length).toBeGreaterThan(30);
});

test.each(waits)('$name of $file is the limit that the table has', ({ limit, name, file }) => {
  expect(constantsIn(file).get(name)).toBe(milliseconds(limit));
});

test('a time limit of the sources is in the table', () => {
  const sources = readdirSync(join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name.replaceAll('\\', '/')}`);
  const limits = sources.flatMap((file) =>
    [...constantsIn(file).keys()]
      .filter((name) => /timeout|limit|grace|drain(?!Step)|forced/i.test(name))
      .map((name) => `${name} in ${file}`),
  );
  const known = waits.map(({ name, file }) => `${name} in ${file}`);
  // What Lambda does with a function that has no timeout of its own is no wait of ours.
  const missing = limits.filter(
    (limit) => !known.includes(limit) && limit !== 'defaultTimeoutMs in src/lambda/limits.ts',
  );
  expect(missing).toEqual([]);
});
