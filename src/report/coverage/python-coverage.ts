import { resolve } from 'node:path';
import type { CoverageMapData, FileCoverageData, Range } from 'istanbul-lib-coverage';
import type { ProjectFiles } from './project-files.js';

/**
 * The report of coverage.py as JSON, as far as it is read here.
 * @see https://coverage.readthedocs.io/en/latest/commands/cmd_json.html
 */
export interface PythonReport {
  readonly files: Readonly<Record<string, PythonFile>>;
}

interface PythonFile {
  readonly executed_lines: readonly number[];
  readonly missing_lines: readonly number[];
  /** From line to line; a negative number is an exit. With `branch` in the project's settings. */
  readonly executed_branches?: readonly (readonly [number, number])[];
  readonly missing_branches?: readonly (readonly [number, number])[];
  /** From version 7.6 on. The name '' is the module itself. */
  readonly functions?: Readonly<Record<string, Pick<PythonFile, 'executed_lines' | 'missing_lines'>>>;
}

/**
 * Lines that coverage.py counted as statements in the project's sources.
 * @param folder the folder that its paths are relative to. Absolute.
 */
export function convertPython({ files }: PythonReport, folder: string, project: ProjectFiles): CoverageMapData {
  const converted: CoverageMapData = {};
  for (const [path, counted] of Object.entries(files)) {
    const file = project.of(resolve(folder, path));
    if (file !== undefined) converted[file] = fileCoverage(file, counted);
  }
  return converted;
}

function fileCoverage(path: string, file: PythonFile): FileCoverageData {
  const data: FileCoverageData = { path, statementMap: {}, s: {}, fnMap: {}, f: {}, branchMap: {}, b: {} };
  const hits = [...file.executed_lines.map((line) => [line, 1]), ...file.missing_lines.map((line) => [line, 0])];
  // Lines are their own keys: processes that ran the same file are then added up.
  for (const [line = 0, count = 0] of hits.sort(([a = 0], [b = 0]) => a - b)) {
    data.statementMap[line] = lineRange(line);
    data.s[line] = count;
  }
  for (const [name, { executed_lines, missing_lines }] of Object.entries(file.functions ?? {})) {
    const line = Math.min(...executed_lines, ...missing_lines);
    if (name === '' || !Number.isFinite(line)) continue;
    data.fnMap[name] = { name, line, decl: lineRange(line), loc: lineRange(line) };
    data.f[name] = executed_lines.length > 0 ? 1 : 0;
  }
  addBranches(data, file);
  return data;
}

function addBranches(data: FileCoverageData, { executed_branches = [], missing_branches = [] }: PythonFile): void {
  const byLine = new Map<number, Map<number, number>>();
  const arms = [
    ...executed_branches.map((arc) => [arc, 1] as const),
    ...missing_branches.map((arc) => [arc, 0] as const),
  ];
  for (const [[from, to], count] of arms) {
    const targets = byLine.get(from) ?? new Map<number, number>();
    byLine.set(from, targets.set(to, count));
  }
  for (const [line, targets] of byLine) {
    // In an order that is the same for every process.
    const sorted = [...targets].sort(([a], [b]) => a - b);
    const locations = sorted.map(([to]) => lineRange(to > 0 ? to : line));
    data.branchMap[line] = { type: 'branch', line, loc: lineRange(line), locations };
    data.b[line] = sorted.map(([, count]) => count);
  }
}

function lineRange(line: number): Range {
  return { start: { line, column: 0 }, end: { line, column: Number.MAX_SAFE_INTEGER } };
}
