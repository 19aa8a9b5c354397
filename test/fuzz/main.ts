// Fuzzes the parsers with Jazzer.js (https://github.com/CodeIntelligenceTesting/jazzer.js), which is guided by what of them an input
// runs. It is installed into the cache folder, in which the inputs stay that lead on. What it finds belongs into `test/fuzz/found`.
//
// Usage: npm run fuzz [-- [--minutes N | --seconds N] [--node PATH] [TARGET...]]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { repositoryRoot } from '../paths.js';
import { targets } from './targets.js';

const version = '4.0.0';
/** The first version of glibc that its built program starts with, on Linux. */
const neededLibc = [2, 38] as const;
const installMs = 120_000;

/** How long one input may take, in seconds. */
const longestSeconds = 20;

const cache = join(repositoryRoot, '.cache', 'fuzz');
const jazzer = join(cache, `jazzer-${version}`);
const program = join(jazzer, 'node_modules', '@jazzer.js', 'core', 'dist', 'cli.js');

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string' }, seconds: { type: 'string' }, node: { type: 'string' } },
  allowPositionals: true,
});
const node = values.node ?? process.execPath;
const seconds = values.seconds === undefined ? Number(values.minutes ?? '10') * 60 : Number(values.seconds);
const wanted = positionals.length === 0 ? Object.keys(targets) : positionals;

const unavailable = install();
if (unavailable === undefined) process.exitCode = (await fuzzAll()) ? 0 : 1;
else console.log(`Nothing was fuzzed: ${unavailable}`);

/** Installs the fuzzer where it is not there. @returns why it can't be used, if so */
function install(): string | undefined {
  const libc = tooOldLibc();
  if (libc !== undefined)
    return `Jazzer.js ${version} needs glibc ${neededLibc.join('.')}, and this machine has ${libc}.`;
  if (!existsSync(program)) {
    rmSync(jazzer, { recursive: true, force: true });
    mkdirSync(jazzer, { recursive: true });
    writeFileSync(join(jazzer, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', `@jazzer.js/core@${version}`];
    const npm = spawnSync('npm', args, {
      cwd: jazzer,
      timeout: installMs,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (!existsSync(program)) return `Jazzer.js could not be installed. ${npm.stderr ?? ''}`.trim();
  }
  const { status, stderr } = spawnSync(node, [program, '--help'], { encoding: 'utf8' });
  return status === 0 ? undefined : (/^Error: .*/m.exec(stderr)?.[0] ?? 'Jazzer.js does not start.');
}

/** @returns the version of glibc, if the fuzzer can't start with it; `undefined` as well where there is none, as on macOS */
function tooOldLibc(): string | undefined {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  const [major = 0, minor = 0] = header.glibcVersionRuntime?.split('.').map(Number) ?? neededLibc;
  const isOld = major < neededLibc[0] || (major === neededLibc[0] && minor < neededLibc[1]);
  return isOld ? header.glibcVersionRuntime : undefined;
}

/** @returns whether nothing was found */
async function fuzzAll(): Promise<boolean> {
  const workers = Math.min(availableParallelism(), wanted.length);
  const eachSeconds = Math.max(1, Math.floor((seconds * workers) / wanted.length));
  const waiting = wanted.values();
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (const target of waiting) if (!(await fuzz(await bundled(target), target, eachSeconds))) found.push(target);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return found.length === 0;
}

/** The target with all that it needs as one file, since the fuzzer follows no ES modules. */
async function bundled(target: string): Promise<string> {
  const outfile = join(cache, `${target}.cjs`);
  const resolveDir = join(repositoryRoot, 'lib', 'test', 'fuzz');
  await build({
    stdin: { contents: `export { ${target} as fuzz } from './targets.js';`, resolveDir },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    logLevel: 'error',
  });
  return outfile;
}

function fuzz(bundle: string, target: string, forSeconds: number): Promise<boolean> {
  const corpus = join(cache, 'corpus', target);
  const findings = join(cache, 'findings', target);
  for (const folder of [corpus, findings]) mkdirSync(folder, { recursive: true });
  const known = new Set(readdirSync(findings));
  const libFuzzer = [`-max_total_time=${forSeconds}`, `-timeout=${longestSeconds}`, `-artifact_prefix=${findings}/`];
  const seeds = join(repositoryRoot, 'test', 'fuzz', 'seeds', target);
  const own = ['-i', `${target}.cjs`, '--disable_bug_detectors', '.*', '--timeout', String(longestSeconds * 1000)];
  const child = spawn(node, [program, bundle, ...own, corpus, seeds, '--', ...libFuzzer], { cwd: cache });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed = (printed + chunk).slice(-16_000);
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const fresh = readdirSync(findings).filter((name) => !known.has(name));
      const covered = [...printed.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? '?';
      const runs = [...printed.matchAll(/^#(\d+)/gm)].at(-1)?.[1] ?? '?';
      const isGood = code === 0 && fresh.length === 0;
      console.log(`${isGood ? 'ok    ' : 'FOUND '} ${target}: ${runs} inputs in ${forSeconds} s, ${covered} branches`);
      if (!isGood) {
        console.log(
          printed
            .split('\n')
            .filter((line) => !/^(?:#\d|INFO)/.test(line))
            .slice(-25)
            .join('\n'),
        );
        for (const name of fresh) console.log(`Keep ${join(findings, name)} in test/fuzz/found/${target}/.`);
      }
      resolve(isGood);
    });
  });
}
