import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Console } from '../../src/cli/print.js';
import type { LogSource } from '../../src/lambda/platform-log/log-sink.js';
import { indentJson } from '../../src/report/indent-json.js';
import { holds } from './property.js';
import { chunked, cutPlaces, hostileBytes, hostileText } from './texts.js';

/** A standard error that keeps what is written to it. */
function createScreen(): { readonly stream: Writable; readonly written: () => Buffer } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    highWaterMark: 256,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      setImmediate(done);
    },
  });
  return { stream, written: () => Buffer.concat(chunks) };
}

/** What takes the progress away. */
const erased = '\r\u001b[K';

type Step = { readonly bytes: Buffer; readonly source: LogSource } | { readonly overlay: string };

const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(fc.tuple(hostileBytes, cutPlaces, fc.constantFrom<LogSource>('stdout', 'stderr', 'platform')), {
      maxLength: 5,
    }),
    fc.infiniteStream(fc.constantFrom('', '', 'waiting 1 s')),
  )
  .map(([writes, overlays]) =>
    writes.flatMap(([bytes, cuts, source]) =>
      chunked(bytes, cuts).flatMap((chunk): Step[] => [{ bytes: chunk, source }, { overlay: overlays.next().value }]),
    ),
  );

describe('a terminal', () => {
  test('gets what the handler prints byte for byte, but for the progress that is taken away again', async () => {
    await holds(300, [steps, fc.boolean()], async (happenings, quiet) => {
      const { stream, written } = createScreen();
      const screen = new Console(stream, { quiet, hasColour: false, isTerminal: false });
      for (const step of happenings) {
        if ('overlay' in step) screen.overlay(step.overlay);
        else await screen.write(step.bytes, step.source);
      }
      screen.overlay('');
      await new Promise<void>((resolve) => stream.end(resolve));
      const shown = happenings.flatMap((step) =>
        'bytes' in step && !(quiet && step.source === 'platform') ? [step.bytes] : [],
      );
      const withoutProgress = written().toString('latin1').replaceAll(`${erased}waiting 1 s`, '');
      const expected = Buffer.concat(shown).toString('latin1');
      // What is taken away leaves the sequence that did so, and the handler may print it too.
      expect(withoutProgress.replaceAll(erased, '')).toBe(expected.replaceAll(erased, ''));
    });
  });

  test('gets what we say on a line of its own', async () => {
    await holds(200, [hostileBytes, hostileText], async (bytes, message) => {
      const { stream, written } = createScreen();
      const screen = new Console(stream, { quiet: false, hasColour: false, isTerminal: false });
      await screen.write(bytes, 'stdout');
      screen.line(message);
      await new Promise<void>((resolve) => stream.end(resolve));
      const gap = bytes.length === 0 || bytes.at(-1) === 0x0a ? '' : '\n';
      expect(written().equals(Buffer.concat([bytes, Buffer.from(`${gap}${message}\n`)]))).toBe(true);
    });
  });
});

describe('a response', () => {
  test('that is JSON is indented without a change to it', async () => {
    await holds(
      300,
      [fc.oneof(fc.jsonValue(), fc.dictionary(hostileText, hostileText)), fc.constantFrom(0, 1, '\t')],
      (value, space) => {
        const indented = indentJson(JSON.stringify(value, undefined, space));
        expect(indented?.toString()).toBe(JSON.stringify(value, undefined, 2));
      },
    );
  });

  test('that is none is left as it is', async () => {
    await holds(300, [hostileBytes], (bytes) => {
      const indented = indentJson(bytes);
      const isJson = ((): boolean => {
        try {
          JSON.parse(bytes.toString());
          return true;
        } catch {
          return false;
        }
      })();
      expect(indented !== undefined).toBe(isJson);
    });
  });
});
