import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ReportedInvocation } from '../../../src/report/json/report-document.js';
import { goSettings } from '../../go-settings.js';
import { fixture } from '../../paths.js';
import { interpreters } from '../../runtimes/python/interpreters.js';
import { anyRuby } from '../../runtimes/ruby/interpreters.js';
import { invokeStep } from './step.js';

/** A crash: how Lambda says that the process ended, what it said of that itself, and where. */
interface Crash {
  readonly service?: string;
  readonly function: string;
  readonly end: RegExp;
  readonly cause: RegExp;
  readonly place?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Whatever shows a failure shows the cause of this one with its place, while the caller gets what Lambda gives. */
async function expectCause({
  service = 'action-crashes',
  function: name,
  end,
  cause,
  place,
  env,
}: Crash): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const files = { 'report-json': join(folder, 'report.json'), 'report-junit': join(folder, 'report.xml') };
  const lines = Object.entries(env ?? {}).map(([variable, value]) => `${variable}=${value}`);
  const variables = lines.length === 0 ? {} : { env: lines.join('\n') };
  const step = await invokeStep({ service, with: { function: name, ...files, ...variables } });
  const { outputs, summary } = step;
  expect(outputs).toMatchObject({ status: 'crash', 'error-type': 'Runtime.ExitError' });
  const { errorMessage, ...rest } = JSON.parse(outputs['error'] ?? '') as { readonly errorMessage: string };
  expect(rest).toEqual({ errorType: 'Runtime.ExitError' });
  expect(errorMessage).toMatch(/^RequestId: \S+ Error: Runtime exited /);
  expect(errorMessage).toMatch(new RegExp(`${end.source}$`));
  expect(outputs['error-message']).toMatch(cause);
  const [error] = step.annotations.filter(({ type }) => type === 'error');
  expect(error?.message).toMatch(end);
  expect(error?.message).toMatch(cause);
  expect(summary).toMatch(cause);
  const { invocations } = JSON.parse(readFileSync(files['report-json'], 'utf8')) as {
    readonly invocations: readonly ReportedInvocation[];
  };
  const reported = invocations[0]?.error;
  expect(reported?.message).toMatch(cause);
  expect(reported?.object).toEqual({ errorType: 'Runtime.ExitError', errorMessage });
  const xml = readFileSync(files['report-junit'], 'utf8').replaceAll('&apos;', "'").replaceAll('&quot;', '"');
  expect(xml).toMatch(cause);
  if (place === undefined) return;
  const [file = '', line] = `${service}/${place}`.split(':');
  expect(outputs['error-message']).toContain(`(${file}:${line}`);
  expect(error?.properties).toMatchObject({ file, line });
  expect(reported?.location).toMatchObject({ file, line: Number(line) });
  expect(summary).toContain(`${place}`);
  expect(xml).toContain(`${file}:${line}`);
}

const posix = process.platform !== 'win32';
const cases = (isThere: boolean) => (posix && isThere ? test : test.skip);

/** Whether a program is on this machine; says so where it is not. */
function has(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`not tested: there is no ${program} on PATH`);
    return false;
  }
}

/** Builds a program to a temporary file. */
function built(command: string, args: (output: string) => readonly string[], cwd: string): string {
  const output = join(mkdtempSync(join(tmpdir(), 'built-')), 'program');
  execFileSync(command, [...args(output)], { cwd, stdio: 'pipe', env: { ...process.env, ...goSettings() } });
  return output;
}

