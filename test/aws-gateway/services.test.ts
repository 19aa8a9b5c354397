import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AwsCall } from '../../src/aws-gateway/aws-call.js';
import { servicesMetadata } from '../../src/aws-gateway/models/load-model.js';
import { EventCalls } from '../../src/aws-gateway/run/event-calls.js';
import type { AwsPlan } from '../../src/aws-gateway/run/plan.js';
import { SandboxGateway } from '../../src/aws-gateway/run/sandbox-gateway.js';
import { repositoryRoot } from '../paths.js';
import { type Moto, motoPython, startMoto } from '../service/serverless/remote/moto.js';
import { installedPackages } from '../services/installed-packages.js';
import { type SdkCall, sdkCalls } from './calls.js';
import { clientPackages } from './client-packages.js';

const clients = join(repositoryRoot, 'test', 'fixtures', 'aws-clients');
const keys = { AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL', AWS_SECRET_ACCESS_KEY: 'a-secret-that-nobody-knows' };
const region = { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true' };

type Answers = Readonly<Record<string, unknown>>;

interface Run {
  readonly answers: Answers;
  readonly calls: readonly AwsCall[];
  readonly errors: readonly string[];
}

let folder: string;
let moto: Moto | { readonly unavailable: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-services-'));
  moto = await startMoto();
  await installedPackages('aws-sdk-js-clients', clientPackages);
}, 800_000);

afterAll(async () => {
  if ('stop' in moto) await moto.stop();
});

/** Runs a client through a gateway whose calls are answered in one way. */
async function through(
  [command, ...args]: readonly [string, ...string[]],
  calls: readonly SdkCall[],
  plan: Pick<AwsPlan, 'mode' | 'cassette'>,
  endpoint: string,
): Promise<Run> {
  const environment = { ...keys, ...region, AWS_ENDPOINT_URL: endpoint };
  const isOffline = plan.mode === 'replay';
  const options = {
    environment,
    isOffline,
    account: '123456789012',
    region: 'eu-west-1',
    redact: (text: string) => text,
  };
  await using gateway = await SandboxGateway.open(options);
  const event = new EventCalls({ ...plan, stubs: [], match: {}, redact: [], strict: true, siblings: true });
  gateway.begin(event);
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], HOME: folder, ...gateway.environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(calls));
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const { calls: made } = await gateway.end();
  const diagnostics = await event.end();
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { answers: JSON.parse(Buffer.concat(chunks).toString()) as Answers, calls: made, errors };
}

const wanted = sdkCalls.map(({ call }) => call.replace(/#.*/, ''));

describe.each([
  { sdk: 'the SDK for JavaScript', file: 'javascript.mjs' },
  { sdk: 'boto3', file: 'python.py' },
])('$sdk through the gateway', ({ file }) => {
  test('has each call recognised, passed on, recorded, and answered by the recording alone', async () => {
    if (!('url' in moto)) return console.warn(`moto is not available: ${moto.unavailable}`);
    const command = await commandOf(file);
    if (typeof command === 'string') return console.warn(command);
    await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });
    const cassette = join(folder, `${file}.aws.yml`);

    const recorded = await through(command, sdkCalls, { mode: 'record', cassette }, moto.url);
    expect(recorded.calls.map(({ service, operation }) => `${service}:${operation}`)).toEqual(wanted);
    expect(recorded.calls.map(({ answeredBy }) => answeredBy)).toEqual(wanted.map(() => 'forward'));
    const failed = Object.entries(recorded.answers).filter(([, answer]) => Object.hasOwn(answer as object, 'error'));
    expect(failed.filter(([call]) => !/#(?:missing|condition|unsupported)$/.test(call))).toEqual([]);
    const text = await readFile(cassette, 'utf8');
    expect(text).not.toMatch(/AKIAREAL|nobody-knows|Signature|amz-date|request-?id/i);

    const replayed = await through(command, sdkCalls, { mode: 'replay', cassette }, 'http://127.0.0.1:9');
    expect(replayed.errors).toEqual([]);
    expect(comparable(replayed.answers)).toEqual(comparable(recorded.answers));
  }, 120_000);
});

test('the table has a call of each service that has a model', () => {
  const services = new Set(wanted.map((call) => call.split(':')[0]));
  expect(Object.keys(servicesMetadata()).filter((name) => !services.has(name))).toEqual([]);
});

/** Answers without members that recordings leave out and SDKs do without, and without what moto has no answer to. */
function comparable(answers: Answers): Answers {
  const kept = Object.entries(answers).filter(([call]) => !call.endsWith('#unsupported'));
  const text = JSON.stringify(Object.fromEntries(kept), (name, value: unknown) =>
    /^(?:Checksum\w+|AcceptRanges)$/.test(name) ? undefined : value,
  );
  return JSON.parse(text) as Answers;
}

async function commandOf(file: string): Promise<readonly [string, ...string[]] | string> {
  const path = join(clients, file);
  if (file.endsWith('.py')) return [await motoPython(), path];
  const installed = await installedPackages('aws-sdk-js-clients', clientPackages);
  return 'folder' in installed ? [process.execPath, '--no-warnings', path, installed.folder] : installed.unavailable;
}
