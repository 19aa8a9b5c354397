import { execFile } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clientPackages } from '../test/aws-gateway/client-packages.js';
import { startMoto } from '../test/service/serverless/remote/moto.js';
import { installedPackages } from '../test/services/installed-packages.js';
import { type Bench, commandOf, environmentFor } from './comparisons.js';
import { median } from './measure.js';
import { temporaryFolder } from './temporary-folders.js';

const run = promisify(execFile);

/** How many calls an invocation makes that are measured, after as many that are not. */
const callCount = 500;

/** How many calls are under way at a time where their number in a second is measured. */
const together = 10;

/** Reads one item again and again, so many calls at a time, and tells the median of a call and what all took, in ms. */
const handler = `const { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const client = new DynamoDBClient({ maxAttempts: 1 });
const TableName = 'orders';
const Key = { id: { S: '1' } };
exports.create = async () => {
  await client.send(new CreateTableCommand({
    TableName, BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  }));
  await client.send(new PutItemCommand({ TableName, Item: { ...Key, total: { N: '42' } } }));
};
const read = async () => {
  const start = performance.now();
  const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
  if (Item.total.N !== '42') throw new Error('another item');
  return performance.now() - start;
};
exports.read = async ({ calls, together }) => {
  const readAll = async () => {
    const each = [];
    while (each.length < calls) each.push(...(await Promise.all(Array.from({ length: together }, read))));
    return each;
  };
  await readAll();
  const start = performance.now();
  const each = await readAll();
  return { totalMs: performance.now() - start, medianMs: each.sort((a, b) => a - b)[Math.floor(calls / 2)] };
};
`;

const configuration = `service: bench
provider:
  name: aws
  runtime: nodejs22.x
  timeout: 300
  iam: { role: { statements: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*' }] } }
functions:
  create: { handler: handler.create }
  read: { handler: handler.read }
`;

/** What reading took, in ms. */
interface Reading {
  readonly medianMs: number;
  readonly totalMs: number;
}

/** A call through the gateway to AWS, forwarded and judged, against the same call directly; and how many a second are replayed. */
export async function compareGateway(bench: Bench): Promise<void> {
  const clients = await installedPackages('aws-sdk-js-clients', clientPackages);
  if ('unavailable' in clients) return notMeasured(clients.unavailable);
  const moto = await startMoto();
  if ('unavailable' in moto) return notMeasured(moto.unavailable);
  try {
    await measure(bench, join(clients.folder, 'node_modules'), moto.url);
  } finally {
    await moto.stop();
  }
}

function notMeasured(why: string): void {
  console.log(`\nCalls through the gateway are not measured: ${why}`);
}

async function measure(bench: Bench, packages: string, endpoint: string): Promise<void> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'serverless.yml'), configuration);
  writeFileSync(join(cwd, 'handler.js'), handler);
  symlinkSync(packages, join(cwd, 'node_modules'));
  const keys = { AWS_ACCESS_KEY_ID: 'AKIABENCHBENCHBENCH0', AWS_SECRET_ACCESS_KEY: 'bench', AWS_REGION: 'eu-west-1' };
  const env = { ...environmentFor(bench), ...keys, AWS_ENDPOINT_URL: endpoint };
  const invoke = async (fn: string, atOnce: number, ...args: readonly string[]): Promise<Reading> => {
    const [command, ...rest] = commandOf(
      bench,
      '-f',
      fn,
      '-d',
      JSON.stringify({ calls: callCount, together: atOnce }),
      ...args,
    );
    const { stdout } = await run(command, rest, { cwd, env, maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as Reading;
  };
  await invoke('create', 1);
  const cassette = ['--cassette', join(cwd, 'read.aws.yml')];
  await invoke('read', 1, '--aws', 'record', ...cassette);
  const readings: Record<'direct' | 'forwarded' | 'replayed', Reading[]> = { direct: [], forwarded: [], replayed: [] };
  for (let round = 0; round < Math.min(bench.rounds, 5); round++) {
    readings.direct.push(await invoke('read', 1));
    readings.forwarded.push(await invoke('read', 1, '--permissions', 'audit'));
    readings.replayed.push(await invoke('read', together, '--aws', 'replay', ...cassette));
  }
  const callMs = (found: readonly Reading[]): number => median(found.map(({ medianMs }) => medianMs));
  const [directMs, forwardedMs] = [callMs(readings.direct), callMs(readings.forwarded)];
  const perSecond = callCount / (median(readings.replayed.map(({ totalMs }) => totalMs)) / 1000);
  const { verdicts, node } = bench;
  console.log(`\n${callCount} calls of GetItem by the SDK for JavaScript`);
  console.log(`  directly ${directMs.toFixed(2)} ms each, through the gateway ${forwardedMs.toFixed(2)} ms`);
  console.log(`  ${verdicts.add('gateway', node.version, forwardedMs, directMs)}`);
  console.log(`  ${verdicts.add('replay', node.version, perSecond, 0)}`);
}
