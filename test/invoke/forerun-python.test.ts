import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { forerun } from '../../src/invoke/forerun.js';
import { invoke } from '../../src/invoke/invoke.js';
import type { ContainmentChoice } from '../../src/invoke/request.js';
import { fullSet, type Interpreter, interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { jobFor, type RunOptions } from '../services/run-function.js';

/** Tells what a function can see of how its process was started. */
const handler = `import encodings, locale, os, site, sys, time

EARLY = sorted(sys.modules)

def hello(event, context):
    import subprocess
    of_c = subprocess.check_output(["env", "-0"]).decode().split("\\0")
    return {
        "pid": os.getpid(),
        "environment": dict(os.environ),
        "bytes": sorted(name.decode() for name in os.environb),
        "posix": sorted(name.decode() for name in sys.modules["posix"].environ),
        "names_of_c": sorted(line.partition("=")[0] for line in of_c),
        "modules": EARLY,
        "path": sys.path,
        "caches": sorted(sys.path_importer_cache),
        "finders": [str(getattr(finder, "__name__", type(finder))) for finder in sys.meta_path],
        "flags": str(sys.flags),
        "options": str(sys._xoptions),
        "argv": [sys.argv, getattr(sys, "orig_argv", None)],
        "prefixes": [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.executable],
        "encodings": [encodings.__file__, encodings.__spec__.origin, sys.getfilesystemencoding(), sys.stdout.encoding],
        "site": [site.ENABLE_USER_SITE, site.USER_SITE, site.PREFIXES],
        "locale": locale.setlocale(locale.LC_ALL),
        "zone": time.tzname,
        "hash": hash("a") if os.environ.get("PYTHONHASHSEED") == "0" else 0,
        "folder": os.getcwd(),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "bytecode": [sys.dont_write_bytecode, sys.pycache_prefix],
        "seen": getattr(sys, "seen_at_start", None),
    }
`;

interface Answer {
  readonly pid: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly seen: unknown;
  readonly [fact: string]: unknown;
}

function service(version: string, ofFunction = ''): Record<string, string> {
  return {
    'handler.py': handler,
    'serverless.yml': `service: shop
provider:
  name: aws
  runtime: python${version}
functions:
  hello:
    handler: handler.hello
    environment:
      COLOUR: blue
${ofFunction}`,
  };
}

/** A host on whose `PATH` an interpreter comes first, by the name that has its version. */
async function hostOf({ path, version }: Interpreter): Promise<Record<string, string>> {
  const bin = await folderOf({});
  symlinkSync(path, join(bin, `python${version}`));
  return { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter) };
}

interface GuessedRun {
  readonly answer: Answer;
  readonly status: string;
  readonly guessedPid: number | undefined;
  readonly isAdopted: boolean;
}

