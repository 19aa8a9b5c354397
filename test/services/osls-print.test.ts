import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { LambdaFunction } from '../../src/lambda/function/lambda-function.js';
import { fixture } from '../paths.js';
import { openFolder, type TestOptions } from '../service/open-folder.js';
import { writeLargeService } from './large-service.js';
import { copyWithPlugins, osls, type PrintedService } from './osls.js';
import { type Question, recordedAnswer } from './recorded-answer.js';
import { newProjectCode } from './run-function.js';

/** A service that both sides can read without a network, and the stages that it is read for. */
interface ComparedService {
  /** The folder that holds all its files, below `test/fixtures/services/`. */
  readonly workspace: string;
  /** Its own folder, below the workspace. */
  readonly service?: string;
  readonly plugins?: readonly string[];
  readonly stages: readonly string[];
  /** What only our side is told, for osls prints intrinsic functions as they are. */
  readonly options?: TestOptions;
}

/**
 * Not among them, because osls can't take them here: `remote-variables`, which asks AWS and git, and `version-4`, which
 * osls does not understand.
 */
const services: readonly ComparedService[] = [
  { workspace: 'rest-api', stages: ['dev', 'prod'] },
  { workspace: 'monorepo', service: 'services/billing', stages: ['dev', 'prod'] },
  { workspace: 'typescript-esbuild', plugins: ['serverless-esbuild'], stages: ['dev'] },
  { workspace: 'python-layers', plugins: ['serverless-python-requirements'], stages: ['dev', 'prod'] },
  { workspace: 'js-config', stages: ['dev', 'prod'] },
  { workspace: 'ts-config', stages: ['dev'] },
  { workspace: 'function-files', stages: ['dev', 'staging'] },
  { workspace: 'event-pipeline', stages: ['dev'], options: { variables: { 'import:platform-key': 'k' } } },
];

interface ComparedFunction {
  readonly name: string;
  readonly handler: string;
  readonly runtime: string | undefined;
  readonly timeoutMs: number;
  readonly memorySizeMiB: number;
  readonly environment: Readonly<Record<string, unknown>>;
}

/** What osls gives each function: what it leaves out of it is the provider's, or the framework's default. */
function printedFunctions({ provider, functions }: PrintedService): Record<string, ComparedFunction> {
  return mapValues(functions, (fn) => ({
    name: fn.name,
    handler: fn.handler,
    runtime: fn.runtime ?? provider.runtime,
    timeoutMs: (fn.timeout ?? provider.timeout ?? 6) * 1000,
    memorySizeMiB: fn.memorySize ?? provider.memorySize ?? 1024,
    environment: { ...provider.environment, ...fn.environment },
  }));
}

function mapValues<From, To>(mapping: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, map(value)]));
}

/** Of a function of ours what is compared; where osls prints an intrinsic function, its name stands for the value. */
function loadedFunction(fn: LambdaFunction, printed: ComparedFunction | undefined): ComparedFunction {
  const { name, handler, runtime, timeoutMs, memorySizeMiB, environment } = fn;
  const values = Object.entries(environment).map(([key, value]) => {
    const theirs = printed?.environment[key];
    return [key, typeof theirs === 'object' && theirs !== null ? theirs : value];
  });
  return { name, handler, runtime, timeoutMs, memorySizeMiB, environment: Object.fromEntries(values) };
}

async function expectAgreement(folder: string, stage: string, printed: PrintedService, options?: TestOptions) {
  await using projectCode = newProjectCode();
  const service = await openFolder(folder, { ...options, stage, projectCode });
  const theirs = printedFunctions(printed);
  const ours: Record<string, ComparedFunction> = {};
  for (const key of await service.names()) ours[key] = loadedFunction(await service.load(key), theirs[key]);
  expect(ours).toEqual(theirs);
}

async function recordedPrint(
  title: string,
  asked: Pick<Question, 'folder' | 'args'>,
  ask: () => Promise<string>,
): Promise<PrintedService> {
  return JSON.parse(await recordedAnswer({ name: ['print', title], program: osls.name, ...asked }, ask));
}

describe('osls print and this service room agree on', () => {
  const folders: string[] = [];
  let large = '';

  beforeAll(async () => {
    large = await mkdtemp(join(tmpdir(), 'invoke-local-large-'));
    folders.push(large);
    await writeLargeService(large, 200, 'in a file each');
  });

  afterAll(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  test.each(services.flatMap((service) => service.stages.map((stage) => ({ ...service, stage }))))(
    'each function of $workspace, stage $stage',
    async ({ workspace, service = '.', plugins, stage, options }) => {
      const source = fixture('services', workspace);
      const ask = async (): Promise<string> => {
        if (plugins === undefined) return osls.print(join(source, service), stage);
        const { copy, service: copied } = await copyWithPlugins(source, service, plugins);
        folders.push(copy);
        return osls.print(copied, stage);
      };
      const asked = { folder: source, args: [service, plugins, stage] };
      const printed = await recordedPrint(`${workspace} ${stage}`, asked, ask);
      await expectAgreement(join(source, service), stage, printed, options);
      expect(Object.keys(printed.functions)).not.toEqual([]);
    },
    120_000,
  );

  test('each of 200 functions in files of their own', async () => {
    const printed = await recordedPrint('large', { folder: large, args: ['dev'] }, () => osls.print(large, 'dev'));
    await expectAgreement(large, 'dev', printed);
    expect(Object.keys(printed.functions)).toHaveLength(200);
  }, 120_000);
});
