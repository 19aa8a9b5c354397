import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from '../../../src/host/search-path.js';
import { findJavas } from '../../../src/lambda/interpreter/java.js';
import { briefJdk, briefMaven } from '../../java-flags.js';
import { fixture, repositoryRoot } from '../../paths.js';

const run = promisify(execFile);
const version = '2.8.7';
const cache = join(repositoryRoot, '.cache', 'java');
const fetchTimeoutMs = 180_000;

/** What the tests of functions in Java need, all of it in the cache folder. */
export interface JavaToolchain {
  /** A local repository of Maven that has AWS's client. */
  readonly repository: string;
  /** The fixture's classes as a jar. */
  readonly artifact: string;
  /** The folder of these classes. */
  readonly classes: string;
  /** Compiles sources for a version of Java, into a folder. */
  compile(sources: readonly string[], release: number, into: string): Promise<void>;
}

/** The program of the oldest JDK that can compile for Java 11, and run it. */
const java = findJavas({ version: '17', environment: process.env })[0];

/** Builds the fixture and fetches AWS's client where that is not done yet. */
export async function prepareJava(): Promise<JavaToolchain | { readonly unavailable: string }> {
  if (process.platform !== 'linux') return { unavailable: "AWS's client for Java runs on Linux alone" };
  const compiler = java === undefined ? undefined : join(dirname(java.command), 'javac');
  if (compiler === undefined || !existsSync(compiler)) return { unavailable: 'there is no javac' };
  if (findOnPath('mvn', process.env['PATH']) === undefined) return { unavailable: 'there is no mvn' };
  try {
    const repository = await fetchClient();
    const core = join(repository, 'com', 'amazonaws', 'aws-lambda-java-core');
    const jars = readdirSync(core).map((each) => join(core, each, `aws-lambda-java-core-${each}.jar`));
    const compile: JavaToolchain['compile'] = async (sources, release, into) => {
      await run(compiler, [...briefJdk, '--release', `${release}`, '-cp', jars.join(':'), '-d', into, ...sources]);
    };
    const built = await buildFixture(join(dirname(compiler), 'jar'), compile);
    return { repository, compile, artifact: join(built, 'handlers.jar'), classes: join(built, 'classes') };
  } catch (error) {
    const { stdout, message } = error as Error & { readonly stdout?: string };
    return { unavailable: (stdout?.trim() || message).split('\n').slice(-3).join(' ') };
  }
}

async function fetchClient(): Promise<string> {
  const repository = join(cache, 'repository');
  const name = 'aws-lambda-java-runtime-interface-client';
  if (existsSync(join(repository, 'com', 'amazonaws', name, version, 'complete'))) return repository;
  await mkdir(repository, { recursive: true });
  const artifact = `-Dartifact=com.amazonaws:${name}:${version}`;
  await run('mvn', ['-q', '-B', `-Dmaven.repo.local=${repository}`, 'dependency:get', artifact], {
    timeout: fetchTimeoutMs,
    env: briefMaven,
  });
  await mkdir(join(repository, 'com', 'amazonaws', name, version, 'complete'));
  return repository;
}

async function buildFixture(jar: string, compile: JavaToolchain['compile']): Promise<string> {
  const folder = fixture('java-handlers', 'src', 'handlers');
  const sources = readdirSync(folder).map((name) => join(folder, name));
  const digest = createHash('sha256');
  for (const source of sources) digest.update(readFileSync(source));
  const built = join(cache, digest.digest('hex').slice(0, 16));
  if (existsSync(built)) return built;
  const building = `${built}.${process.pid}`;
  await mkdir(join(building, 'classes'), { recursive: true });
  await compile(sources, 11, join(building, 'classes'));
  await run(jar, ['--create', '--file', join(building, 'handlers.jar'), '-C', join(building, 'classes'), '.']);
  await rename(building, built).catch(() => rm(building, { recursive: true }));
  return built;
}

/** A copy of the fixture's service with its artifact where the configuration names it. The caller removes it. */
export async function builtService({ artifact }: Pick<JavaToolchain, 'artifact'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'invoke local java '));
  await cp(fixture('java-handlers'), folder, { recursive: true });
  await cp(artifact, join(folder, 'target', 'handlers.jar'));
  return folder;
}
