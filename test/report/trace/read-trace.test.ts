import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BuildOptions, build, stop } from 'esbuild';
import { readTrace } from '../../../src/report/trace/read-trace.js';
import { cpuMs } from '../../cpu-time.js';

const posix = process.platform === 'win32' ? test.skip : test;
const runtimes = '/opt/it/runtimes';
const anywhere = { sourceRoot: '/srv', runtimes };

describe('the nearest frame of the user', () => {
  posix.each([
    [
      'is the first one below dependencies and Node.js',
      [
        'TypeError: x',
        '    at Object.parse (node:internal/x:1:1)',
        '    at f (/srv/node_modules/lib/i.js:1:1)',
        '    at new Promise (<anonymous>)',
        '    at mine (/srv/src/b.js:7:5)',
        '    at other (/srv/src/c.js:8:5)',
      ],
      { file: '/srv/src/b.js', line: 7, column: 5 },
    ],
    ['is none of the bootstraps', ['E', '    at f (/opt/it/runtimes/node/bootstrap.cjs:1:1)'], undefined],
    [
      'is the place of a syntax error',
      ['/srv/app/a.js:4', '  b: ],', '     ^', 'SyntaxError: x', '    at node:internal/vm:1:1'],
      { file: '/srv/app/a.js', line: 4 },
    ],
    [
      'is the place of a syntax error in a file that one of the user requires',
      [
        '/srv/app/a.js:4',
        '  b: ],',
        '     ^',
        'SyntaxError: x',
        '    at node:internal/vm:1:1',
        '    at o (/srv/b.js:1:2)',
      ],
      { file: '/srv/app/a.js', line: 4 },
    ],
    [
      'is that with a column, of a line that is told twice',
      ['/srv/app/a.js:4', '  throw x', '  ^', 'Error: x', '    at f (/srv/app/a.js:4:3)'],
      { file: '/srv/app/a.js', line: 4, column: 3 },
    ],
    [
      'is the last one of a Python trace',
      [
        '  File "/opt/it/runtimes/python/main.py", line 9, in run\n    f()\n',
        '  File "/srv/app.py", line 3, in handler\n    load()\n',
        '  File "/srv/deep.py", line 5, in load\n    requests.get()\n',
        '  File "/srv/.venv/lib/python3.12/site-packages/requests/api.py", line 1, in get\n',
        '  File "/usr/lib/python3.12/json/decoder.py", line 1, in decode\n',
        '  File "<frozen importlib._bootstrap>", line 1, in _x\n',
      ],
      { file: '/srv/deep.py', line: 5 },
    ],
    [
      'is that of the exception that was raised, of several that are chained',
      [
        'Traceback (most recent call last):\n  File "/srv/first.py", line 1, in f\n    x\nKeyError: 1\n\n',
        'During handling of the above exception, another exception occurred:\n\n',
        'Traceback (most recent call last):\n  File "/srv/second.py", line 2, in g\n    y\n',
        '  File "/usr/lib/python3.12/json/decoder.py", line 1, in decode\n',
      ],
      { file: '/srv/second.py', line: 2 },
    ],
    [
      'is the place of a Python syntax error',
      ['  File "/srv/app.py" Line 3\n    def (\n'],
      { file: '/srv/app.py', line: 3 },
    ],
    [
      'is the first one of a Ruby trace',
      [
        "/usr/lib/ruby/3.1.0/json/common.rb:216:in `parse'",
        "/srv/vendor/bundle/ruby/3.1.0/gems/rack-3.0/lib/rack.rb:1:in `call'",
        "/srv/lib/orders.rb:12:in `load'",
        "/srv/app.rb:3:in `handler'",
      ],
      { file: '/srv/lib/orders.rb', line: 12 },
    ],
    [
      'is that of the sub-exception in a group of Python',
      [
        '  + Exception Group Traceback (most recent call last):',
        '  |   File "/srv/app.py", line 9, in handler',
        '  +-+---------------- 1 ----------------',
        '    |   File "/srv/deep.py", line 2, in f',
      ],
      { file: '/srv/deep.py', line: 2 },
    ],
    [
      'is none of the library of Python on Windows',
      [
        '  File "/D/a/app.py", line 3, in f',
        '  File "/C/hostedtoolcache/windows/Python/3.12.1/x64/Lib/subprocess.py", line 5, in run',
      ],
      { file: '/D/a/app.py', line: 3 },
    ],
    ['is none of an empty trace', [], undefined],
    ['is none of a message that looks like a place', ['Error: see http://a/b:3:4 (x:1:2)'], undefined],
  ])('%s', async (_what, trace, expected) => {
    expect((await readTrace(trace, anywhere)).userPlace).toEqual(expected);
  });

  posix('is one in a project whose own folder is named as those of dependencies are', async () => {
    const project = { sourceRoot: '/home/me/gems/lib/ruby/svc', runtimes };
    const { userPlace } = await readTrace(["/home/me/gems/lib/ruby/shared/a.rb:3:in `f'"], project);
    expect(userPlace).toEqual({ file: '/home/me/gems/lib/ruby/shared/a.rb', line: 3 });
  });

  posix('is one whose file is here, before one that a build had elsewhere', async () => {
    const sourceRoot = mkdtempSync(join(tmpdir(), 'trace-'));
    writeFileSync(join(sourceRoot, 'a.js'), '');
    const trace = ['E', '    at f (/build/a.ts:1:1)', `    at g (${join(sourceRoot, 'a.js')}:2:3)`];
    const { userPlace } = await readTrace(trace, { sourceRoot, runtimes });
    expect(userPlace).toEqual({ file: join(sourceRoot, 'a.js'), line: 2, column: 3 });
  });

  posix('is found at either end of a trace that is too long to be read', async () => {
    const endless = Array.from({ length: 5000 }, () => '  File "/usr/lib/python3.12/x.py", line 1, in f\n    f()\n');
    const { userPlace, lines } = await readTrace([...endless, '  File "/srv/a.py", line 7, in g\n'], anywhere);
    expect(userPlace).toEqual({ file: '/srv/a.py', line: 7 });
    expect(lines.length).toBeLessThan(500);
    expect(lines.map(({ text }) => text)).toContain('    … 9601 lines …');
  });

  test('is sought in no time in lines that only look like frames', async () => {
    const lines = [
      '/'.repeat(1990),
      `    at ${' ('.repeat(990)}`,
      `    at eval (${'eval at f ('.repeat(150)}`,
      `${'a.'.repeat(900)}(`,
    ];
    const startedAt = cpuMs();
    await readTrace(lines, anywhere);
    expect(cpuMs() - startedAt).toBeLessThan(1000);
  });

  test('is that of the Java source that the project has', async () => {
    const sourceRoot = mkdtempSync(join(tmpdir(), 'trace-'));
    const source = join(sourceRoot, 'src', 'main', 'java', 'com', 'example', 'Handler.java');
    mkdirSync(dirname(source), { recursive: true });
    writeFileSync(source, 'class Handler {}');
    const trace = [
      'java.base/java.util.Objects.requireNonNull(Objects.java:233)',
      'com.example.Handler.handleRequest(Handler.java:12)',
      'com.example.Missing.run(Missing.java:1)',
    ];
    const { userPlace, lines } = await readTrace(trace, { sourceRoot, runtimes });
    expect(userPlace).toEqual({ file: source, line: 12 });
    expect(lines.map(({ kind }) => kind)).toEqual(['foreign', 'user', 'foreign']);
  });

  test('is that of the project where its archive has the same file', async () => {
    const sourceRoot = mkdtempSync(join(tmpdir(), 'trace-'));
    writeFileSync(join(sourceRoot, 'a.js'), '');
    const trace = ['E', `    at f (${join(sourceRoot, 'dist', 'app.zip', 'a.js')}:2:3)`];
    const { userPlace } = await readTrace(trace, { sourceRoot, runtimes });
    expect(userPlace).toEqual({ file: join(sourceRoot, 'a.js'), line: 2, column: 3 });
  });
});

