import { describe, expect, test } from '@jest/globals';
import type { SandboxOutcome } from '../../src/lambda/sandbox/outcome.js';
import { Forerunner } from '../../src/lambda/sandbox/process/forerunner.js';
import type { Launch, LaunchSettings } from '../../src/lambda/sandbox/process/launch.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import type { SandboxOptions } from '../../src/lambda/sandbox/sandbox-options.js';
import { repositoryRoot } from '../paths.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';

const handler = `import os, subprocess, sys

counted = []

def count(event, context):
    counted.append(event)
    return len(counted)

def echo(event, context):
    return event

def variables(event, context):
    return [name for name in os.environ if name.startswith("INVOKE_LOCAL")]

def inherited(event, context):
    connection = os.readlink("/proc/self/fd/4")
    listed = "for file in /proc/self/fd/*; do readlink $file; done; true"
    return [connection.startswith("socket:"), connection in subprocess.check_output(["sh", "-c", listed], close_fds=False).decode()]

def start(event, context):
    return [os.getpid(), [folder for folder in sys.path if "forerunner" in folder], os.environ.get("PYTHONPATH")]

def ask(event, context):
    from urllib.request import urlopen
    return urlopen("http://" + os.environ["AWS_LAMBDA_RUNTIME_API"] + "/2018-06-01/ping").read().decode()

def fail(event, context):
    raise TypeError("it failed")

def end(event, context):
    os._exit(3)
`;

const launchOf = (path: string): Launch => ({
  command: path,
  args: [`${repositoryRoot}/runtimes/python/bootstrap.py`],
  inheritsConnection: true,
  sendsToken: true,
  notes: true,
});

/** A sandbox for one invocation, whose runtime is Python's: it is given its connection to the Runtime API. */
async function sandboxFor(
  path: string,
  version: string,
  name: string,
  more: (settings: LaunchSettings) => Partial<SandboxOptions> = () => ({}),
): Promise<Sandbox> {
  const workingDirectory = await folderOf({ 'index.py': handler });
  const environment = {
    PATH: process.env['PATH'] ?? '',
    _HANDLER: `index.${name}`,
    LAMBDA_TASK_ROOT: workingDirectory,
    AWS_EXECUTION_ENV: `AWS_Lambda_python${version}`,
    AWS_LAMBDA_FUNCTION_NAME: 'one',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/one',
    AWS_LAMBDA_LOG_STREAM_NAME: 'one',
  };
  return Sandbox.create({
    candidates: [launchOf(path)],
    environment,
    workingDirectory,
    timeoutMs: 30_000,
    memorySizeMiB: 512,
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:one',
    isForOneInvocation: true,
    logs: { write: () => {} },
    ...more({ workingDirectory, environment }),
  });
}

function valueIn(outcome: SandboxOutcome): unknown {
  return JSON.parse((outcome.status === 'success' ? outcome.response : outcome.error).toString('utf8'));
}

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix.each(interpreters)('a runtime that is given its connection, of Python $version,', ({ path, version }) => {
  async function outcomeOf(name: string, event: unknown = {}): Promise<SandboxOutcome> {
    await using sandbox = await sandboxFor(path, version, name);
    return await sandbox.invoke({ event: Buffer.from(JSON.stringify(event)) });
  }

  test('serves events that were not expected, too', async () => {
    await using sandbox = await sandboxFor(path, version, 'count');
    const values: unknown[] = [];
    for (let count = 0; count < 3; count++) values.push(valueIn(await sandbox.invoke({ event: Buffer.from('{}') })));
    expect(values).toEqual([1, 2, 3]);
  });

  test('takes and gives the largest payloads', async () => {
    const event = { text: 'x'.repeat(5_900_000) };
    expect(valueIn(await outcomeOf('echo', event))).toEqual(event);
  });

  test('shows the handler no variable of it, and what the handler starts no descriptor', async () => {
    expect(valueIn(await outcomeOf('variables'))).toEqual([]);
    if (process.platform !== 'linux') return;
    expect(valueIn(await outcomeOf('inherited'))).toEqual([true, false]);
  });

  test('has the Runtime API at its address, too', async () => {
    expect(valueIn(await outcomeOf('ask'))).toBe('pong');
  });

  test('waits for its environment, too, if it looks for its first module where that always is', async () => {
    let pid: number | undefined;
    await using sandbox = await sandboxFor(path, version, 'start', (settings) => {
      const launch = { ...launchOf(path), waitsWith: { PYTHONPATH: '/nowhere/forerunner' } };
      const forerunner = Forerunner.start(launch, settings);
      pid = forerunner?.pid;
      return { ...(forerunner === undefined ? {} : { forerunner }) };
    });
    expect(valueIn(await sandbox.invoke({ event: Buffer.from('{}') }))).toEqual([pid, [], null]);
  });

  test('tells an error, and an end', async () => {
    const failed = await outcomeOf('fail');
    expect(failed.status).toBe('error');
    expect(valueIn(failed)).toMatchObject({ errorType: 'TypeError', errorMessage: 'it failed' });
    expect(await outcomeOf('end')).toMatchObject({ status: 'crash', errorType: 'Runtime.ExitError' });
  });
});
