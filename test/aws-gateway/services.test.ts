import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AnsweredBy } from '../../src/aws-gateway/aws-call.js';
import { servicesMetadata } from '../../src/aws-gateway/models/load-model.js';
import { type Moto, startMoto } from '../service/serverless/remote/moto.js';
import { type Run, runFunction } from '../services/run-function.js';
import { type SdkCall, sdkCalls } from './calls.js';
import { type Sdk, type SdkService, sdks } from './sdk-services.js';

const keys = { AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL', AWS_SECRET_ACCESS_KEY: 'a-secret-that-nobody-knows' };

type Answers = Readonly<Record<string, unknown>>;

let folder: string;
let moto: Moto | { readonly unavailable: string };
const services = new Map<Sdk, SdkService>();
const recorded = new Map<Sdk, Answers>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aws-services-'));
  moto = await startMoto();
}, 400_000);

afterAll(async () => {
  if ('stop' in moto) await moto.stop();
  await rm(folder, { recursive: true });
});

describe('a function calls each service through the gateway, which recognises, forwards and records it', () => {
  test.each(sdks)(
    'by $name',
    async (sdk) => {
      if (!('url' in moto)) return console.warn(`moto is not available: ${moto.unavailable}`);
      const service = await sdk.lay();
      services.set(sdk, service);
      if ('unavailable' in service) return console.warn(`${sdk.name} is not available: ${service.unavailable}`);
      await fetch(`${moto.url}/moto-api/reset`, { method: 'POST' });

      const { result, answer } = await run(sdk, service, 'record', {
        ...keys,
        AWS_ENDPOINT_URL: moto.url,
        SERVICES_URL: moto.url,
      });
      const calls = result.aws?.calls ?? [];
      const answers = answer as Answers;
      const wanted = callsOf(sdk).map(({ call }) => call.replace(/#.*/, ''));
      expect(calls.map(({ service, operation }) => `${service}:${operation}`)).toEqual(wanted);
      const elsewhere = calls.filter(({ service, answeredBy }) => answeredBy !== answererOf(sdk, service, 'forward'));
      expect(elsewhere).toEqual([]);
      const failed = Object.entries(answers).filter(([, each]) => Object.hasOwn(each as object, 'error'));
      expect(failed.filter(([call]) => !/#(?:missing|condition|unsupported)$/.test(call))).toEqual([]);
      const text = await readFile(cassetteOf(sdk), 'utf8');
      expect(text).not.toMatch(/AKIAREAL|nobody-knows|Signature|amz-date|request-?id/i);
      recorded.set(sdk, answers);
    },
    1_200_000,
  );
});

describe('with moto stopped and without credentials, it gets the same answers of the recording', () => {
  beforeAll(async () => {
    if ('stop' in moto) await moto.stop();
  });

  test.each(sdks)(
    'by $name',
    async (sdk) => {
      const service = services.get(sdk);
      const answers = recorded.get(sdk);
      if (service === undefined || 'unavailable' in service || answers === undefined) return;
      const { result, answer, diagnostics } = await run(sdk, service, 'replay', {});
      expect(comparable(answer as Answers)).toEqual(comparable(answers));
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const calls = result.aws?.calls ?? [];
      expect(calls).toHaveLength(callsOf(sdk).length);
      expect(calls.filter((call) => call.answeredBy !== answererOf(sdk, call.service, 'recording'))).toEqual([]);
    },
    240_000,
  );
});

test('the table has a call of each service that has a model', () => {
  const called = new Set(sdkCalls.map(({ call }) => serviceOf(call)));
  expect(Object.keys(servicesMetadata()).filter((name) => !called.has(name))).toEqual([]);
});

/** Runs the function with its calls answered in one way. */
function run(
  sdk: Sdk,
  { folder: cwd, host }: Exclude<SdkService, { unavailable: string }>,
  mode: 'record' | 'replay',
  given: Readonly<Record<string, string>>,
): Promise<Run> {
  const aws = JSON.stringify({ mode, cassette: cassetteOf(sdk), strict: true });
  const stubs = stubsOf(sdk);
  return runFunction(cwd, 'f', {
    event: { calls: callsOf(sdk) },
    host: { ...host, ...given },
    request: { aws: { aws, ...(stubs === '' ? {} : { stubs }), folder, named: (member) => member } },
  });
}

/** Who answers a call of a service, where others are answered by somebody. */
function answererOf({ notInMoto = [] }: Sdk, service: string, others: 'forward' | 'recording'): AnsweredBy {
  return notInMoto.includes(service) ? 'stub' : others;
}

function stubsOf({ notInMoto = [] }: Sdk): string {
  const answers = Object.entries({
    'cloudwatch:PutMetricData': {},
    'cloudwatch:GetMetricStatistics': {
      Label: 'orders',
      Datapoints: [{ Timestamp: '2026-01-01T00:00:00Z', Sum: 1.5 }],
    },
    'kinesis:CreateStream': {},
    'kinesis:PutRecord': { ShardId: 'shardId-000000000000', SequenceNumber: '1' },
  });
  const wanted = answers.filter(([call]) => notInMoto.includes(serviceOf(call)));
  return wanted
    .map(([call, response]) => {
      const [service, operation] = call.split(':');
      return `service: ${service}\noperation: ${operation}\nresponse: ${JSON.stringify(response)}\n`;
    })
    .join('---\n');
}

function cassetteOf({ name }: Sdk): string {
  return join(folder, `${name}.aws.yml`);
}

function callsOf({ without = [] }: Sdk): readonly SdkCall[] {
  return sdkCalls.filter(({ call }) => !without.includes(serviceOf(call)));
}

function serviceOf(call: string): string {
  return call.replace(/:.*/, '');
}

/** Answers without members that recordings leave out and SDKs do without, such as moto's `null`, and without what moto has no answer to. */
function comparable(answers: Answers): Answers {
  const kept = Object.entries(answers).filter(([call]) => !call.endsWith('#unsupported'));
  const text = JSON.stringify(Object.fromEntries(kept), (name, value: unknown) =>
    value === null || /^(?:Checksum\w+|AcceptRanges)$/.test(name) ? undefined : value,
  );
  return JSON.parse(text) as Answers;
}
