import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';

import { forerun } from '../../src/invoke/forerun.js';
import { invoke } from '../../src/invoke/invoke.js';
import type { ContainmentChoice } from '../../src/invoke/request.js';
import type { Forerunner } from '../../src/lambda/sandbox/process/forerunner.js';
import { begun } from '../begun.js';
import { folderOf } from '../service/open-folder.js';
import { jobFor, type Run, type RunOptions } from '../services/run-function.js';

/** Tells what a function can see of how its process was started. */
const handler = `exports.hello = async (event) => ({
  pid: process.pid,
  environment: process.env,
  names: Object.keys(process.env),
  argv: process.argv.slice(1),
  execArgv: process.execArgv,
  folder: process.cwd(),
  title: process.title,
  modules: require('node:module').globalPaths,
  zone: Intl.DateTimeFormat().resolvedOptions(),
  descriptors: require('node:fs').readdirSync('/proc/self/fd').length,
  root: require('node:fs').readdirSync('/'),
  mounts: require('node:fs').readFileSync('/proc/self/mounts', 'utf8').split('\\n').map((line) => line.split(' ')[1]),
});
exports.exit = async () => process.exit(3);`;

interface Answer {
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly [fact: string]: unknown;
}

function configuration(functions: string, provider = ''): Record<string, string> {
  const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
  return {
    'handler.js': handler,
    'serverless.yml': `service: shop\nprovider:\n  name: aws\n  runtime: ${runtime}\n${provider}functions:\n${functions}`,
  };
}

const plain = configuration('  hello:\n    handler: handler.hello\n    environment:\n      COLOUR: blue\n');

/** Invokes a function with a process that was started on a guess, if one could be made. */
async function runGuessed(folder: string, name: string, options: RunOptions = {}) {
  const { request, hooks, read } = jobFor(folder, name, options);
  const { hostEnvironment, workingDirectory, containment = 'off' } = request;
  const { installation } = hooks;
  const guess = { function: name, workingDirectory, hostEnvironment, installation, containment };
  using forerunner = await forerun(guess);
  const guessedPid = forerunner?.pid;
  const run = read(await invoke(request, { ...hooks, forerunner }));
  return { run, guessedPid, isAdopted: guessedPid !== undefined && forerunner?.pid === undefined };
}

function answerOf({ answer }: Run): Answer {
  return answer as Answer;
}

async function isRunning(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    try {
      process.kill(pid, 0);
    } catch {
      return false;
    }
    await sleep(20);
  }
  return true;
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

/** How programs are contained: not at all, and where this machine can. */
const ways: readonly ContainmentChoice[] = ['off', 'auto'];

