import { setFlagsFromString } from 'node:v8';

/**
 * How much of a function has to run before V8's optimizing compiler looks at it, in bytes of bytecode; without it 67,584
 * (`v8_flags.interrupt_budget`).
 */
const interruptBudget = 1_000_000;

/**
 * Has V8 optimize only what runs very often, for the rest of this process: with Node.js 20, whose V8 has no cheaper compiler
 * in between, a run of a second or two takes up to a sixth less of the processor so, and a longer one takes more. Later versions need no
 * such help, and don't have the flag.
 */
export function optimizeLate(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
