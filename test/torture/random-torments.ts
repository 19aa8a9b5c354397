import type { Torment } from './torments.js';

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** What a handler may do, in any order: each ends in a moment, or with the function's timeout. */
const deeds: readonly string[] = [
  "console.log('x'.repeat(COUNT));",
  'process.stdout.write(Buffer.alloc(COUNT, 0xfe));',
  "process.stderr.write('y'.repeat(COUNT) + '\\n');",
  "child.spawn('sleep', ['SLEEP'], { detached: true, stdio: 'ignore' }).unref();",
  "child.spawn('sleep', ['SLEEP'], { stdio: 'inherit' });",
  "attempt(() => child.execSync('kill -STOP $PPID; kill -CONT $PPID'));",
  "attempt(() => fs.writeFileSync('/tmp/' + process.pid, Buffer.alloc(COUNT)));",
  "attempt(() => fs.symlinkSync('/etc/shadow', '/tmp/link-' + process.pid));",
  'attempt(() => fs.closeSync(COUNT % 8));',
  'attempt(() => process.kill(process.ppid, 0));',
  "attempt(() => fs.appendFileSync('/proc/' + process.ppid + '/fd/1', '::error::forged\\n'));",
  "attempt(() => fs.readFileSync('/proc/1/environ'));",
  "process.removeAllListeners(); process.on('SIGTERM', () => {});",
  'globalThis.Buffer = undefined;',
  "JSON.stringify = () => { throw new Error('no JSON'); };",
  'Object.prototype.polluted = () => {};',
  'Promise.prototype.then = undefined;',
  'delete process.env.AWS_LAMBDA_RUNTIME_API;',
  'process.env = {};',
  "setImmediate(() => { throw new Error('later'); });",
  "Promise.reject(new Error('unhandled'));",
  'await sleep(COUNT % 20);',
  "await fetch('http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/' + COUNT + '/error', { method: 'POST', body: 'x' }).catch(() => {});",
  "const s = require('node:net').connect(Number(process.env.AWS_LAMBDA_RUNTIME_API?.split(':')[1] ?? 1), '127.0.0.1'); s.on('error', () => {}); s.write('x'.repeat(COUNT));",
];

/** How a handler may end. */
const ends: readonly string[] = [
  'return COUNT;',
  "return 'x'.repeat(COUNT);",
  'return { deep: [[[[event]]]] };',
  "throw new Error('x'.repeat(COUNT));",
  'throw COUNT;',
  'throw null;',
  'process.exit(COUNT % 256);',
  'process.abort();',
  "process.kill(process.pid, ['SIGKILL', 'SIGTERM', 'SIGSEGV', 'SIGSTOP'][COUNT % 4]); await sleep(3000);",
  'const own = {}; own.own = own; return own;',
  'return () => {};',
  'return 10n;',
  'return new Promise(() => {});',
];

const characters = '{}[]:,-#&*!|>\'"%@`~?\\\t\0 \u2028\ud800$self:opt/env\nfunctions';

/** A text with some of its characters replaced, doubled or taken out. */
function mutated(text: string, next: () => number): string {
  const letters = Array.from(text);
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const index = Math.floor(next() * letters.length);
    const other = characters[Math.floor(next() * characters.length)] ?? '';
    letters[index] =
      [other, `${letters[index]}${other}`, '', `${letters[index]}`.repeat(50)][Math.floor(next() * 4)] ?? '';
  }
  return letters.join('');
}

/** Torments that chance puts together: half of them handlers, half of them configurations. */
export function randomTorments(seed: number, count: number, configuration: string): Torment[] {
  const next = numbersFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const sized = (text: string): string => text.replaceAll('COUNT', String(Math.floor(10 ** (next() * 6))));
  return Array.from({ length: count }, (_, index): Torment => {
    const name = `random ${index + 1}`;
    const promised = ['answers', 'fails', 'refused'] as const;
    if (next() < 0.35) return { name, configuration: mutated(configuration, next), promised };
    const done = Array.from({ length: 1 + Math.floor(next() * 4) }, () => sized(pick(deeds)));
    const handler = [...done, sized(pick(ends))].join('\n');
    const torment = { name, handler, timeoutSeconds: 1, promised, hides: 'root:' };
    // Outside of a room nothing tells of a daemon without an environment whose parent has ended by itself.
    const isHidden = handler.includes('process.env = {}') && handler.includes('detached');
    return isHidden ? { ...torment, onlyContained: true } : torment;
  });
}
