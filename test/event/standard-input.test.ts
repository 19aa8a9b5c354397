import { PassThrough, Readable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/event/read-event.js';
import { eventTools, failureOf } from './event-tools.js';

async function readFrom(
  stream: Readable,
  { raw = false, timeoutMs = 10_000, tools = eventTools() } = {},
): Promise<string> {
  return (await readEvent({ raw, standardInput: { stream, timeoutMs } }, tools)).payload().toString();
}

describe('standard input', () => {
  test.each([
    [['{"a":', '1.10}\n'], '{"a":1.10}\n'],
    [['hello\n'], '"hello"'],
    [['hello\r\n'], '"hello"'],
    [['two\n\n'], '"two\\n"'],
    [[], '{}'],
    [['\n'], '{}'],
  ])('that gives %j is the payload %s', async (chunks, expected) => {
    expect(await readFrom(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))).toBe(expected);
  });

  test('is a string, exactly as it came, with raw', async () => {
    expect(await readFrom(Readable.from([Buffer.from('{"a":1}\n')]), { raw: true })).toBe('"{\\"a\\":1}\\n"');
  });

  test('keeps characters whole that a chunk edge cuts', async () => {
    const bytes = Buffer.from('"😀é"');
    const chunks = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await readFrom(Readable.from(chunks))).toBe('"😀é"');
  });

  test('that is closed is the empty event', async () => {
    const closed = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EBADF: bad file descriptor, read'), { code: 'EBADF' }));
      },
    });
    expect(await readFrom(closed)).toBe('{}');
    const destroyed = new PassThrough();
    destroyed.destroy();
    expect(await readFrom(destroyed)).toBe('{}');
  });

  test('that is open and silent ends at its time limit with what to pass instead', async () => {
    const stream = new PassThrough();
    const error = await failureOf(readFrom(stream, { timeoutMs: 100 }));
    expect(error.message).toContain('nothing came for 0.1 s');
    expect(error.diagnostic.hint).toContain('--data');
    expect(stream.destroyed).toBe(true);
  });

  test('that stops half-way ends at its time limit too', async () => {
    const stream = new PassThrough();
    stream.write('{"a":');
    const error = await failureOf(readFrom(stream, { timeoutMs: 100 }));
    expect(error.message).toContain('nothing came after the first 5 bytes for 0.1 s');
  });

  test('that is silent for two seconds is noticed, once, and still read', async () => {
    const stream = new PassThrough();
    const tools = eventTools();
    const noticed = setInterval(() => {
      if (tools.reported.length === 0) return;
      clearInterval(noticed);
      setTimeout(() => stream.end('{"late":true}'), 300);
    }, 20);
    expect(await readFrom(stream, { tools, timeoutMs: 50_000 })).toBe('{"late":true}');
    expect(tools.reported).toEqual([expect.objectContaining({ severity: 'notice', code: 'stdin-silent' })]);
  });

  test('that never ends is cut off at the size that Lambda takes', async () => {
    const endless = new Readable({
      read() {
        this.push(Buffer.alloc(65_536, 'x'));
      },
    });
    expect((await failureOf(readFrom(endless))).message).toContain('limit 6291456 bytes');
    expect(endless.destroyed).toBe(true);
  });

  test('that is not UTF-8 is an error', async () => {
    expect((await failureOf(readFrom(Readable.from([Buffer.from([0xff, 0xfe])])))).message).toContain('is not UTF-8');
  });

  test('is let go of when the signal is aborted', async () => {
    const stream = new PassThrough();
    const controller = new AbortController();
    const reading = readFrom(stream, { tools: eventTools({ signal: controller.signal }) });
    controller.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
    expect(stream.destroyed).toBe(true);
  });
});
