import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CoverageMap, CoverageMapData } from 'istanbul-lib-coverage';
import libCoverage from 'istanbul-lib-coverage';
import libReport from 'istanbul-lib-report';
import CoberturaReport from 'istanbul-reports/lib/cobertura/index.js';
import LcovOnlyReport from 'istanbul-reports/lib/lcovonly/index.js';
import TextReport from 'istanbul-reports/lib/text/index.js';

/** The names of the files that are written. */
export const coverageFiles = {
  lcov: 'lcov.info',
  cobertura: 'cobertura.xml',
  table: 'coverage.txt',
  /** Istanbul's format, with paths relative to the base: what reports of several machines are made one from. */
  data: 'coverage.json',
} as const;

/** How many lines of the files that were loaded ran. */
export interface CoverageTotals {
  readonly files: number;
  readonly lines: number;
  readonly coveredLines: number;
}

/**
 * Writes coverage as lcov, Cobertura's XML, a table and data.
 * @param folder which is made if it is not there. Absolute.
 * @param base the folder that paths are relative to. Absolute.
 * @throws Error of the file system where that is not possible
 */
export function writeCoverageFiles(map: CoverageMap, folder: string, base: string): CoverageTotals {
  mkdirSync(folder, { recursive: true });
  const context = libReport.createContext({ dir: folder, coverageMap: map, defaultSummarizer: 'nested' });
  const reports = [
    new LcovOnlyReport({ file: coverageFiles.lcov, projectRoot: base }),
    new CoberturaReport({ file: coverageFiles.cobertura, projectRoot: base }),
    new TextReport({ file: coverageFiles.table, maxCols: 160 }),
  ];
  for (const report of reports) report.execute(context);
  writeFileSync(
    join(folder, coverageFiles.data),
    `${JSON.stringify(relativeData(map.toJSON() as CoverageMapData, base))}\n`,
  );
  const { lines } = map.getCoverageSummary();
  return { files: map.files().length, lines: lines.total, coveredLines: lines.covered };
}

/** The share of the lines that ran, in one line; absent where there is no file. */
export function coverageLine({ files, lines, coveredLines }: CoverageTotals): string | undefined {
  if (files === 0) return undefined;
  const share = lines === 0 ? 100 : (coveredLines / lines) * 100;
  return `Coverage: ${share.toFixed(1)} % of the lines of ${files === 1 ? '1 file' : `${files} files`}`;
}

/** What came of merging coverage. */
export interface MergedData {
  readonly line: string | undefined;
  /** The files that could not be read, and why. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Adds up the data that {@link writeCoverageFiles} wrote to folders, perhaps on other machines, and writes them to one.
 * @param base the folder that paths are relative to. Absolute.
 * @throws Error of the file system where it can't be written
 */
export function mergeCoverageData(folders: readonly string[], folder: string, base: string): MergedData {
  const map = libCoverage.createCoverageMap({});
  const unread: { file: string; reason: string }[] = [];
  for (const each of folders) {
    const file = join(each, coverageFiles.data);
    try {
      map.merge(absoluteData(JSON.parse(readFileSync(file, 'utf8')) as CoverageMapData, base));
    } catch (error) {
      unread.push({ file, reason: (error as Error).message });
    }
  }
  return { line: coverageLine(writeCoverageFiles(map, folder, base)), unread };
}

function absoluteData(data: CoverageMapData, base: string): CoverageMapData {
  const absolute = Object.entries(data).map(([path, file]) => {
    const place = resolve(base, path);
    return [place, { ...file, path: place }] as const;
  });
  return Object.fromEntries(absolute) as CoverageMapData;
}

function relativeData(data: CoverageMapData, base: string): CoverageMapData {
  const relatives = Object.entries(data).map(([path, file]) => {
    const shown = relative(base, path).replaceAll(sep, '/');
    const plain = 'toJSON' in file ? file.toJSON() : file;
    return [shown, { ...plain, path: shown }] as const;
  });
  return Object.fromEntries(relatives) as CoverageMapData;
}
