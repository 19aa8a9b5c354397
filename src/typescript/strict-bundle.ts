import { open } from 'node:fs/promises';
import { preamble } from './preamble.js';

const directive = '"use strict";';

/** What goes before the preamble of a CommonJS bundle: blanks, which {@link keepStrict} may replace. */
export const directiveSpace = ' '.repeat(directive.length);

/**
 * Makes a CommonJS bundle strict where esbuild has made it so: behind our preamble, its directive would have no meaning.
 * @param file the bundle, which begins with {@link directiveSpace} and the preamble. Absolute
 * @param source the bundled handler's source, absolute
 */
export async function keepStrict(file: string, source: string): Promise<void> {
  const before = Buffer.from(`${directiveSpace}${preamble(source, 'cjs')}\n`);
  const handle = await open(file, 'r+');
  try {
    const head = Buffer.alloc(before.length + directive.length);
    await handle.read(head, 0, head.length, 0);
    const isStrict = head.subarray(before.length).equals(Buffer.from(directive));
    if (isStrict && head.subarray(0, before.length).equals(before)) await handle.write(directive, 0);
  } finally {
    await handle.close();
  }
}
