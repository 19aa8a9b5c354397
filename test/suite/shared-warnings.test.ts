import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SharedWarnings } from '../../src/suite/run/shared-warnings.js';

const warningOf = (name: string, runtime: string): Diagnostic => ({
  severity: 'warning',
  code: 'interpreter-version',
  message: `${name} declares ${runtime}.`,
  about: { function: name, shared: runtime },
});

describe('a warning that functions share', () => {
  test('is said once, with the names of all of them', () => {
    const shared = new SharedWarnings();
    for (const name of ['a', 'b', 'a', 'c']) expect(shared.take(warningOf(name, 'nodejs14.x'))).toBe(true);
    expect(shared.take(warningOf('d', 'nodejs12.x'))).toBe(true);
    expect(shared.release().map(({ message }) => message)).toEqual([
      'a declares nodejs14.x. The same holds for b and c.',
      'd declares nodejs12.x.',
    ]);
    expect(shared.release()).toEqual([]);
  });

  test('of very many functions names the first of them', () => {
    const shared = new SharedWarnings();
    for (let number = 0; number < 30; number++) shared.take(warningOf(`f${number}`, 'nodejs14.x'));
    expect(shared.release()[0]?.message).toMatch(/ The same holds for f1, f2, .*, f20 and 9 more\.$/);
  });

  test('is held back, and nothing else is', () => {
    const { about, ...other } = warningOf('a', 'nodejs14.x');
    expect(about).toBeDefined();
    const shared = new SharedWarnings();
    expect(shared.take(other)).toBe(false);
    expect(shared.release()).toEqual([]);
  });
});
