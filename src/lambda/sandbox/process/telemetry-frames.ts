import { Transform, type TransformCallback } from 'node:stream';

/** The first half of a frame's type, the same for every frame. */
const magic = 0xa55a;

/** How long the head of a frame is, and where in it the length of its message stands, in bytes. */
const headerBytes = 16;
const lengthOffset = 4;

/**
 * Turns the frames that a runtime writes to Lambda's telemetry descriptor into lines, one per message, as CloudWatch shows
 * them. A frame has 4 bytes of type, 4 of length and 8 of time, all big-endian, and then the message. Anything else passes
 * unchanged.
 * @see https://github.com/aws/aws-lambda-java-libs, FramedTelemetryLogSink
 */
export function telemetryLines(): Transform {
  let pending = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback): void {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= headerBytes) {
        if (pending.readUInt16BE(0) !== magic) {
          this.push(pending);
          pending = Buffer.alloc(0);
          break;
        }
        const end = headerBytes + pending.readUInt32BE(lengthOffset);
        if (pending.length < end) break;
        const message = pending.subarray(headerBytes, end);
        this.push(message.at(-1) === 0x0a ? message : Buffer.concat([message, Buffer.from('\n')]));
        pending = pending.subarray(end);
      }
      done();
    },
    flush(done: TransformCallback): void {
      done(null, pending.length > headerBytes ? pending.subarray(headerBytes) : null);
    },
  });
}
