import { writeFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';

/** One entry of an archive, with whatever may be wrong with it. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  /** With its type, as Unix has it: 0o100644, 0o120777. Without one, the archive seems to come from elsewhere. */
  readonly mode?: number;
  /** The unpacked size that is claimed. */
  readonly size?: number;
  readonly crc?: number;
  /** The bits of the general purpose flag; 1 is encryption. */
  readonly flags?: number;
  readonly isStored?: boolean;
}

/** Writes a zip file, byte by byte, so that wrong ones can be made. */
export async function writeZip(file: string, entries: readonly ZipEntry[]): Promise<void> {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? '');
    const data = entry.isStored === true ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800 | (entry.flags ?? 0), 2);
    fields.writeUInt16LE(entry.isStored === true ? 0 : 8, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(entry.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]);
    const head = Buffer.alloc(6);
    head.write('PK\x01\x02', 'latin1');
    head.writeUInt16LE((entry.mode === undefined ? 0 : 3 << 8) | 20, 4);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0) * 0x10000) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    locals.push(local);
    central.push(Buffer.concat([head, fields, tail, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  await writeFile(file, Buffer.concat([...locals, directory, end]));
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