describe('source maps', () => {
  let folder: string;

  afterAll(stop);

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'source maps-')));
    mkdirSync(join(folder, 'src'));
    writeFileSync(
      join(folder, 'src', 'price.ts'),
      'interface Order {\n  total?: { cents: number };\n}\n\nexport function price(order: Order): number {\n  // @ts-ignore\n  return order.total.cents;\n}\n',
    );
    writeFileSync(
      join(folder, 'src', 'main.ts'),
      "import { price } from './price';\n\ntype Nothing = Record<string, never>;\n\nconst nothing: Nothing = {};\nprice(nothing);\n",
    );
  });

  async function traceOf(options: BuildOptions): Promise<Awaited<ReturnType<typeof readTrace>>> {
    const outfile = join(folder, 'out dir', `${Math.random()}.js`);
    const entryPoints = [join(folder, 'src', 'main.ts')];
    await build({ entryPoints, bundle: true, minify: true, platform: 'node', outfile, ...options });
    const { stderr } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
    return readTrace(stderr.split('\n'), { sourceRoot: folder, runtimes });
  }

  test.each<[string, BuildOptions]>([
    ['in the file', { sourcemap: 'inline' }],
    ['beside it', { sourcemap: 'linked' }],
  ])('%s lead to the original line, and stand in the trace', async (_where, options) => {
    const { userPlace, lines } = await traceOf(options);
    expect(userPlace).toEqual({ file: join(folder, 'src', 'price.ts'), line: 7, column: expect.any(Number) });
    const source = readFileSync(join(folder, 'src', 'price.ts'), 'utf8').split('\n')[6] ?? '';
    expect(source.slice((userPlace?.column ?? 0) - 1)).toMatch(/^(?:total|cents)/);
    expect(lines.map(({ text }) => text).join('\n')).toMatch(/at .*src\/price\.ts:7:\d+\)?\n.*src\/main\.ts:6:\d+/);
  });

  test.each(['webpack://svc/./src/price.ts', 'webpack:///src/price.ts?a1b2', '../src/price.ts'])(
    'that name a source as %s do',
    async (source) => {
      const outfile = join(folder, 'out dir', 'packed.js');
      const map = { version: 3, sources: [source], names: [], mappings: 'AAMA' };
      writeFileSync(outfile, 'x\n//# sourceMappingURL=packed.js.map\n');
      writeFileSync(`${outfile}.map`, JSON.stringify(map));
      const { userPlace, isMapped } = await readTrace(['E', `    at f (${outfile}:1:1)`], {
        sourceRoot: folder,
        runtimes,
      });
      expect(userPlace).toEqual({ file: join(folder, 'src', 'price.ts'), line: 7, column: 1 });
      expect(isMapped).toBe(true);
    },
  );

  test('that lead into webpack itself, or to a package, show no code of the user', async () => {
    const outfile = join(folder, 'out dir', 'packed.js');
    for (const source of ['webpack://svc/./node_modules/x/i.js', 'node_modules/x/i.js']) {
      const map = { version: 3, sources: [source], names: [], mappings: 'AAMA' };
      writeFileSync(`${outfile}.map`, JSON.stringify(map));
      const { userPlace } = await readTrace(['E', `    at f (${outfile}:1:1)`], { sourceRoot: folder, runtimes });
      expect(userPlace).toBeUndefined();
    }
  });

  test('that are missing, broken, of other schemes or pipes leave the trace as it is', async () => {
    const pipe = join(folder, 'pipe');
    if (process.platform !== 'win32') spawnSync('mkfifo', [pipe]);
    for (const url of ['none.map', 'data:application/json,{', 'https://maps.test/a.map', 'pipe', '%', 'file://%']) {
      const file = join(folder, 'broken.js');
      writeFileSync(file, `x\n//# sourceMappingURL=${url}\n`);
      const { userPlace, lines } = await readTrace(['E', `    at f (${file}:1:1)`], { sourceRoot: folder, runtimes });
      expect(userPlace).toEqual({ file, line: 1, column: 1 });
      expect(lines[1]?.text).toBe(`    at f (${file}:1:1)`);
    }
  });

  test.each([
    ['of another machine', { sources: ['file://elsewhere/a.ts'], mappings: 'AAAA' }],
    ['that can not be named', { sources: ['file:///a%2Fb.ts'], mappings: 'AAAA' }],
    ['that are not there', { sources: [], mappings: 'AAAA' }],
    ['in mappings of its own kind', { sources: ['a.ts'], mappings: [[['x']]] }],
  ])('with sources %s leave the trace as it is', async (_what, map) => {
    const file = join(folder, 'odd.js');
    const data = Buffer.from(JSON.stringify({ version: 3, names: [], ...map })).toString('base64');
    writeFileSync(file, `x\n//# sourceMappingURL=data:application/json;base64,${data}\n`);
    const { lines } = await readTrace(['E', `    at f (${file}:1:1)`], { sourceRoot: folder, runtimes });
    expect(lines[1]?.text).toBe(`    at f (${file}:1:1)`);
  });
});

