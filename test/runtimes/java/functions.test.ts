import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { UserError } from '../../../src/diagnostics/user-error.js';
import { launchesOf } from '../../../src/invoke/launches/launches-of.js';
import { callingFrames } from '../../../src/lambda/java/calling-frames.js';
import { clientInRepositories } from '../../../src/lambda/java/runtime-client.js';
import { threadDump } from '../../../src/lambda/java/thread-dump.js';
import { placeFunction } from '../../../src/lambda/placement/place-function.js';
import { Sandbox } from '../../../src/lambda/sandbox/sandbox.js';
import { holdsSocket, peerSocket } from '../../../src/process/loopback-peer.js';
import { lambdaFunction } from '../../lambda/lambda-function.js';
import { folderOf } from '../../service/open-folder.js';
import { type Run, type RunOptions, runFunction } from '../../services/run-function.js';
import { writeZip, type ZipEntry } from '../../write-zip.js';
import { builtService, type JavaToolchain, prepareJava } from './toolchain.js';

const prepared = await prepareJava();
if ('unavailable' in prepared) console.warn(`The tests of functions in Java are skipped: ${prepared.unavailable}.`);
const java = 'unavailable' in prepared ? undefined : prepared;
const withJava = java === undefined ? describe.skip : describe;

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a project in Java that is not built, or not named by what its build makes', () => {
  const head = 'service: unbuilt\nprovider: {name: aws, runtime: java21}\n';
  const functions = 'functions: {f: {handler: com.serverless.Handler}}\n';

  test.each([
    ['', 'java-artifact-needed', 'Build it with `mvn -q package`, and name it as `package.artifact`.', 3],
    ['package: {artifact: target/hello.jar}\n', 'artifact-missing', 'Build it in a step before: `mvn -q package`.', 3],
  ])('is told what to do (%j)', async (artifact, code, hint, line) => {
    const folder = await folderOf({ 'serverless.yml': `${head}${artifact}${functions}`, 'pom.xml': '<project/>' });
    const failure = await runFunction(folder, 'f').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).diagnostic).toMatchObject({ code, hint, location: { line } });
  });

  test('is told the name of what was built', async () => {
    const folder = await folderOf({
      'serverless.yml': `${head}${functions}`,
      'build.gradle': '',
      'build/distributions/hello.zip': '',
    });
    const failure = await runFunction(folder, 'f').catch((error: unknown) => error);
    expect((failure as UserError).diagnostic.hint).toBe(
      'Name it as `package.artifact`, such as build/distributions/hello.zip.',
    );
  });
});

