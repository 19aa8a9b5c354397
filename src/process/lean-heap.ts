import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect garbage before it takes more memory from the system, for the rest of this process: a long run otherwise grows
 * to several times of what it holds. V8 asks for this flag whenever it decides about the size of its heap
 * (`Heap::ShouldOptimizeForMemoryUsage`).
 */
export function keepHeapLean(): void {
  setFlagsFromString('--optimize-for-size');
}
