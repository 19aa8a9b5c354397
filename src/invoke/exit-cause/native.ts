import type { FindCause } from './find-cause.js';
import { fromLast } from './report-text.js';

/** What the C and C++ libraries, the dynamic linker and sanitizers print before they end a process. */
const sayings: readonly RegExp[] = [
  /^terminate called (?:after throwing an instance of '.+'|without an active exception)$/gm,
  /^.*\bAssertion [`'].*\bfailed\b.*$/gm,
  /^(?:.*: )?(?:free|realloc|malloc(?:_consolidate)?|calloc|munmap_chunk|sysmalloc)\(\): .+$/gm,
  /^(?:double free or corruption|corrupted (?:double-linked list|size vs\. prev_size)).*$/gm,
  /^\*\*\* (?:stack smashing|buffer overflow) detected \*\*\*.*$/gm,
  /^.*: (?:symbol lookup error|error while loading shared libraries): .+$/gm,
  /^Error (?:relocating|loading shared library) .+: .+$/gm,
  /^==\d+==\s*ERROR: \w+Sanitizer: .+$/gm,
];

/** The last of these messages, with the line below it if that is a C++ exception's `what()`. */
export const nativeCause: FindCause = (text) => {
  const found = sayings.flatMap((saying) => fromLast(text, saying) ?? []);
  const last = found.reduce((best, rest) => (best === '' || rest.length < best.length ? rest : best), '');
  const [line = '', next = ''] = last.split('\n', 2);
  if (line === '') return undefined;
  const what = /^\s+what\(\):\s+(.+)$/.exec(next)?.[1];
  return { message: what === undefined ? line : `${line}: ${what}`, trace: [] };
};
