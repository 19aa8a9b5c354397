/** How each record of the telemetry pipe starts: the type, whose last byte tells the format and the level. */
const magic = Buffer.from([0xa5, 0x5a, 0x00]);
const headerBytes = 16;
const lengthOffset = 4;

/**
 * What a runtime wrote to a pipe that is both its standard output and its telemetry pipe, as text: each record is a line of its
 * own, as it would be an entry of the log.
 */
export function decodeTelemetry(bytes: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = bytes.indexOf(magic, at);
    if (start < 0 || start + headerBytes > bytes.length) {
      parts.push(bytes.subarray(at));
      break;
    }
    const end = start + headerBytes + bytes.readUInt32BE(start + lengthOffset);
    const record = bytes.subarray(start + headerBytes, end);
    parts.push(bytes.subarray(at, start), record);
    if (record.at(-1) !== 0x0a) parts.push(Buffer.from('\n'));
    at = end;
  }
  return Buffer.concat(parts).toString('utf8');
}