/** Invokes a function with a process that was started on a guess, if one could be made. */
async function runGuessed(folder: string, options: RunOptions = {}): Promise<GuessedRun> {
  const { request, hooks, read } = jobFor(folder, 'hello', options);
  const { hostEnvironment, workingDirectory, containment = 'off' } = request;
  const { installation } = hooks;
  const guess = { function: 'hello', workingDirectory, hostEnvironment, installation, containment };
  using forerunner = await forerun(guess);
  const guessedPid = forerunner?.pid;
  const { result, answer } = read(await invoke(request, { ...hooks, forerunner }));
  const isAdopted = guessedPid !== undefined && forerunner?.pid === undefined;
  return { answer: answer as Answer, status: result.status, guessedPid, isAdopted };
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;
const off: RunOptions = { request: { containment: 'off' } };

/** Each Python that is not contained, and some that are where this machine can. */
const ways: readonly (readonly [Interpreter, ContainmentChoice])[] = [
  ...interpreters.map((interpreter) => [interpreter, 'off'] as const),
  ...fullSet.map((interpreter) => [interpreter, 'auto'] as const),
];

onLinux('a Python that is started before the configuration is read', () => {
  test.each(ways)(
    'becomes the runtime, and the function sees nothing that would be different: %o, contained: %s',
    async (python, containment) => {
      const folder = await folderOf(service(python.version));
      const host = { ...(await hostOf(python)), PYTHONHASHSEED: '0', PYTHONWARNINGS: 'error::BytesWarning' };
      const options = { host, environment: { LARGE: 'é'.repeat(50_000), LINES: '\n"\\' }, request: { containment } };
      const { answer: guessed, guessedPid, isAdopted } = await runGuessed(folder, options);
      expect(isAdopted).toBe(true);
      if (containment === 'off') expect(guessed.pid).toBe(guessedPid);

      const { request, hooks, read } = jobFor(folder, 'hello', options);
      const started = read(await invoke(request, hooks)).answer as Answer;
      const changing = ['AWS_LAMBDA_LOG_STREAM_NAME', 'AWS_LAMBDA_RUNTIME_API', '_X_AMZN_TRACE_ID'];
      const lasting = ({ pid: _, environment, ...facts }: Answer): object => ({
        ...facts,
        environment: Object.fromEntries(Object.entries(environment).filter(([name]) => !changing.includes(name))),
      });
      expect(lasting(guessed)).toEqual(lasting(started));
      expect(guessed.environment).toMatchObject({ COLOUR: 'blue', LARGE: 'é'.repeat(50_000), LINES: '\n"\\' });
    },
  );
});

const [python] = fullSet;
if (python !== undefined) {
  onLinux('a Python that is started before the configuration is read', () => {
    /** A home in which code runs whenever a Python starts: it notes which colour it sees. */
    async function homeWithCustomizations(): Promise<{ home: string; host: Record<string, string>; note: string }> {
      const home = await folderOf({});
      const packages = join(home, '.local', 'lib', `python${python?.version}`, 'site-packages');
      mkdirSync(packages, { recursive: true });
      const note = join(home, 'note');
      const line = `open(${JSON.stringify(note)}, "a").write(NAME + str(os.environ.get("COLOUR")) + "\\n")`;
      writeFileSync(join(packages, 'note.pth'), `import os; ${line.replace('NAME', '"pth "')}\n`);
      writeFileSync(
        join(packages, 'usercustomize.py'),
        `import os, sys\n${line.replace('NAME', '"usercustomize "')}\nsys.seen_at_start = os.environ.get("COLOUR")\n`,
      );
      return { home, host: { ...(await hostOf(python as Interpreter)), HOME: home }, note };
    }

    test('runs what the machine has installed for its start once, and in the environment of the function', async () => {
      const { host, note } = await homeWithCustomizations();
      const { answer, isAdopted } = await runGuessed(await folderOf(service(python.version)), { ...off, host });
      expect(isAdopted).toBe(true);
      expect(answer.seen).toBe('blue');
      expect(readFileSync(note, 'utf8')).toBe('pth blue\nusercustomize blue\n');
    });

    test.each<[string, string, RunOptions]>([
      ['has PYTHONPATH', '      PYTHONPATH: lib\n', {}],
      ['has PYTHONUTF8', '      PYTHONUTF8: 0\n', {}],
      ['has another locale', '      LC_ALL: C\n', {}],
      ['has another time zone', '      TZ: Asia/Tokyo\n', {}],
      ['gets a seed from the caller', '', { environment: { PYTHONHASHSEED: '7' } }],
      ['is run by the interpreter that the caller names', '', { interpreter: interpreters[0]?.path ?? '' }],
    ])('is ended, and nothing has run in it, where the function %s', async (_, more, options) => {
      const { host, note } = await homeWithCustomizations();
      const folder = await folderOf(service(python.version, more));
      const { answer, status, guessedPid, isAdopted } = await runGuessed(folder, { ...off, host, ...options });
      expect(status).toBe('success');
      expect(guessedPid).toBeDefined();
      expect(isAdopted).toBe(false);
      expect(answer.pid).not.toBe(guessedPid);
      if (options.interpreter === undefined) expect(readFileSync(note, 'utf8')).toBe('pth blue\nusercustomize blue\n');
    });

    test('is ended where a script starts the runtime', async () => {
      const files = { ...service(python.version), wrapper: '#!/bin/sh\nexec "$@"\n' };
      const folder = await folderOf(files);
      const wrapper = join(folder, 'wrapper');
      chmodSync(wrapper, 0o755);
      const environment = { AWS_LAMBDA_EXEC_WRAPPER: wrapper };
      const run = await runGuessed(folder, { ...off, host: await hostOf(python), environment });
      expect(run).toMatchObject({ status: 'success', isAdopted: false });
      expect(run.guessedPid).toBeDefined();
    });

    test('is that of the virtual environment, with its packages', async () => {
      const files = {
        ...service(python.version),
        '.venv/pyvenv.cfg': `home = ${dirname(python.path)}\nversion = ${python.version}.1\n`,
        [`.venv/lib/python${python.version}/site-packages/seen.py`]: '',
        [`.venv/lib/python${python.version}/site-packages/seen.pth`]: 'import sys; sys.seen_at_start = sys.prefix\n',
      };
      const folder = await folderOf(files);
      mkdirSync(join(folder, '.venv', 'bin'));
      symlinkSync(python.path, join(folder, '.venv', 'bin', 'python'));
      const { answer, isAdopted } = await runGuessed(folder, off);
      expect(isAdopted).toBe(true);
      expect(answer['prefixes']).toContain(join(folder, '.venv'));
      expect(answer.seen).toBe(join(folder, '.venv'));
    });

    test('is not started where a script stands for it, which may choose another one', async () => {
      const bin = await folderOf({});
      writeFileSync(join(bin, `python${python.version}`), `#!/bin/sh\nexec ${python.path} "$@"\n`, { mode: 0o755 });
      const host = { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter) };
      const { status, guessedPid } = await runGuessed(await folderOf(service(python.version)), { ...off, host });
      expect(guessedPid).toBeUndefined();
      expect(status).toBe('success');
    });
  });
}
