import { expect, test } from '@jest/globals';

import { telemetryLines } from '../../src/lambda/sandbox/process/telemetry-frames.js';

function frame(message: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(0xa55a0003, 0);
  head.writeUInt32BE(Buffer.byteLength(message), 4);
  return Buffer.concat([head, Buffer.from(message)]);
}

async function linesOf(bytes: Buffer, pieceBytes: number): Promise<string> {
  const lines = telemetryLines();
  for (let at = 0; at < bytes.length; at += pieceBytes) lines.write(bytes.subarray(at, at + pieceBytes));
  lines.end();
  const pieces: Buffer[] = [];
  for await (const piece of lines) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

test.each([1, 7, 4096])('each frame is a line of its own, in pieces of %i bytes', async (pieceBytes) => {
  const frames = ['one', 'two\n', 'zwölf\nlines', ''].map(frame);
  expect(await linesOf(Buffer.concat(frames), pieceBytes)).toBe('one\ntwo\nzwölf\nlines\n\n');
});

test('what is cut off at the end is there all the same, and so is what is no frame', async () => {
  expect(await linesOf(frame('cut off').subarray(0, 20), 4096)).toBe('cut ');
  expect(await linesOf(Buffer.from('no frame, but long enough'), 4096)).toBe('no frame, but long enough');
});
