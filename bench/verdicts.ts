import { cpus } from 'node:os';
import { type Limit, limitOf, type Row, rows } from './limits.js';

/** What was measured of a row on one Node, and what it may be. */
interface Verdict {
  readonly row: Row;
  readonly nodeVersion: string;
  readonly text: string;
  readonly isExceeded: boolean;
}

/** What was measured, held against the limits. */
export class Verdicts {
  readonly #verdicts: Verdict[] = [];

  /** Adds what a row took on a Node, and what its bases took together. @returns it as text: `2.41 (2.7)` */
  add(row: Row, nodeVersion: string, ms: number, baseMs: number): string {
    const limit = limitOf(row, nodeVersion);
    const isDifference = limit !== undefined && 'addedMs' in limit;
    const value = isDifference ? ms - baseMs : ms / baseMs;
    const figure = isDifference ? `${value.toFixed(0)} ms` : value.toFixed(2);
    const bound = limit === undefined ? Number.POSITIVE_INFINITY : boundOf(limit);
    const isExceeded = value > bound;
    const text = limit === undefined ? figure : `${figure} (${isDifference ? `${bound} ms` : bound.toFixed(1)})`;
    this.#verdicts.push({ row, nodeVersion, text, isExceeded });
    return isExceeded ? `${text}: more than the limit` : text;
  }

  get areExceeded(): boolean {
    return this.#verdicts.some(({ isExceeded }) => isExceeded);
  }

  /** All of it as a table in Markdown. What is in bold is over its limit. */
  table(): string {
    const versions = [...new Set(this.#verdicts.map(({ nodeVersion }) => nodeVersion))];
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
      `${cpus().length} cores, ${cpus()[0]?.model ?? 'of a kind that is not told'}, ${process.platform}; ratio or difference, and its limit:`,
      '',
      line(['', ...versions.map((version) => `Node ${version}`)]),
      line(['---', ...versions.map(() => '---')]),
      ...(Object.keys(rows) as Row[])
        .filter((row) => this.#verdicts.some((verdict) => verdict.row === row))
        .map((row) => line([rows[row], ...versions.map((version) => this.#cell(row, version))])),
    ].join('\n');
  }

  #cell(row: Row, version: string): string {
    const own = this.#verdicts.filter((verdict) => verdict.row === row && verdict.nodeVersion === version);
    return own.map(({ text, isExceeded }) => (isExceeded ? `**${text}**` : text)).join(', ');
  }
}

function boundOf(limit: Limit): number {
  return 'addedMs' in limit ? limit.addedMs : limit.ratio;
}
