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
  add(row: Row, nodeVersion: string, value: number, base: number): string {
    const limit = limitOf(row, nodeVersion);
    const { figure, bound = '', isExceeded } = judge(value, base, limit);
    const text = limit === undefined ? figure : `${figure} (${bound})`;
    this.#verdicts.push({ row, nodeVersion, text, isExceeded });
    return isExceeded ? `${text}: out of the limit` : text;
  }

  get areExceeded(): boolean {
    return this.#verdicts.some(({ isExceeded }) => isExceeded);
  }

  /** All of it as a table in Markdown. What is in bold is over its limit. */
  table(): string {
    const versions = [...new Set(this.#verdicts.map(({ nodeVersion }) => nodeVersion))];
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
      `${cpus().length} cores, ${cpus()[0]?.model ?? 'of a kind that is not told'}, ${process.platform}; ratio, difference or amount, and its limit:`,
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

interface Judged {
  readonly figure: string;
  readonly bound?: string;
  readonly isExceeded: boolean;
}

function judge(value: number, base: number, limit: Limit | undefined): Judged {
  if (limit === undefined) return { figure: (value / base).toFixed(2), isExceeded: false };
  if ('ratio' in limit) {
    const ratio = value / base;
    return {
      figure: ratio.toFixed(2),
      bound: limit.ratio.toFixed(limit.ratio < 1.1 && limit.ratio > 1 ? 2 : 1),
      isExceeded: ratio > limit.ratio,
    };
  }
  if ('addedMs' in limit) {
    const addedMs = value - base;
    const digits = limit.addedMs < 10 ? 2 : 0;
    return {
      figure: `${addedMs.toFixed(digits)} ms`,
      bound: `${limit.addedMs} ms`,
      isExceeded: addedMs > limit.addedMs,
    };
  }
  if ('timesFaster' in limit) {
    const times = base / value;
    return {
      figure: `${times.toFixed(0)}×`,
      bound: `at least ${limit.timesFaster}×`,
      isExceeded: times < limit.timesFaster,
    };
  }
  if ('perSecond' in limit) {
    const bound = `at least ${limit.perSecond}`;
    return { figure: `${value.toFixed(0)} a second`, bound, isExceeded: value < limit.perSecond };
  }
  return { figure: `${value.toFixed(0)} MiB`, bound: `${limit.peakMiB} MiB`, isExceeded: value > limit.peakMiB };
}
