/** What a conformance case can be run with: a dialect of Node.js, Python, or a client that speaks the Runtime API itself. */
export type CaseRuntime = 'node22' | 'node24' | 'python' | 'custom';

/** Conformance cases on one subject. */
export interface CaseGroup {
  readonly title: string;
  /** The numbers of its cases, first and last. */
  readonly numbers: readonly [number, number];
  /** What each of its cases is run with. */
  readonly runtimes: readonly CaseRuntime[];
  /** The cases that are about fewer runtimes than the group. */
  readonly narrower?: Readonly<Record<number, readonly CaseRuntime[]>>;
}

const node = ['node22', 'node24'] as const;
const all = [...node, 'python', 'custom'] as const;

/** All conformance cases, by subject. */
export const caseGroups: readonly CaseGroup[] = [
  { title: 'Runtime API', numbers: [1, 29], runtimes: ['custom'] },
  {
    title: 'Life of the process',
    numbers: [30, 44],
    runtimes: all,
    narrower: { 36: ['custom'], 37: ['custom'] },
  },
  { title: 'Environment', numbers: [45, 51], runtimes: all },
  { title: 'Loading Node.js handlers', numbers: [52, 67], runtimes: node, narrower: { 63: ['node22'] } },
  {
    title: 'Results of Node.js',
    numbers: [68, 88],
    runtimes: node,
    narrower: { 76: ['node22'], 77: ['node22'], 78: ['node22'], 79: ['node24'] },
  },
  { title: 'Python', numbers: [89, 108], runtimes: ['python'] },
  { title: 'Platform', numbers: [109, 113], runtimes: ['custom'], narrower: { 113: all } },
];
