import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutText } from '../../src/report/text/cut-middle.js';
import { readTrace } from '../../src/report/trace/read-trace.js';
import { cpuMs } from '../cpu-time.js';
import { holds } from './property.js';
import { hostileText, throughUtf8 } from './texts.js';

/** Pieces of frames, of which many a line can be made that is nearly one. */
const fragments = [
  '    at ',
  'at async ',
  'eval at f (',
  ' (',
  ')',
  '), <anonymous>:1:7',
  '/srv/a.js:3:9',
  'file:///srv/a%2fb.mjs:1:1',
  'file://host/a.js:1:1',
  'webpack://x/./a.ts:1:1',
  'C:\\a.js:1:1',
  '/srv/x.zip/a.js:2:2',
  ':0:0',
  ':99999999999999999999',
  '  File "',
  '", line 3, in f',
  '" Line 3',
  "/srv/app.rb:3:in `f'",
  '\tfrom ',
  'com.example.Handler.handle(Handler.java:12)',
  'app//',
  'java.base@17/',
  '(Handler.java:',
  'During handling of the above exception',
  '\n',
  '\r\n',
  '../',
  '\0',
] as const;

const traceLine = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, { weight: 1, arbitrary: hostileText }), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** A fragment over and over, as a pattern that goes back and forth would never come to its end with. */
const longLine = fc
  .tuple(
    fc.constantFrom('', '    at ', '  File "', '/'),
    fc.array(fc.constantFrom(...fragments.filter((text) => !text.endsWith('\n')), '/', '.', 'a', ' ', ':1', '('), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('', ')', ':1:1)', '(A.java:1)'),
  )
  .chain(([start, parts, end]) =>
    fc.constantFrom(1900, 100_000).map((length) => ({ start, repeated: parts.join(''), length, end })),
  );

function written({ start, repeated, length, end }: { start: string; repeated: string; length: number; end: string }) {
  return start + repeated.repeat(length / repeated.length) + end;
}

/** How long a trace may take. Far more than it does, for the machine may be busy. */
const patienceMs = 5000;

const project = { sourceRoot: '/srv', runtimes: '/opt/runtimes' };

describe('a trace', () => {
  test('of any lines is read, and what is told of it is of its lines', async () => {
    await holds(400, [fc.array(traceLine, { maxLength: 20 })], async (trace) => {
      const { lines, userPlace } = await readTrace(trace, project);
      expect(lines.length).toBeLessThanOrEqual(401);
      if (userPlace === undefined) return;
      const { line = 1, column = 1 } = userPlace;
      expect(trace.join('\n')).toContain(String(line));
      for (const count of [line, column]) expect(Number.isSafeInteger(count) && count > 0).toBe(true);
    });
  });

  test('of long lines takes no time to speak of', async () => {
    await holds(12, [longLine, longLine], async (one, other) => {
      const startedAt = cpuMs();
      await readTrace([...Array(100).fill(written(one)), ...Array(100).fill(written(other))], project);
      expect(cpuMs() - startedAt).toBeLessThan(patienceMs);
    });
  });
});

describe('a source map', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-maps-'));
  });

  const anything = fc.oneof(
    fc.constantFrom('AAAA', 'AAgggggggggggggggB', ';;;;', ',,,,', 'CDDD;DDDD', '\0', 'ghgh'),
    hostileText,
    fc.jsonValue({ maxDepth: 4 }),
  );
  const sourceMap = fc.record(
    {
      version: fc.oneof(fc.constant(3), anything),
      sources: fc.oneof(
        fc.array(fc.oneof(fc.constantFrom('a.ts', 'file://x/a.ts', 'file:///a%2f', ''), anything)),
        anything,
      ),
      mappings: fc.oneof(fc.constantFrom('AAAA', 'AACA,CADA', 'ADDD'), anything),
      sourceRoot: anything,
      names: anything,
      sections: anything,
    },
    { requiredKeys: [] },
  );

  test('may hold anything: the frame stays, or is moved to a place that a file can have', async () => {
    await holds(
      300,
      [
        fc.oneof(
          sourceMap.map((map) => JSON.stringify(map)),
          hostileText,
        ),
      ],
      async (map) => {
        const file = join(folder, 'a.js');
        writeFileSync(join(folder, 'a.js.map'), map);
        writeFileSync(file, 'x\n//# sourceMappingURL=a.js.map\n');
        const { lines, userPlace } = await readTrace(['Error', `    at f (${file}:1:1)`], project);
        expect(lines).toHaveLength(2);
        if (userPlace === undefined) return;
        const { line = 0, column = 1 } = userPlace;
        for (const count of [line, column]) expect(Number.isSafeInteger(count) && count > 0).toBe(true);
      },
    );
  });

  test('may have any name', async () => {
    await holds(300, [hostileText], async (url) => {
      const file = join(folder, 'b.js');
      writeFileSync(file, `x\n//# sourceMappingURL=${url}`);
      await readTrace(['Error', `    at f (${file}:1:1)`], project);
    });
  });
});

test('a text that is cut is within its limit, a head and a tail of the whole, and never ends in half a character', async () => {
  const whole = fc.oneof(hostileText, fc.string({ unit: 'grapheme', minLength: 50, maxLength: 400 }));
  await holds(1000, [whole, fc.integer({ min: 40, max: 300 })], (text, limit) => {
    const cut = cutText(text, limit);
    expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 0));
    if (text.length <= limit) return void expect(cut).toBe(text);
    const [head = '', tail = ''] = cut.split(/\n… [\d,]+ characters are cut here …\n/);
    expect(text.startsWith(head)).toBe(true);
    expect(text.endsWith(tail)).toBe(true);
    if (throughUtf8(text) === text) expect(throughUtf8(cut)).toBe(cut);
  });
});