describe('a file of a build', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copies-')));
  const asset = `asset.${'0a'.repeat(32)}`;
  const write = (path: string, content: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  const placeIn = async (file: string) =>
    (await readTrace(['Error: x', `    at f (${file}:2:3)`], { sourceRoot: folder, runtimes })).userPlace?.file;

  test.each(['.aws-sam/build/Fn', `cdk.out/${asset}`])(
    'that is a copy, in %s, is that of the project',
    async (build) => {
      const own = write('functions/a/lib/x.js', 'one');
      write('functions/b/lib/x.js', 'two');
      write(`node_modules/p/lib/x.js`, 'one');
      const copy = write(`${build}/lib/x.js`, 'one');
      expect(await placeIn(copy)).toBe(own);
      const { lines } = await readTrace(['Error: x', `    at f (${copy}:2:3)`], { sourceRoot: folder, runtimes });
      expect(lines[1]?.text).toMatch(/functions\/a\/lib\/x\.js:2:3\)$/);
    },
  );

  test('that esbuild made in a folder that is gone is the only file of the project with that path', async () => {
    const own = write('hello-world/lib/z.ts', '');
    const built = write('.aws-sam/build/Hello/z.js', 'x\n//# sourceMappingURL=z.js.map\n');
    const sources = ['../../../../../../tmpm0wnxac7/lib/z.ts'];
    write('.aws-sam/build/Hello/z.js.map', JSON.stringify({ version: 3, sources, names: [], mappings: 'AAMA' }));
    const trace = ['Error: x', `    at f (${built}:1:1)`];
    const placed = async () => (await readTrace(trace, { sourceRoot: folder, runtimes })).userPlace;
    expect(await placed()).toEqual({ file: own, line: 7, column: 1 });
    write('other/lib/z.ts', '');
    expect((await placed())?.file).not.toBe(own);
  });

  test.each([
    ['is another than that of its name', `cdk.out/${asset}/lib/y.js`, 'other'],
    ['is in no folder of a build', 'made/lib/y.js', 'one'],
  ])('that %s stays what it is', async (_, path, content) => {
    write('functions/a/lib/y.js', 'one');
    const file = write(path, content);
    expect(await placeIn(file)).toBe(file);
  });
});
