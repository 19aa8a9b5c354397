import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { findOnPath } from '../../../src/host/search-path.js';
import { runFunction } from '../../services/run-function.js';
import { writeZip } from '../../write-zip.js';
import { customService, nodeBootstrap, shellBootstrap } from './bootstraps.js';

const onPosix = process.platform === 'win32' ? describe.skip : describe;
const withCurl = findOnPath('curl', process.env['PATH']) === undefined ? test.skip : test;
const place = (name: string): string => nodeBootstrap(`return ${JSON.stringify(name)};`);

onPosix('a bootstrap', () => {
  withCurl('is a script of the shell, too', async () => {
    const folder = await customService({ bootstrap: [shellBootstrap, 0o755] }, 'handler: bootstrap');
    const { answer, log, result } = await runFunction(folder, 'hello', { event: { a: 'é' } });
    expect(answer).toEqual({ event: { a: 'é' }, handler: 'bootstrap', execution: 'unset' });
    expect(log).toContain(`handling ${result.requestId}\n`);
    expect(result.interpreter).toBeUndefined();
  });

  test.each(['provided', 'provided.al2', 'provided.al2023'])(
    'C45 C49 C51 of %s has Lambda’s variables without AWS_EXECUTION_ENV, and runs in its task root',
    async (runtime) => {
      const bootstrap = nodeBootstrap('return { env: process.env, cwd: process.cwd(), argv: process.argv };');
      const files = { bootstrap: [bootstrap, 0o755] } as const;
      const folder = await customService(files, `handler: any/thing-at-all, runtime: ${runtime}`);
      const { answer, diagnostics } = await runFunction(folder, 'hello');
      const { env, cwd, argv } = answer as { env: Record<string, string>; cwd: string; argv: string[] };
      expect(env).toMatchObject({
        _HANDLER: 'any/thing-at-all',
        LAMBDA_TASK_ROOT: cwd,
        LAMBDA_RUNTIME_DIR: '/var/runtime',
      });
      for (const name of ['AWS_EXECUTION_ENV', 'NODE_PATH', '_X_AMZN_TRACE_ID', 'AWS_LAMBDA_MAX_CONCURRENCY']) {
        expect(env).not.toHaveProperty(name);
      }
      expect(argv).toHaveLength(2);
      expect(diagnostics.filter(({ code }) => code !== 'runtime-refused')).toEqual([]);
    },
  );

  test('reports errors in its own words', async () => {
    const bootstrap = nodeBootstrap('throw new RangeError("too far");');
    const folder = await customService({ bootstrap: [bootstrap, 0o755] }, 'handler: bootstrap');
    const { result, answer } = await runFunction(folder, 'hello');
    expect(result).toMatchObject({ status: 'error', errorType: 'RangeError', errorMessage: 'too far' });
    expect(answer).toEqual({ errorType: 'RangeError', errorMessage: 'too far' });
  });

  test('C32 that exits is an exit error with its status', async () => {
    const folder = await customService({ bootstrap: [nodeBootstrap('process.exit(7);'), 0o755] }, 'handler: bootstrap');
    const { result } = await runFunction(folder, 'hello');
    expect(result).toMatchObject({
      status: 'crash',
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${result.requestId} Error: Runtime exited with error: exit status 7`,
    });
  });

  test('comes from the artifact, with the mode that it has there', async () => {
    const settings = 'handler: bootstrap, package: {artifact: bin/hello.zip}';
    const folder = await customService({ bootstrap: [place('the folder'), 0o755], 'bin/x': '' }, settings);
    await writeZip(join(folder, 'bin/hello.zip'), [
      {
        name: 'bootstrap',
        content: nodeBootstrap('return require("fs").readFileSync("data.txt", "utf8");'),
        mode: 0o100755,
      },
      { name: 'data.txt', content: 'the artifact', mode: 0o100644 },
    ]);
    expect((await runFunction(folder, 'hello')).answer).toBe('the artifact');
  });

  test('of a layer is started where the code has none', async () => {
    const layer = 'layers:\n  base: {path: layer}\n';
    const settings = 'handler: h.handler, layers: [!Ref BaseLambdaLayer]';
    const files = { 'layer/bootstrap': [place('the layer'), 0o755] } as const;
    expect((await runFunction(await customService(files, settings, layer), 'hello')).answer).toBe('the layer');
    const both = { ...files, bootstrap: [place('the code'), 0o755] } as const;
    expect((await runFunction(await customService(both, settings, layer), 'hello')).answer).toBe('the code');
  });

  test('of the code that is not executable is not passed over for the one of a layer', async () => {
    const files = { 'layer/bootstrap': [place('the layer'), 0o755], bootstrap: place('the code') } as const;
    const settings = 'handler: h.handler, layers: [!Ref BaseLambdaLayer]';
    const { result } = await runFunction(
      await customService(files, settings, 'layers:\n  base: {path: layer}\n'),
      'hello',
    );
    expect(result).toMatchObject({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: expect.stringMatching(/fork\/exec \/var\/task\/bootstrap: permission denied$/),
    });
  });

  test('is run by the interpreter that the caller names', async () => {
    const folder = await customService({ bootstrap: place('the code') }, 'handler: bootstrap');
    expect((await runFunction(folder, 'hello', { interpreter: process.execPath })).answer).toBe('the code');
  });

  test('is started without a wrapper script, as in Lambda', async () => {
    const wrapper = '#!/bin/sh\nexit 3\n';
    const settings = 'handler: bootstrap, environment: {AWS_LAMBDA_EXEC_WRAPPER: ./wrapper}';
    const folder = await customService({ bootstrap: [place('the code'), 0o755], wrapper: [wrapper, 0o755] }, settings);
    const { answer, diagnostics } = await runFunction(folder, 'hello');
    expect(answer).toBe('the code');
    expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([['exec-wrapper-ignored', 4]]);
  });
});

onPosix('a function of go1.x', () => {
  test('is the file that its handler names', async () => {
    const hello = nodeBootstrap('return process.env.AWS_EXECUTION_ENV + " " + process.env._HANDLER;');
    const folder = await customService({ 'bin/hello': [hello, 0o755] }, 'handler: bin/hello, runtime: go1.x');
    expect((await runFunction(folder, 'hello')).answer).toBe('AWS_Lambda_go1.x bin/hello');
  });

  test('C36 is an invalid entrypoint where that is missing', async () => {
    const folder = await customService({ bootstrap: [place('not this'), 0o755] }, 'handler: main, runtime: go1.x');
    const { result } = await runFunction(folder, 'hello');
    expect(result).toMatchObject({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: expect.stringMatching(/fork\/exec \/var\/task\/main: no such file or directory$/),
    });
  });
});

onPosix('what a plugin builds is started as the function', () => {
  const goPlugin = (settings: string): string => `plugins: [serverless-go-plugin]\ncustom: {go: {${settings}}}\n`;
  const rust = 'plugins: [serverless-rust]\n';
  test.each<[string, string, string, string]>([
    ['serverless-go-plugin, of go1.x', '.bin/hello', 'handler: functions/hello, runtime: go1.x', goPlugin('cgo: 0')],
    [
      'serverless-go-plugin, as bootstrap',
      'build/hello',
      'handler: functions/hello/main.go',
      goPlugin('binDir: build, supportedRuntimes: [provided.al2023], buildProvidedRuntimeAsBootstrap: true'),
    ],
    ['serverless-rust', 'target/x86_64-unknown-linux-musl/release/hi', 'handler: greetings.hi, runtime: rust', rust],
    ['serverless-rust, by Cargo Lambda', 'target/lambda/hi/bootstrap', 'handler: hi, runtime: rust', rust],
    ['serverless-rust-plugin', 'target/lambda/hi/bootstrap', 'handler: hi', 'plugins: [serverless-rust-plugin]\n'],
  ])('%s: %s', async (_title, file, settings, rest) => {
    const folder = await customService({}, settings, rest);
    await expect(runFunction(folder, 'hello')).rejects.toMatchObject({ diagnostic: { code: 'program-not-built' } });
    const built = await customService({ [file]: [place(file), 0o755] }, settings, rest);
    expect((await runFunction(built, 'hello')).answer).toBe(file);
  });

  test('but not by serverless-go-plugin where it packs no bootstrap', async () => {
    const settings = goPlugin('supportedRuntimes: [provided.al2023]');
    const files = { '.bin/hello': [place('.bin/hello'), 0o755] } as const;
    const { result } = await runFunction(await customService(files, 'handler: functions/hello', settings), 'hello');
    expect(result).toMatchObject({ errorType: 'Runtime.InvalidEntrypoint' });
  });
});