onLinux.each(ways)('a process that is started before the configuration is read, contained: %s', (containment) => {
  const given = { request: { containment } };

  test('becomes the runtime, and the function sees nothing that would be different', async () => {
    const folder = await folderOf(plain);
    const { run, guessedPid, isAdopted } = await runGuessed(folder, 'hello', given);
    const guessed = answerOf(run);
    expect(isAdopted).toBe(true);
    if (containment === 'off') expect(guessed.pid).toBe(guessedPid);

    const { request, hooks, read } = jobFor(folder, 'hello', given);
    const started = answerOf(read(await invoke(request, hooks)));
    const changing = ['AWS_LAMBDA_LOG_STREAM_NAME', 'AWS_LAMBDA_RUNTIME_API', '_X_AMZN_TRACE_ID'];
    const lasting = ({ pid: _, environment, ...facts }: Answer): object => ({
      ...facts,
      environment: Object.entries(environment).filter(([name]) => !changing.includes(name)),
    });
    expect(lasting(guessed)).toEqual(lasting(started));
    expect(guessed.environment['COLOUR']).toBe('blue');
  });

  const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;
  const asset = `asset.${'a'.repeat(64)}`;
  const lambda = {
    Type: 'AWS::Lambda::Function',
    Properties: { Handler: 'handler.hello', MemorySize: 256, Runtime: runtime },
    Metadata: {
      'aws:cdk:path': 'Shop/Api/Hello/Resource',
      'aws:asset:path': asset,
      'aws:asset:property': 'Code',
    },
  };
  const artifacts = { Shop: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Shop.template.json' } } };
  test.each<[string, string, Record<string, string>]>([
    [
      'a file of its own',
      'Hello',
      {
        'handler.js': handler,
        'serverless.yml': `service: svc
provider: { name: aws }
functions:
  - \${file(functions/Other.yml)}
  - \${file(functions/Hello.yml)}
`,
        'functions/Other.yml': 'Other:\n  handler: other.handler\n',
        'functions/Hello.yml': `Hello:\n  handler: handler.hello\n  runtime: ${runtime}\n  memorySize: 256\n`,
      },
    ],
    [
      'a template',
      'Hello',
      {
        'src/handler.js': handler,
        'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: ${runtime}
    MemorySize: 256
Resources:
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: handler.hello
`,
      },
    ],
    [
      'an assembly',
      'Shop/Api/Hello',
      {
        [`cdk.out/${asset}/handler.js`]: handler,
        'cdk.out/cdk.out': '{}',
        'cdk.out/manifest.json': JSON.stringify({ version: '48.0.0', artifacts }),
        'cdk.out/Shop.template.json': JSON.stringify({ Resources: { Hello: lambda } }, undefined, 1),
      },
    ],
  ])('is the runtime of a function of %s, too', async (_, name, files) => {
    const { run, guessedPid, isAdopted } = await runGuessed(await folderOf(files), name, given);
    expect(isAdopted).toBe(true);
    if (containment === 'off') expect(answerOf(run).pid).toBe(guessedPid);
    expect(answerOf(run).environment['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']).toBe('256');
  });

  test('takes an environment that fills more than one buffer', async () => {
    const folder = await folderOf(plain);
    const environment = { LARGE: 'é'.repeat(50_000), ALSO: '\n"\\'.repeat(10_000) };
    const { run, isAdopted } = await runGuessed(folder, 'hello', { environment, ...given });
    expect(isAdopted).toBe(true);
    expect(answerOf(run).environment).toMatchObject(environment);
  });

  test('ends like any other', async () => {
    const folder = await folderOf(configuration('  exit:\n    handler: handler.exit\n'));
    const { run, isAdopted } = await runGuessed(folder, 'exit', given);
    expect(isAdopted).toBe(true);
    expect(run.result).toMatchObject({ status: 'crash' });
  });

  const others: [string, Record<string, string>, RunOptions][] = [
    [
      'has NODE_OPTIONS',
      configuration('  hello:\n    handler: handler.hello\n', '  environment:\n    NODE_OPTIONS: --no-deprecation\n'),
      {},
    ],
    [
      'has another time zone',
      configuration('  hello:\n    handler: handler.hello\n', '  environment:\n    TZ: Asia/Tokyo\n'),
      {},
    ],
    ['gets a time zone from the caller', plain, { environment: { TZ: 'Asia/Tokyo' } }],
    [
      'has its memory from a variable',
      configuration(`  hello:\n    handler: handler.hello\n    memorySize: \${param:memory, '256'}\n`),
      {},
    ],
    [
      'is run by the interpreter that the caller names',
      plain,
      { interpreter: process.execPath, environment: { NODE_OPTIONS: '--no-warnings' } },
    ],
  ];
  test.each(others)('is ended, and another one started, where the function %s', async (_, files, options) => {
    const folder = await folderOf(files);
    const { run, guessedPid, isAdopted } = await runGuessed(folder, 'hello', { ...options, ...given });
    expect(isAdopted).toBe(false);
    expect(run.result.status).toBe('success');
    expect(guessedPid).toBeDefined();
    if (containment === 'off') expect(answerOf(run).pid).not.toBe(guessedPid);
    expect(await isRunning(guessedPid ?? 0)).toBe(false);
  });

  test('is ended where the function can not be run', async () => {
    const folder = await folderOf(plain);
    const { request, hooks } = jobFor(folder, 'missing', given);
    let forerunner: Forerunner | undefined;
    const { hostEnvironment } = request;
    const { installation } = hooks;
    {
      using started = await forerun({
        function: 'hello',
        workingDirectory: folder,
        hostEnvironment,
        installation,
        containment,
      });
      forerunner = started;
      const pid = started?.pid ?? 0;
      await expect(invoke(request, { ...hooks, forerunner: started })).rejects.toThrow('missing');
      started?.[Symbol.dispose]();
      expect(await isRunning(pid)).toBe(false);
    }
    expect(forerunner?.pid).toBeUndefined();
  });

  test('is not started where a script stands for Node.js, which may choose another one', async () => {
    const folder = await folderOf({ ...plain, 'bin/node': `#!/bin/sh\nexec '${process.execPath}' "$@"\n` });
    chmodSync(join(folder, 'bin', 'node'), 0o755);
    const { request, hooks } = jobFor(folder, 'hello', given);
    const hostEnvironment = { ...request.hostEnvironment, PATH: join(folder, 'bin') };
    const unknown = { ...plain, 'serverless.yml': plain['serverless.yml']?.replace(/nodejs\d+/, 'nodejs18') ?? '' };
    const workingDirectory = await folderOf(unknown);
    const { installation } = hooks;
    const guess = { function: 'hello', workingDirectory, hostEnvironment, installation, containment };
    expect(await forerun(guess)).toBeUndefined();
  });

  test('is not started for what is a function of neither Node.js nor Python, or not there', async () => {
    const { request, hooks } = jobFor('/', 'hello');
    const guess = { installation: hooks.installation, hostEnvironment: request.hostEnvironment, containment };
    const ruby = await folderOf({
      'serverless.yml': 'service: a\nprovider:\n  runtime: ruby3.4\nfunctions:\n  hello:\n',
    });
    const none = await folderOf({});
    expect(await forerun({ ...guess, function: 'hello', workingDirectory: ruby })).toBeUndefined();
    expect(await forerun({ ...guess, function: 'hello', workingDirectory: none })).toBeUndefined();
  });
});

onLinux.each(ways)('a process that waits long for its environment, contained: %s', (containment) => {
  const given = { request: { containment } };

  test(
    'counts neither that wait as initialization, nor forgets its own start',
    begun(async () => {
      const folder = await folderOf(plain);
      const { request, hooks, read } = jobFor(folder, 'hello', given);
      const { hostEnvironment, workingDirectory } = request;
      const { installation } = hooks;
      const guess = { function: 'hello', workingDirectory, hostEnvironment, installation, containment };
      using forerunner = await forerun(guess);
      await sleep(5_000);
      const { result } = read(await invoke(request, { ...hooks, forerunner }));
      expect(result.initDurationMs).toBeGreaterThan(5);
      expect(result.initDurationMs).toBeLessThan(5_000);
    }),
  );
});