withJava("AWS's runtime interface client for Java", () => {
  const { repository, classes } = java ?? { repository: '', classes: '' };
  let service: string;

  beforeAll(async () => {
    service = await builtService(java as JavaToolchain);
  });

  afterAll(() => rm(service, { recursive: true }));

  const run = (name: string, event: unknown = {}, options: RunOptions = {}): Promise<Run> =>
    runFunction(service, name, { event, ...options, host: { MAVEN_REPO: repository, ...options.host } });

  /** The client's jar and those that it needs. */
  function clientJars(): readonly string[] {
    const found = clientInRepositories({ MAVEN_REPO: repository }, '/none');
    return found?.kind === 'jars' ? found.jars : [];
  }

  /** A service with an artifact of these contents. */
  async function packed(entries: readonly ZipEntry[], configuration = ''): Promise<string> {
    const text = `service: packed\nprovider: {name: aws, runtime: java17}\npackage: {artifact: code.zip}\nfunctions: {f: {handler: handlers.Echo}}\n${configuration}`;
    const folder = await folderOf({ 'serverless.yml': text });
    await writeZip(join(folder, 'code.zip'), entries);
    return folder;
  }

  test('C113 it echoes an event, with the context, the flags and the log that Lambda has', async () => {
    const { result, answer, log, diagnostics } = await run('map', { a: [1, 'ä', null] });
    expect(answer).toMatchObject({
      event: { a: [1, 'ä', null] },
      name: 'java-handlers-dev-map',
      memory: 256,
      arn: 'arn:aws:lambda:us-east-1:123456789012:function:java-handlers-dev-map',
      flags: expect.arrayContaining(['-XX:MaxHeapSize=222823k', '-XX:+UseSerialGC']),
    });
    const printed = /^START [^\n]*\n(.*)^END /ms.exec(log)?.[1]?.trimEnd().split('\n');
    const expected = ['printed', 'complained', `logged ${result.requestId}`, 'logged again'];
    expect(printed?.sort()).toEqual(expected.sort());
    expect(result.interpreter).toMatch(/^java \d+\.[\d.]+$/);
    expect(diagnostics.filter(({ code }) => code !== 'interpreter-version')).toEqual([]);
  });

  test.each([
    ['pojo', { id: 'a', count: 2 }, { id: 'a', count: 3 }],
    ['stream', { deep: [{ er: 1 }] }, { deep: [{ er: 1 }] }],
  ])('C113 it echoes an event to a handler of the kind %s', async (name, event, expected) => {
    expect((await run(name, event)).answer).toEqual(expected);
  });

  test('it tells who waits for an answer while it does, also out of its room', async () => {
    const asked: string[][] = [];
    const server = createServer(async ({ socket: { remotePort: peer = 0, localPort: own = 0 } }, response) => {
      const socket = peerSocket({ peer, own }) ?? '';
      const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
      const caller = pids.find((pid) => pid !== process.pid && holdsSocket(pid, socket)) ?? 0;
      for (const call of ['GetItem', 'GetItem', 'PutItem']) {
        const dump = (await threadDump(caller, 15_000)) ?? '';
        asked.push(callingFrames(dump, { serviceId: 'DynamoDB', operation: call }).map(([first = '']) => first));
      }
      response.end('answered');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const { answer, log } = await run('waits', { url: `http://127.0.0.1:${port}` });
    server.close();
    const line = '    at handlers.Waits.handleRequest(Waits.java:12)';
    expect(asked).toEqual([[line], [line], []]);
    expect(answer).toBe('answered');
    expect(log).not.toContain('Full thread dump');
  });

  test('C113 it keeps its state for a warm second invocation', async () => {
    const fn = lambdaFunction({
      runtime: 'java17',
      handler: 'handlers.Echo',
      code: { kind: 'zip', file: (java as JavaToolchain).artifact },
      memorySizeMiB: 256,
    });
    await using placed = await placeFunction(fn, new AbortController().signal);
    const host = { PATH: process.env['PATH'] ?? '', MAVEN_REPO: repository };
    const environment = { ...host, AWS_LAMBDA_FUNCTION_NAME: 'f', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256' };
    const request = { hostEnvironment: host, workingDirectory: service };
    await using sandbox = await Sandbox.create({
      candidates: await launchesOf({ function: fn, placed, request, environment, runtimes: '' }),
      environment,
      workingDirectory: placed.taskRoot,
      timeoutMs: 20_000,
      memorySizeMiB: fn.memorySizeMiB,
      functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
      logs: { write: () => {} },
    });
    for (const count of [1, 2]) {
      const outcome = await sandbox.invoke({ event: Buffer.from('{}') });
      expect(outcome.status === 'success' && JSON.parse(outcome.response.toString())).toMatchObject({ count });
      expect(outcome.initDurationMs === undefined).toBe(count === 2);
    }
  });

  test('C113 it reports an error, as the client sends it', async () => {
    const { result, answer, log } = await run('faults', { how: 'throw' });
    expect(result.status).toBe('error');
    expect(answer).toEqual({
      errorMessage: 'no order',
      errorType: 'java.lang.IllegalStateException',
      stackTrace: expect.arrayContaining([
        expect.stringMatching(/^handlers\.Faults\.handleRequest\(Faults\.java:\d+\)$/),
      ]),
    });
    expect(log).toContain('Caused by: java.lang.RuntimeException: the cause');
  });

  test.each([
    ['noMethod', 'No public method named nothing with appropriate method signature found on class handlers.Echo'],
  ])('a handler that is not there (%s) is reported as the client does', async (name, errorMessage) => {
    expect((await run(name)).result).toMatchObject({
      status: 'error',
      errorType: 'Runtime.BadFunctionCode',
      errorMessage,
    });
  });

  test('a function that runs out of its heap fails, and the cause is said', async () => {
    const { result, diagnostics } = await run('faults', { how: 'memory' });
    expect(result).toMatchObject({ status: 'error', errorType: 'java.lang.OutOfMemoryError' });
    expect(diagnostics.map(({ code }) => code)).toContain('heap-exhausted');
  });

  test('System.exit is a crash, and a timeout ends the JVM', async () => {
    expect((await run('faults', { how: 'exit' })).result).toMatchObject({
      status: 'crash',
      errorMessage: expect.stringMatching(/Runtime exited with error: exit status 3$/),
    });
    expect((await run('slow')).result).toMatchObject({ status: 'timeout', durationMs: 2000 });
  });

  test('a crash of the JVM says what it was', async () => {
    const { result } = await run('faults', { how: 'crash' });
    expect(result).toMatchObject({
      status: 'crash',
      errorMessage: expect.stringMatching(/Runtime exited with error: signal: aborted$/),
      cause: {
        message: expect.stringMatching(/^a fatal error of the Java Runtime Environment: SIGSEGV .* in \S+ +\[/),
      },
    });
  });

  test('JAVA_TOOL_OPTIONS of the function reaches the JVM, and that of the step does not', async () => {
    const host = { JAVA_TOOL_OPTIONS: '-Dgreeting=step', _JAVA_OPTIONS: '-Dgreeting=step' };
    expect((await run('options', {}, { host })).answer).toMatchObject({ greeting: 'hello' });
  });

  test('the client is taken from the artifact, and classes come from the layers', async () => {
    const inLib = clientJars().map(async (jar) => ({ name: `lib/${basename(jar)}`, content: await readFile(jar) }));
    const echo = { name: 'handlers/Echo.class', content: await readFile(join(classes, 'handlers', 'Echo.class')) };
    const folder = await packed([echo, ...(await Promise.all(inLib))], 'layers: {words: {path: words}}\n');
    await writeFile(
      join(folder, 'Greeting.java'),
      'package layered; public class Greeting { public static String TEXT = "layer"; }',
    );
    await mkdir(join(folder, 'compiled'));
    await (java as JavaToolchain).compile([join(folder, 'Greeting.java')], 11, join(folder, 'compiled'));
    await mkdir(join(folder, 'words', 'java', 'lib'), { recursive: true });
    await writeZip(join(folder, 'words', 'java', 'lib', 'words.jar'), [
      {
        name: 'layered/Greeting.class',
        content: await readFile(join(folder, 'compiled', 'layered', 'Greeting.class')),
      },
    ]);
    const config = await readFile(join(folder, 'serverless.yml'), 'utf8');
    const layered = config.replace('handlers.Echo}', 'handlers.Echo, layers: [{Ref: WordsLambdaLayer}]}');
    await writeFile(join(folder, 'serverless.yml'), layered);
    const { answer } = await runFunction(folder, 'f', { host: { MAVEN_REPO: '/none', HOME: '/none' } });
    expect(answer).toMatchObject({ count: 1, layer: 'layer' });
  });

  test('classes that are too new for the JVM are told apart', async () => {
    const content = await readFile(join(classes, 'handlers', 'Echo.class'));
    content.writeUInt16BE(44 + 99, 6);
    const folder = await packed([{ name: 'handlers/Echo.class', content }]);
    const { result, diagnostics } = await runFunction(folder, 'f', { host: { MAVEN_REPO: repository } });
    expect(result).toMatchObject({ status: 'error' });
    expect(diagnostics.find(({ code }) => code === 'java-class-version')).toMatchObject({
      message: expect.stringMatching(/^The classes of f are compiled for Java 99, and ran on Java \d+\.$/),
      hint: expect.stringContaining('compile them for Java 17'),
    });
  });

  test('without the client, it is said how to get it; with one that is named, the function runs', async () => {
    const host = { MAVEN_REPO: '/none', HOME: '/none' };
    const failure = await run('map', {}, { host }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).diagnostic).toMatchObject({
      code: 'java-client-missing',
      hint: expect.stringContaining(
        'mvn -q dependency:get -Dartifact=com.amazonaws:aws-lambda-java-runtime-interface-client:',
      ),
      location: { line: 4 },
    });
    await mkdir(join(service, 'client'));
    for (const jar of clientJars()) await cp(jar, join(service, 'client', basename(jar)));
    const { answer } = await run('map', { a: 1 }, { host, request: { javaRuntimeClient: 'client' } });
    const flags = expect.arrayContaining([expect.stringMatching(/NativeClient\.JNI=.*\.so$/)]);
    expect(answer).toMatchObject({ event: { a: 1 }, flags });
  });
});
