/**
 * Names of machines by their number in the header of an ELF file (elf(5), `e_machine`): Lambda's names, where it has one.
 */
const machines: Readonly<Record<number, string>> = { 3: 'i386', 40: 'arm', 62: 'x86_64', 183: 'arm64' };

/** The architecture of this machine, as Lambda names it. */
export function hostArchitecture(): string {
  return process.arch === 'x64' ? 'x86_64' : process.arch;
}

/**
 * The machine that a native file of Linux was built for.
 * @param header its first 20 bytes or more
 * @returns `undefined` where it is no such file
 */
export function elfMachine(header: Buffer): string | undefined {
  if (header.length < 20 || header.subarray(0, 4).toString('latin1') !== '\x7fELF') return undefined;
  const isBigEndian = header[5] === 2;
  const machine = isBigEndian ? header.readUInt16BE(18) : header.readUInt16LE(18);
  return machines[machine] ?? `machine ${machine}`;
}
