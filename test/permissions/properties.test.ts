import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../src/permissions/evaluation/evaluate.js';
import { contextValues } from '../../src/permissions/evaluation/request-context.js';
import { seedOfChance } from '../chance.js';
import { type GeneratedCase, generatedCase } from './generated-policies.js';
import { setOf, verdictOf, wordOf } from './verdict-of.js';

/** The verdict where nothing is known of some keys of the context, and of what the deploy calls a table. */
function verdictWithout(compared: GeneratedCase, hidden: ReadonlySet<string>): string {
  const { identity, boundary, action, resource, context } = compared;
  const known = Object.fromEntries(Object.entries(context).filter(([key]) => !hidden.has(key)));
  const names = new Set([...hidden].map((key) => key.toLowerCase()));
  return wordOf(
    evaluate(
      { identity: setOf(identity), ...(boundary === undefined ? {} : { boundary: setOf(boundary) }) },
      {
        action,
        resource,
        context: { values: contextValues(known), isAbsent: (key) => !names.has(key) },
        names: new Map(),
      },
    ),
  );
}

/** What is denied in any case may be denied by a statement, too. */
function kindOf(word: string): string {
  return word.replace(/^(?:Explicitly|Implicitly)/, '');
}

const keys = [
  'aws:username',
  'aws:PrincipalTag/team',
  's3:prefix',
  's3:max-keys',
  'aws:CurrentTime',
  'aws:SecureTransport',
  'aws:SourceIp',
  'aws:TagKeys',
];

describe('a verdict', () => {
  test('that is reached without knowing something is the one that is reached with it', () => {
    let unknown = 0;
    fc.assert(
      fc.property(generatedCase, fc.subarray(keys, { minLength: 1 }), (compared, hidden) => {
        const partial = verdictWithout(compared, new Set(hidden));
        if (partial.startsWith('Unknown')) unknown++;
        else expect(kindOf(partial)).toBe(kindOf(wordOf(verdictOf(compared))));
      }),
      { numRuns: 3000, seed: seedOfChance },
    );
    expect(unknown).toBeGreaterThan(0);
  });

  test('that is reached without the name of a table is the one that is reached with it', () => {
    const named = (compared: GeneratedCase): GeneratedCase => {
      const open = JSON.parse(JSON.stringify(compared.identity).replaceAll('table/Orders', 'table/${Orders}'));
      return { ...compared, identity: open };
    };
    fc.assert(
      fc.property(generatedCase, (compared) => {
        const word = wordOf(verdictOf(named(compared)));
        if (!word.startsWith('Unknown')) expect(kindOf(word)).toBe(kindOf(wordOf(verdictOf(compared))));
      }),
      { numRuns: 2000, seed: seedOfChance },
    );
  });

  test('is never made better by a statement that denies, nor worse by one that allows', () => {
    const rank = { ExplicitlyDenied: 0, ImplicitlyDenied: 1, Allowed: 2 } as Readonly<Record<string, number>>;
    fc.assert(
      fc.property(generatedCase, generatedCase, (compared, other) => {
        const before = rank[wordOf(verdictOf(compared))] ?? -1;
        for (const statement of other.identity) {
          const after = rank[wordOf(verdictOf({ ...compared, identity: [...compared.identity, statement] }))] ?? -1;
          if (statement.Effect === 'Deny') expect(after).toBeLessThanOrEqual(before);
          else expect(after).toBeGreaterThanOrEqual(before);
        }
      }),
      { numRuns: 1000, seed: seedOfChance },
    );
  });
});
