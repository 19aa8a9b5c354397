import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maxPolicyCharacters, packPolicy } from '../../src/permissions/session/pack-policy.js';
import { seedOfChance } from '../chance.js';
import { generatedCase } from './generated-policies.js';
import { setOf, verdictOf, wordOf } from './verdict-of.js';

const allow = (Action: readonly string[], Resource: readonly string[]) => ({
  Effect: 'Allow' as const,
  Action,
  Resource,
});

function packed(statements: Parameters<typeof setOf>[0], names: Readonly<Record<string, string>> = {}) {
  const result = packPolicy(setOf(statements), new Map(Object.entries(names)));
  return result.kind === 'packed' ? JSON.parse(result.text).Statement : result;
}

describe("a session's policy", () => {
  test('groups actions on the same resources, and drops what others include', () => {
    expect(
      packed([
        allow(['s3:GetObject'], ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/a']),
        allow(['s3:PutObject', 's3:Put*'], ['arn:aws:s3:::b/*']),
        allow(['s3:GetObject'], ['arn:aws:s3:::b/c']),
        allow(['sqs:SendMessage'], ['*']),
      ]),
    ).toEqual([
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:Put*'], Resource: 'arn:aws:s3:::b/*' },
      { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
    ]);
  });

  test('has the names that are known, and can not be without them', () => {
    const statements = [allow(['dynamodb:GetItem'], ['arn:aws:dynamodb:eu-west-1:123456789012:table/${Orders}'])];
    expect(packed(statements)).toEqual({ kind: 'open', names: ['Orders'] });
    expect(packed(statements, { Orders: 'orders-1' })).toEqual([
      {
        Effect: 'Allow',
        Action: 'dynamodb:GetItem',
        Resource: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders-1',
      },
    ]);
  });

  test('is refused where it is too long', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      allow(['s3:GetObject'], [`arn:aws:s3:::bucket-${index}/*`, `arn:aws:s3:::other-${index}`]),
    );
    const result = packPolicy(setOf(many), new Map());
    expect(result).toMatchObject({ kind: 'too-long' });
    expect(result.kind === 'too-long' && result.characters > maxPolicyCharacters).toBe(true);
  });

  test('decides as the policy that it is made of', () => {
    fc.assert(
      fc.property(generatedCase, (compared) => {
        const statements = packed(compared.identity);
        if (!Array.isArray(statements)) return;
        expect(wordOf(verdictOf({ ...compared, identity: statements }))).toBe(wordOf(verdictOf(compared)));
      }),
      { numRuns: 2000, seed: seedOfChance },
    );
  });
});
