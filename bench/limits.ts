/** What an invocation may take: so many times what its bases take together, or so much more than its base, in ms. */
export type Limit = { readonly ratio: number } | { readonly addedMs: number };

/** What is measured, by the names that the tables have. */
export const rows = {
  node: 'Node hello, to bare `node`',
  action: 'the same as a step of a workflow',
  python: 'Python hello, to bare `node` and `python3`',
  go: 'Go hello (`provided`), to bare `node` and program',
  echo: '4.6 MB event, echoed, to bare `node`',
  logs: '50 MB of logs, to bare `node`',
  typescript: '300 modules in TypeScript without esbuild, to JavaScript',
  service: '1 function of 200, to one alone',
} as const;

export type Row = keyof typeof rows;

/** The limits by the major of the Node that runs invoke-local, which are kept in the median of 15 rounds. Another Node has none. */
const limits: Readonly<Record<string, Readonly<Partial<Record<Row, Limit>>>>> = {
  20: {
    node: { ratio: 2.5 },
    action: { ratio: 2.7 },
    python: { ratio: 1.2 },
    echo: { ratio: 2 },
    logs: { ratio: 1.5 },
    typescript: { ratio: 5 },
    service: { addedMs: 30 },
  },
  24: {
    node: { ratio: 2.7 },
    action: { ratio: 3.1 },
    python: { ratio: 1.3 },
    go: { ratio: 2.4 },
    echo: { ratio: 2 },
    logs: { ratio: 1.5 },
    typescript: { ratio: 5 },
    service: { addedMs: 30 },
  },
};

/** The limit of a row on a Node of a version, if it has one. */
export function limitOf(row: Row, nodeVersion: string): Limit | undefined {
  return limits[Number.parseInt(nodeVersion, 10)]?.[row];
}
