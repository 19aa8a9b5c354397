import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A package as `go list` tells of it. */
interface GoPackage {
  readonly module: string;
  readonly moduleFolder: string;
  readonly files: readonly string[];
}

/** A declaration at the top of a file, as it stands there. */
interface Declaration {
  readonly text: string;
  /** The names that want it: its own, a method's type, or {@link always}. */
  readonly wantedBy: readonly string[];
}

const always = '*';

/**
 * Copies the clients of the SDK for Go that a program imports, without what it cannot reach: of a service's hundred operations the two that
 * it calls remain, in the SDK's own words. The rest would cost most of the time of a build, only for the linker to leave it out. A declaration
 * is taken for reachable where its name stands in another one that is, so that too much remains rather than too little.
 *
 * @returns the module file to build the program with: it names the copies in the place of the clients.
 */
export async function reachableClients(
  sources: string,
  into: string,
  flags: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const packages = await packagesOf(sources, flags, environment);
  const clients = packages.filter(isClient);
  const others = packages.filter((each) => !isClient(each)).flatMap(({ files }) => files);
  const callers = await Promise.all(others.map(read));
  const replacements: string[] = [];
  for (const module of new Set(clients.map(({ module }) => module))) {
    const copy = join(into, basename(module));
    const called = callers.filter((text) => text.includes(`"${module}"`)).flatMap(namesIn);
    await copyReachable(
      clients.filter((each) => each.module === module),
      called,
      copy,
    );
    replacements.push(`replace ${module} => ${copy}\n`);
  }
  const moduleFile = join(into, 'go.mod');
  await writeFile(moduleFile, `${await read(join(sources, 'go.mod'))}\n${replacements.join('')}`);
  await copyFile(join(sources, 'go.sum'), join(into, 'go.sum'));
  return moduleFile;
}

function isClient({ module }: GoPackage): boolean {
  return /\/aws-sdk-go-v2\/service\/(?!internal\/)/.test(module);
}

async function packagesOf(
  cwd: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<readonly GoPackage[]> {
  const format = '{{if not .Standard}}{{.Module.Path}}\t{{.Module.Dir}}\t{{.Dir}}\t{{join .GoFiles "\t"}}{{end}}';
  const { stdout } = await run('go', ['list', ...flags, '-deps', '-f', format, '.'], { cwd, env, maxBuffer: 1e8 });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [module = '', moduleFolder = '', folder = '', ...names] = line.split('\t');
    return { module, moduleFolder, files: names.map((name) => join(folder, name)) };
  });
}

async function copyReachable(packages: readonly GoPackage[], called: readonly string[], folder: string): Promise<void> {
  const from = packages[0]?.moduleFolder ?? '';
  const paths = packages.flatMap(({ files }) => files);
  const files = await Promise.all(paths.map(async (path) => ({ path, ...declarationsOf(await read(path)) })));
  const all = files.flatMap(({ declarations }) => declarations);
  const kept = reachable(all, called);
  await mkdir(folder, { recursive: true });
  await copyFile(join(from, 'go.mod'), join(folder, 'go.mod'));
  for (const { path, head, declarations } of files) {
    const texts = declarations.filter((each) => kept.has(each)).map(({ text }) => text);
    if (texts.length === 0) continue;
    const copy = join(folder, relative(from, path));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, withImportsOf(head, texts.join('')));
  }
}

/** Splits a file as gofmt has formatted it: a declaration begins in the first column. */
function declarationsOf(source: string): { readonly head: string; readonly declarations: readonly Declaration[] } {
  const [head = '', ...texts] = source.replace(/^\t*\/\/.*\n/gm, '').split(/^(?=(?:func|type|var|const) )/m);
  const parts = texts.flatMap(membersOfSchemas);
  return { head, declarations: parts.map((text) => ({ text, wantedBy: wantedBy(text) })) };
}

/** The function that adds the members of all schemas, as one function for each member. */
function membersOfSchemas(text: string): readonly string[] {
  if (!text.startsWith('func init() {') || !text.includes('.AddMember(')) return [text];
  const statements = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('}')).split(/^(?=\t\w+ = \w+\.AddMember\()/m);
  return statements.map((statement) => `func init() {\n${statement}}\n\n`);
}

function wantedBy(text: string): readonly string[] {
  const [, receiver = '', method = ''] = /^func \((?:\w+ )?\*?(\w+)\) (\w+)/.exec(text) ?? [];
  if (receiver !== '') return [receiver === 'Client' ? method : receiver];
  if (/^\w+ \(/.test(text)) return Array.from(text.matchAll(/^\t(\w+)/gm), ([, name = '']) => name);
  const [, name = ''] = /^\w+ (\w+)/.exec(text) ?? [];
  const [, schema = always] = /^\t\w+ = (\w+)\.AddMember\(/m.exec(text) ?? [];
  return [name === 'init' ? schema : name];
}

function reachable(declarations: readonly Declaration[], called: readonly string[]): Set<Declaration> {
  const byName = new Map<string, Declaration[]>();
  for (const each of declarations) {
    for (const name of each.wantedBy) byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  const kept = new Set<Declaration>();
  const wanted = new Set([always, ...called]);
  for (const name of wanted) {
    for (const each of byName.get(name) ?? []) {
      if (kept.has(each)) continue;
      kept.add(each);
      for (const further of namesIn(each.text)) wanted.add(further);
    }
  }
  return kept;
}

/** The file with those imports of its head that its body has a use for, since Go's compiler refuses others. */
function withImportsOf(head: string, body: string): string {
  const packages = new Set(body.match(/(?<![\w."])\w+(?=\.\w)/g));
  const orNothing = (line: string, alias: string | undefined, path: string) =>
    alias === '_' || packages.has(alias ?? basename(path, '-go')) ? line : '';
  return head.replace(/^\t(?:(\w+) )?"(.*)"\n/gm, orNothing) + body;
}

/** The names that are written in it outside of strings. */
function namesIn(text: string): readonly string[] {
  return text.replace(/"(?:[^"\\\n]|\\.)*"/g, '').match(/\w*[A-Za-z]\w*/g) ?? [];
}

function read(path: string): Promise<string> {
  return readFile(path, 'utf8');
}
