import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';

import type { NativeProject } from './find-project.js';

/** What to build, and the result. */
export interface BuildRequest {
  readonly project: NativeProject;
  /** The service's root, in which the command is run. Absolute. */
  readonly root: string;
  /** The function's name in the configuration, and its handler. */
  readonly function: { readonly key: string; readonly handler: string };
  readonly architecture: 'x86_64' | 'arm64';
  /** The result, relative to the root: a program, or an archive (`.zip`) with a program named `bootstrap`. */
  readonly output: string;
}

/** The command that builds a function's program from its sources. */
export function buildCommand(request: BuildRequest): string {
  return request.project.language === 'Go' ? goCommand(request) : rustCommand(request);
}

function goCommand(request: BuildRequest): string {
  const { project, root, architecture, output } = request;
  const module = dirname(project.manifest);
  const isBelow = shellPath(relative(root, module));
  const isInside = isBelow !== '' && !isBelow.startsWith('..');
  const folder = isInside ? module : root;
  const program = programOf(output);
  const target = shellPath(relative(folder, join(root, program)));
  const goArchitecture = architecture === 'arm64' ? 'arm64' : 'amd64';
  const build = `GOOS=linux GOARCH=${goArchitecture} CGO_ENABLED=0 go build -tags lambda.norpc -o ${target} ${mainPackage(request, folder)}`;
  return packed(isInside ? `(cd ${isBelow} && ${build})` : build, output, program);
}

function rustCommand(request: BuildRequest): string {
  const { project, root, architecture, output } = request;
  const binary = binaryName(request);
  const target = `${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
  const folder = shellPath(relative(root, dirname(project.manifest)));
  const built = posix.join(folder, 'target', target, 'release', binary);
  const manifest = folder === '' ? '' : ` --manifest-path ${posix.join(folder, 'Cargo.toml')}`;
  const program = programOf(output);
  const copied = `mkdir -p ${dirname(program)} && cp ${built} ${program}`.replace(/^mkdir -p \. && /, '');
  return packed(`cargo build --release --target ${target} --bin ${binary}${manifest} && ${copied}`, output, program);
}

/** The program for an archive is built beside it. */
function programOf(output: string): string {
  return output.endsWith('.zip') ? posix.join(posix.dirname(output), 'bootstrap') : output;
}

function packed(build: string, output: string, program: string): string {
  return output === program ? build : `${build} && zip -j ${output} ${program}`;
}

/** The package with the function's `main`, relative to the folder in which the command runs. */
function mainPackage({ root, function: { key, handler } }: BuildRequest, folder: string): string {
  const path = handler.endsWith('.go') ? posix.dirname(handler) : handler;
  const names = [...new Set([posix.basename(path), key])].filter((name) => name !== 'bootstrap');
  const parents = ['cmd', '.', 'functions', 'lambdas', 'lambda', 'src', 'internal'];
  const places = [
    path,
    ...names.flatMap((name) => parents.map((parent) => posix.join(parent, name))),
    '.',
    'cmd',
    'src',
  ];
  const bases = [...new Set([root, folder])];
  const found = places.flatMap((place) => bases.map((base) => join(base, place))).find(holdsMain);
  const shown = found === undefined ? '' : shellPath(relative(folder, found));
  return shown === '' ? '.' : `./${shown}`;
}

/** Whether a folder holds the `main` package of a Go program. */
function holdsMain(folder: string): boolean {
  try {
    return readdirSync(folder).some(
      (name) =>
        name.endsWith('.go') &&
        !name.endsWith('_test.go') &&
        /^package\s+main\b/m.test(readFileSync(join(folder, name), 'utf8')),
    );
  } catch {
    return false;
  }
}

/** The binary with the name of the handler or the function, else the first one in `Cargo.toml`. */
function binaryName({ project, function: { key, handler } }: BuildRequest): string {
  const folder = dirname(project.manifest);
  const manifest = readFileSync(project.manifest, 'utf8');
  const declared = [...manifest.matchAll(/^\[(\[bin\]|package)\][^[]*?^name\s*=\s*"([^"]+)"/gms)];
  const inSources = namesBelow(join(folder, 'src', 'bin'));
  const names = [...declared.map((match) => match[2] ?? ''), ...inSources];
  const wanted = [basename(handler), handler.split('.').at(-1) ?? '', key].filter((name) => name !== 'bootstrap');
  return (
    wanted.find((name) => names.includes(name)) ?? declared.find(([, kind]) => kind === '[bin]')?.[2] ?? names[0] ?? key
  );
}

/** The binaries that Cargo finds by itself: `src/bin/name.rs`, `src/bin/name/main.rs`. */
function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.rs') || statSync(join(folder, name)).isDirectory())
      .map((name) => name.replace(/\.rs$/, ''));
  } catch {
    return [];
  }
}

function shellPath(path: string): string {
  return path.split(sep).join('/');
}
