import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { missingInterpreter } from '../../interpreters.js';
import { fixture } from '../../paths.js';
import { prepareJava } from '../../runtimes/java/toolchain.js';
import { failureOf } from '../../service/open-folder.js';
import { writeZip } from '../../write-zip.js';
import { type RunOptions, runFunction } from '../run-function.js';

const project = fixture('templates', 'images');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function copied(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'images-'));
  folders.push(root);
  await cp(project, root, { recursive: true });
  return root;
}

/** What was said of the image; a machine that has another version of a language says that too. */
const ofImage = (diagnostics: readonly { readonly code: string; readonly message: string }[]) =>
  diagnostics.filter(({ code }) => code.startsWith('image'));

const ada = { name: 'Ada' };

describe("functions that are images, as AWS's documentation writes their Dockerfiles", () => {
  test.each<[string, RunOptions['event'], unknown]>([
    [
      'Python',
      { count: 2 },
      {
        price: 6,
        stage: 'image',
        greeting: 'hello from the image',
        table: 'orders',
        files: ['lambda_function.py', 'requirements.txt', 'shop'],
      },
    ],
    ['Node', ada, { hello: 'Ada', files: ['index.js', 'package.json'] }],
    ['NodeOther', {}, 'other'],
    ['Stages', {}, 'of the second stage'],
    ['Foreign', ada, 'hello Ada'],
    ['Layered', {}, 'of /opt'],
  ])('%s answers as in its image', async (name, event, response) => {
    const { answer, result, diagnostics } = await runFunction(project, name, { event });
    expect(answer).toEqual(response);
    expect(result.status).toBe('success');
    expect(ofImage(diagnostics)).toEqual([]);
  });

  (missingInterpreter('ruby') === undefined ? test : test.skip)('Ruby answers as in its image', async () => {
    const { answer, diagnostics } = await runFunction(project, 'Ruby', { event: ada });
    expect(answer).toEqual({ hello: 'Ada', left: true });
    expect(ofImage(diagnostics)).toEqual([]);
  });

  (process.platform === 'linux' ? test : test.skip).each(['Provided', 'Program'])(
    '%s is started as the image of an operating system starts its program',
    async (name) => {
      const { answer } = await runFunction(project, name, { event: { n: 1 } });
      expect(answer).toEqual({ sent: { n: 1 }, handler: 'function.handler' });
    },
  );

  test.each([
    ['System', true, ['dnf install -y poppler-utils && dnf clean all', 'python3 -m compileall']],
    ['ForeignNode', 'hello Ada', ['apt-get update && apt-get install']],
  ])('%s is never silently green: each command that matters is named', async (name, response, commands) => {
    const { answer, diagnostics } = await runFunction(project, name, { event: ada });
    expect(answer).toEqual(response);
    const [warning, ...others] = ofImage(diagnostics);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', code: 'image-step-not-done' });
    for (const command of commands) expect(warning?.message).toContain(command);
  });

  test('a program that only the build of the image makes is an error, unless it is built before', async () => {
    const failure = await failureOf(runFunction(project, 'Go'));
    expect(failure).toMatchObject({ code: 'image-program-unbuilt', location: { line: 5 } });
    expect(failure.message).toContain('starts /var/task/main, which a step of its build makes (line 5)');
    expect(failure.hint).toMatch(/Build it before this step, as .*go[\\/]main\.$/);
    if (process.platform !== 'linux') return;
    const root = await copied();
    const asking = await readFile(join(root, 'provided', 'bootstrap'), 'utf8');
    const program = asking.replace(/^\. .*$/m, '').replace(/response=.*/, 'response=\'"built before"\'');
    await writeFile(join(root, 'go', 'main'), program, { mode: 0o755 });
    const { answer, diagnostics } = await runFunction(root, 'Go');
    expect(answer).toBe('built before');
    expect(ofImage(diagnostics)).toMatchObject([{ code: 'image-step-not-done' }]);
  });

  test("a program that is not where the image's own entry point looks for it is an error", async () => {
    const root = await copied();
    const dockerfile = 'FROM public.ecr.aws/lambda/provided:al2023\nCOPY bootstrap function.sh ./\nCMD ["a.b"]\n';
    await writeFile(join(root, 'provided', 'Dockerfile'), dockerfile);
    const failure = await failureOf(runFunction(root, 'Provided'));
    expect(failure.message).toContain('starts /var/runtime/bootstrap, which nothing puts there');
  });
});

const java = await prepareJava();
if ('unavailable' in java) console.warn(`The image of a function in Java is skipped: ${java.unavailable}.`);

('unavailable' in java ? describe.skip : describe)('the image of a function in Java', () => {
  let root = '';
  beforeAll(async () => {
    if ('unavailable' in java) return;
    root = await copied();
    const target = join(root, 'java', 'target');
    const sources = [
      join(root, 'java', 'library', 'example', 'Price.java'),
      join(root, 'java', 'src', 'example', 'App.java'),
    ];
    await mkdir(join(target, 'classes'), { recursive: true });
    await java.compile(sources, 11, join(target, 'classes'));
    const price = join('example', 'Price.class');
    const content = await readFile(join(target, 'classes', price));
    await rm(join(target, 'classes', price));
    await mkdir(join(target, 'dependency'));
    await writeZip(join(target, 'dependency', 'price.jar'), [{ name: 'example/Price.class', content }]);
  }, 60_000);

  test('has its classes, and the jars that Maven copied', async () => {
    const host = { MAVEN_REPO: 'repository' in java ? java.repository : '' };
    const { answer, diagnostics } = await runFunction(root, 'Java', { event: ada, host });
    expect(answer).toEqual({ hello: 'Ada', price: 6 });
    expect(ofImage(diagnostics)).toEqual([]);
  });
});
