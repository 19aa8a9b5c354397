/**
 * What may be taken: so many times what the bases take together; so much more than the base, in ms; the base divided by so much
 * at most; or so much memory. Or how much has to be done in a second.
 */
export type Limit =
  | { readonly ratio: number }
  | { readonly addedMs: number }
  | { readonly timesFaster: number }
  | { readonly peakMiB: number }
  | { readonly perSecond: number };

/** What is measured, by the names that the tables have. */
export const rows = {
  node: 'Node hello, to bare `node`',
  action: 'the same as a step of a workflow',
  contained: 'Node hello, contained, to one that is not',
  python: 'Python hello, to bare `node` and `python3`',
  go: 'Go hello (`provided`), to bare `node` and program',
  echo: '4.6 MB event, echoed, to bare `node`',
  logs: '50 MB of logs, to bare `node`',
  typescript: '300 modules in TypeScript without esbuild, to JavaScript',
  service: '1 function of 200, to one alone',
  validation: 'validation, 20 functions, to none',
  sam: 'SAM hello, to the Serverless hello',
  cdk: 'CDK hello, assembly of 50 functions, to the Serverless hello',
  gateway: 'a call to AWS through the gateway, to one directly',
  replay: 'calls that are replayed, ten at a time',
  suite: '500 warm cases over 10 functions, to 500 invocations',
  suiteToOsls: 'the same, to 500 invocations by osls',
  suiteOfOne: 'a suite of 1 case, to one invocation',
  suiteCase: 'a warm case with expectations, to its function alone',
  suiteCold: '100 cold cases two at a time, to one by one',
  shardBalance: '10,000 cases over 64 shards: the longest, to the mean',
  shardPlan: 'the same: the command that plans them',
  shardMemory: 'the same: its peak',
  suiteMemory: '10,000 cases with results of 1 KB: peak of the parent',
} as const;

export type Row = keyof typeof rows;

/** Those that hold on any Node. */
const sharedLimits: Readonly<Partial<Record<Row, Limit>>> = {
  contained: { addedMs: 12 },
  sam: { ratio: 1.1 },
  cdk: { ratio: 1.3 },
  gateway: { addedMs: 3 },
  replay: { perSecond: 1000 },
  suite: { timesFaster: 50 },
  suiteToOsls: { timesFaster: 300 },
  suiteOfOne: { addedMs: 25 },
  suiteCase: { addedMs: 2 },
  suiteCold: { ratio: 0.6 },
  suiteMemory: { peakMiB: 150 },
  shardBalance: { ratio: 1.05 },
  shardPlan: { addedMs: 2000 },
  shardMemory: { peakMiB: 200 },
};

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
    validation: { addedMs: 2 },
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
    validation: { addedMs: 2 },
  },
};

/** The limit of a row on a Node of a version, if it has one. */
export function limitOf(row: Row, nodeVersion: string): Limit | undefined {
  return limits[Number.parseInt(nodeVersion, 10)]?.[row] ?? sharedLimits[row];
}
