import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mergeProcessCovs, type ProcessCov, type ScriptCov } from '@bcoe/v8-coverage';
import { parse } from 'acorn';
import { convert } from 'ast-v8-to-istanbul';
import type { CoverageMapData } from 'istanbul-lib-coverage';
import { readSourceMap } from '../trace/read-source-map.js';
import type { ProjectFiles } from './project-files.js';

type Conversion = Parameters<typeof convert>[0];
type SourceMap = Exclude<NonNullable<Conversion['sourceMap']>, string>;

/** What became of the scripts that V8 counted. */
export interface ConvertedScripts {
  /** By the real paths of the project's files. */
  readonly files: CoverageMapData;
  /** Scripts of the project that could not be read as JavaScript. */
  readonly unread: readonly string[];
}

/**
 * Counts of V8 as counts of statements, functions and branches in the project's sources: those that were compiled are followed
 * through their source maps.
 * @param counted of any number of processes that ran the same files, which are still where they were
 */
export async function convertScripts(counted: readonly ProcessCov[], project: ProjectFiles): Promise<ConvertedScripts> {
  const files: CoverageMapData = {};
  const unread: string[] = [];
  for (const script of mergeProcessCovs([...counted]).result) {
    const path = project.onMachine(fileURLToPath(script.url));
    if (!existsSync(path)) continue;
    const sourceMap = sourceMapOf(path);
    if (sourceMap === undefined && project.of(path) === undefined) continue;
    const converted = await converting(path, script, sourceMap);
    if (converted === undefined) {
      if (project.of(path) !== undefined) unread.push(path);
      continue;
    }
    for (const [source, data] of Object.entries(converted)) {
      const file = project.of(source);
      if (file !== undefined) files[file] = { ...data, path: file };
    }
  }
  return { files, unread };
}

async function converting(
  path: string,
  coverage: ScriptCov,
  sourceMap: SourceMap | undefined,
): Promise<CoverageMapData | undefined> {
  // Offsets of V8 do not count it.
  const code = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const ast = syntaxTree(code);
  if (ast === undefined) return undefined;
  const url = pathToFileURL(path).href;
  return convert({ ast, code, coverage: { ...coverage, url }, ...(sourceMap === undefined ? {} : { sourceMap }) });
}

/** `undefined` where it is no JavaScript, such as TypeScript whose types Node.js takes out itself. */
function syntaxTree(code: string): Conversion['ast'] | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(code, {
        ecmaVersion: 'latest',
        sourceType,
        locations: true,
        allowReturnOutsideFunction: true,
        allowHashBang: true,
      }) as unknown as Conversion['ast'];
    } catch {
      // It may be of the other kind.
    }
  }
  return undefined;
}

/** The source map of a file, with the real places of its sources. */
function sourceMapOf(path: string): SourceMap | undefined {
  try {
    const found = readSourceMap(path);
    if (found === undefined) return undefined;
    const map = JSON.parse(found.text) as SourceMap & { readonly sourceRoot?: string };
    const root = map.sourceRoot === undefined || map.sourceRoot === '' ? '' : `${map.sourceRoot.replace(/\/$/, '')}/`;
    const base = pathToFileURL(realpathSync(found.base));
    const sources = map.sources.map((source) => (source === null ? null : new URL(`${root}${source}`, base).href));
    return { ...map, sourceRoot: '', sources } as SourceMap;
  } catch {
    return undefined;
  }
}
