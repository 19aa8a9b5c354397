import { describe, expect, test } from '@jest/globals';
import { diffText } from '../../../src/suite/expectations/diff/diff-text.js';
import { cpuMs } from '../../cpu-time.js';
import { findings, responded } from './judging.js';

/** The diff of what is expected, and was received. */
async function diff(yaml: string, received: unknown): Promise<string | undefined> {
  const [finding] = await findings(yaml, responded(received));
  return finding?.diff;
}

describe('a diff', () => {
  test('has only what is wrong, and matchers as they are written', async () => {
    const yaml = `output:
  id: any(string)
  total: number(1..10)
  items:
    - { sku: a, qty: 2 }
  currency: EUR
  gone: absent()`;
    const received = { id: 'x', total: 12, more: true, items: [{ sku: 'a', qty: 3, extra: 1 }], gone: 1 };
    expect(await diff(yaml, received)).toBe(`  {
    "id": "x",
-   "total": number(1..10),
+   "total": 12,
    "more": true,
    "items": [
      {
        "sku": "a",
-       "qty": 2,
+       "qty": 3,
        "extra": 1,
      },
    ],
-   "gone": absent(),
-   "currency": "EUR",
+   "gone": 1,
  }`);
  });

  test('shows which items were added or left out, wherever they are', async () => {
    const received = [{ id: 0 }, { id: 1, a: 1 }, { id: 2 }];
    expect(await diff('output: [{ id: 1 }, { id: 2 }]', received)).toBe(`  [
    {
+     "id": 0,
+   },
+   {
      "id": 1,
      "a": 1,
    },`);
    expect(await diff('output: [1, 2, 3]', [1, 3])).toBe('  [\n    1,\n-   2,\n    3,\n  ]');
    expect(await diff('output: [1, 2]', [1, 5, 6, 2])).toBe('  [\n    1,\n+   5,\n+   6,\n    2,\n  ]');
  });

  test('of a list in any order has what has no partner', async () => {
    expect(await diff('output: { $unordered: [1, 2, 3] }', [3, 4, 1])).toBe('  [\n    3,\n+   4,\n    1,\n-   2,\n  ]');
  });

  test('of values of two kinds has both', async () => {
    expect(await diff('output: { a: 1 }', 'text')).toBe('- {\n-   "a": 1,\n- }\n+ "text"');
    expect(await diff('output: { a: { $one-of: [1, /^x/] } }', { a: 2 })).toBe(
      '  {\n-   "a": 1 or /^x/,\n+   "a": 2,\n  }',
    );
  });

  test('of what must be exact has what is too much', async () => {
    expect(await diff('output: { a: 1 }\nexact: true', { a: 1, b: [] })).toBe('  {\n    "a": 1,\n+   "b": [],\n  }');
  });

  test('of a large value has three lines around what differs', async () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    const yaml = `output: [${numbers.map((number) => (number === 500 ? -1 : number)).join(', ')}]`;
    expect(await diff(yaml, numbers)).toBe(
      '    497,\n    498,\n    499,\n-   -1,\n+   500,\n    501,\n    502,\n    503,',
    );
  });
});

describe('a diff is bounded', () => {
  test('where nothing is the same', () => {
    const [one, other] = ['a', 'b'].map((letter) =>
      Array.from({ length: 50_000 }, (_, i) => `${letter}${i}`).join('\n'),
    );
    const started = cpuMs();
    const lines = diffText(one ?? '', other ?? '').split('\n');
    expect(cpuMs() - started).toBeLessThan(5_000);
    expect(lines.length).toBeLessThan(125);
    expect(lines.some((line) => line.startsWith('- a0'))).toBe(true);
    expect(lines.some((line) => line.startsWith('+ b0'))).toBe(true);
  });

  test('where a line has a megabyte', () => {
    const text = diffText(`"${'a'.repeat(1_000_000)}"`, `"${'b'.repeat(1_000_000)}"`);
    expect(text.length).toBeLessThan(1000);
    expect(text).toMatch(/^- "a+…\n\+ "b+…$/);
  });

  test('where the difference is far into a long line, and shows it', () => {
    const long = 'x'.repeat(1000);
    expect(diffText(`"${long}a"`, `"${long}b"`)).toMatch(/^- …x+a"\n\+ …x+b"$/);
  });

  test('where the difference lies behind what is compared, and says so', () => {
    const same = 'same\n'.repeat(100_000);
    expect(diffText(`${same}a`, `${same}b`)).toBe('  … the first difference is too far into the text to be shown');
  });
});