describe('the cause of a crash of Node.js stands in message, annotation, summary and reports', () => {
  cases(true)('of a promise that was rejected beside the handler', () =>
    expectCause({
      function: 'rejected',
      end: /exit status 128/,
      cause: /Error: connect ECONNREFUSED 10\.0\.0\.1:5432/,
      place: 'src/rejected.js:8',
    }),
  );
  cases(true)('of the same from Node.js 24 on', () =>
    expectCause({
      function: 'rejectedModern',
      end: /exit status 1/,
      cause: /Error: connect ECONNREFUSED 10\.0\.0\.1:5432/,
      place: 'src/rejected.js:8',
    }),
  );
  cases(true)('of an exception that nobody caught', () =>
    expectCause({
      function: 'thrown',
      end: /exit status 1/,
      cause: /TypeError: no such order/,
      place: 'src/thrown.js:3',
    }),
  );
  cases(Number(process.versions.node.split('.')[0]) >= 20)('of an abort', () =>
    expectCause({
      function: 'aborts',
      end: /signal: aborted/,
      cause: /process\.abort\(\) was called/,
      place: 'src/aborts.js:2',
    }),
  );
  cases(true)('of a heap that is full', () =>
    expectCause({ function: 'heap', end: /signal: aborted/, cause: /JavaScript heap out of memory/ }),
  );
  cases(true)('of an exit that the code asked for', () =>
    expectCause({
      function: 'exits',
      end: /exit status 3/,
      cause: /process\.exit\(3\) was called/,
      place: 'src/exits.js:2',
    }),
  );
  cases(process.platform === 'linux' && has('cc', '--version'))('of a native module that crashes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'native-'));
    const source = join(folder, 'broken.c');
    writeFileSync(
      source,
      'void *napi_register_module_v1(void *env, void *exports) { *(volatile int *)0 = 1; return exports; }\n',
    );
    execFileSync('cc', ['-shared', '-fPIC', '-o', join(folder, 'broken.node'), source]);
    return expectCause({
      function: 'native',
      end: /signal: segmentation fault/,
      cause: /the native module that was loaded last is \S*broken\.node/,
      env: { NATIVE_MODULE: join(folder, 'broken.node') },
    });
  });
});

describe('the cause of a crash of Python', () => {
  cases(interpreters.length > 0)('of a fatal error', () =>
    expectCause({
      function: 'pythonFatal',
      end: /signal: aborted/,
      cause: /Fatal Python error: (?:\w+: )?no database/,
      place: 'src/faults.py:6',
    }),
  );
  cases(interpreters.length > 0)('of a segmentation fault', () =>
    expectCause({
      function: 'pythonSegfault',
      end: /signal: segmentation fault/,
      cause: /Fatal Python error: Segmentation fault/,
      place: 'src/faults.py:14',
    }),
  );
  cases(interpreters.length > 0)('of an exit that the code asked for', () =>
    expectCause({
      function: 'pythonExit',
      end: /exit status 1/,
      cause: /SystemExit: no database/,
      place: 'src/faults.py:18',
    }),
  );
});

cases(anyRuby.length > 0)('the cause of a crash of Ruby', () =>
  expectCause({
    function: 'rubyFault',
    end: /signal: aborted/,
    cause: /\[BUG\] Segmentation fault/,
    place: 'src/faults.rb:2',
  }),
);

describe('the cause of a crash of a program', () => {
  const service = 'action-crashes-program';
  const folder = fixture(service);

  cases(has('go', 'version'))('of a panic in Go', () =>
    expectCause({
      service,
      function: 'program',
      end: /exit status 2/,
      cause: /panic: assignment to entry in nil map/,
      place: 'src/main.go:9',
      env: { PROGRAM: built('go', (output) => ['build', '-o', output, join(folder, 'src/main.go')], folder) },
    }),
  );
  cases(has('rustc', '--version'))('of a panic in Rust', () =>
    expectCause({
      service,
      function: 'program',
      end: /exit status 101/,
      cause: /panicked: index out of bounds/,
      place: 'src/main.rs:3',
      env: { PROGRAM: built('rustc', (output) => ['-o', output, 'src/main.rs'], folder) },
    }),
  );
  cases(has('c++', '--version'))('of an exception of C++', () =>
    expectCause({
      service,
      function: 'program',
      end: /signal: aborted/,
      cause: /std::runtime_error.*: no database/,
      env: { PROGRAM: built('c++', (output) => ['-o', output, 'src/main.cpp'], folder) },
    }),
  );
  cases(true)('of a command that a shell does not find', () =>
    expectCause({
      service,
      function: 'program',
      end: /exit status 3/,
      cause: /read-order: command not found/,
      place: 'bootstrap:3',
    }),
  );
});
