import { elfMachine } from './elf-machine.js';
import { firstBytes } from './first-bytes.js';
import { shebangIn } from './shebang.js';

/** What the first bytes of an executable file tell about it. */
export type ProgramKind =
  | {
      readonly kind: 'linux';
      readonly machine: string /** The dynamic loader that it needs. */;
      readonly loader?: string;
    }
  | { readonly kind: 'macos' | 'windows' | 'archive' | 'empty' }
  | { readonly kind: 'script'; readonly interpreter: string; readonly hasCarriageReturn: boolean }
  | { readonly kind: 'text'; readonly hasByteOrderMark: boolean };

const carriageReturn = 0x0d;

const magics: readonly (readonly [string, ProgramKind['kind'] & ('macos' | 'windows' | 'archive')])[] = [
  ['feedface', 'macos'],
  ['feedfacf', 'macos'],
  ['cefaedfe', 'macos'],
  ['cffaedfe', 'macos'],
  ['cafebabe', 'macos'],
  ['4d5a', 'windows'],
  ['504b0304', 'archive'],
  ['213c617263683e', 'archive'],
  ['1f8b', 'archive'],
];

/**
 * Tells what kind of program a file is.
 * @returns `undefined` where it can't be read
 */
export function describeProgram(file: string): ProgramKind | undefined {
  const head = firstBytes(file, 4096);
  if (head === undefined) return undefined;
  if (head.length === 0) return { kind: 'empty' };
  const machine = elfMachine(head);
  if (machine !== undefined) {
    const loader = elfLoader(head);
    return { kind: 'linux', machine, ...(loader === undefined ? {} : { loader }) };
  }
  const hex = head.subarray(0, 8).toString('hex');
  const known = magics.find(([magic]) => hex.startsWith(magic));
  if (known !== undefined) return { kind: known[1] };
  const shebang = shebangIn(head);
  if (shebang !== undefined) {
    const hasCarriageReturn = head[Buffer.byteLength(shebang.line)] === carriageReturn;
    return { kind: 'script', interpreter: shebang.program, hasCarriageReturn };
  }
  return { kind: 'text', hasByteOrderMark: hex.startsWith('efbbbf') };
}

/** The program interpreter (`PT_INTERP`) of a 64-bit little-endian ELF file, from its program headers (elf(5)). */
function elfLoader(head: Buffer): string | undefined {
  if (head[4] !== 2 || head[5] !== 1 || head.length < 64) return undefined;
  const [start, size, count] = [Number(head.readBigUInt64LE(32)), head.readUInt16LE(54), head.readUInt16LE(56)];
  for (let index = 0; index < count; index++) {
    const at = start + index * size;
    if (at + 56 > head.length) return undefined;
    if (head.readUInt32LE(at) !== 3) continue;
    const [offset, length] = [Number(head.readBigUInt64LE(at + 8)), Number(head.readBigUInt64LE(at + 32))];
    return offset + length > head.length ? undefined : head.toString('latin1', offset, offset + length - 1);
  }
  return undefined;
}
