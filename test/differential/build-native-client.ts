import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const timeout = 300_000;

/** What a package of aws-lambda-ric has of its native part, by paths in the package. */
export interface NativeParts {
  readonly source: string;
  /** Archives of aws-lambda-cpp and of curl, and how many folders their paths begin with. */
  readonly archives: readonly string[];
  readonly strip: number;
  /** Where the client loads it from. */
  readonly output: string;
}

/** That of git, whose TLS shares no symbols with Node's: a client of the Runtime API speaks plain HTTP. */
const curl = 'libcurl-gnutls.so.4';

/**
 * Compiles the native part of a client that is installed without its scripts: its own sources, with the headers of curl that it brings,
 * and linked to curl's library of the system. Its scripts build that library from source, which takes ten times as long as all else.
 * @throws Error where the compiler, the headers of this Node or the library are missing
 */
export async function buildNativeClient(client: string, parts: NativeParts): Promise<void> {
  const sources = join(client, 'deps', 'sources');
  await mkdir(sources, { recursive: true });
  for (const archive of parts.archives) {
    const strip = ['--strip-components', String(parts.strip)];
    await run('tar', ['xf', join(client, archive), '-C', sources, '--no-same-owner', ...strip], { timeout });
  }
  const nodeHeaders = join(dirname(process.execPath), '..', 'include', 'node');
  const includes = [nodeHeaders, join(client, '..', 'node-addon-api'), join(sources, 'include')];
  const runtime = ['logging.cpp', 'runtime.cpp', await versionSource(sources)];
  const built = join(sources, 'rapid-client.node');
  await run(
    'c++',
    [
      ...['-O0', '-std=c++17', '-w', '-fPIC', '-shared', '-fno-gnu-unique'],
      ...['-DNODE_GYP_MODULE_NAME=rapid_client', '-DBUILDING_NODE_EXTENSION'],
      ...includes.map((folder) => `-I${folder}`),
      join(client, parts.source),
      ...runtime.map((name) => join(sources, 'src', name)),
      `-l:${curl}`,
      ...['-o', built],
    ],
    { timeout },
  );
  await mkdir(dirname(join(client, parts.output)), { recursive: true });
  await copyFile(built, join(client, parts.output));
}

/** Writes what CMake would make of the template of `version.cpp`. @returns its name */
async function versionSource(sources: string): Promise<string> {
  const project = await readFile(join(sources, 'CMakeLists.txt'), 'utf8');
  const version = /VERSION (\d+\.\d+\.\d+)/.exec(project)?.[1] ?? '0.0.0';
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  const values: Readonly<Record<string, string>> = { MAJOR: major, MINOR: minor, PATCH: patch };
  const template = await readFile(join(sources, 'src', 'version.cpp.in'), 'utf8');
  const text = template.replaceAll(/@PROJECT_VERSION(?:_(\w+))?@/g, (_, part) => values[part] ?? version);
  await writeFile(join(sources, 'src', 'version.cpp'), text);
  return 'version.cpp';
}
