import type { ReportedCase, ReportedFinding, ReportedPlace, ReportedProblem } from '../suite/suite-report.js';
import { isLeftOutInTerminal, looksLikePlatform } from './platform-lines.js';
import type { Styles } from './styles.js';

/** Prints what came of each case, as it comes. */
export interface CasePrinter {
  /** The lines for a case; none for one that was stopped. */
  lines(reported: ReportedCase): Promise<string[]>;
}

/** Where cases are printed. */
export interface CaseConsole {
  readonly styles: Styles;
  /** Whether a person reads it in a terminal. */
  readonly isTerminal: boolean;
}

/** A printer that tells the same problem once. */
export function createCasePrinter({ styles, isTerminal }: CaseConsole): CasePrinter {
  const told = new Set<string>();
  return {
    async lines(reported) {
      const title = `${reported.function}: ${reported.name}`;
      switch (reported.status) {
        case 'passed':
          return [`${styles.success('ok')}       ${title} (${duration(reported)})`];
        case 'skipped':
          return [`${styles.faint('skipped')}  ${title}: ${reported.reason}`];
        case 'stopped':
          return [];
        case 'not-run': {
          const problem = problemLines(reported.diagnostic);
          const text = problem.join('\n');
          const isTold = told.has(text);
          told.add(text);
          return [
            `${styles.error('not run')}  ${title}`,
            ...(isTold ? ['  for the reason that is told above'] : problem),
          ];
        }
        case 'flaky':
          return [
            `${styles.warning('flaky')}    ${title} (${duration(reported)}): it passed at attempt ${reported.attempts}`,
            ...findingLines(reported.findings),
          ];
        case 'failed': {
          const { log = '' } = await reported.texts();
          return [
            `${styles.error('failed')}   ${title} (${duration(reported)})`,
            ...findingLines(reported.findings),
            ...errorLines(reported),
            ...(log === '' ? [] : ['  The end of its log:', ...lastLines(log, { styles, isTerminal })]),
          ];
        }
      }
    },
  };
}

function duration({ durationMs = 0 }: ReportedCase): string {
  return `${Math.round(durationMs)} ms`;
}

function findingLines(findings: readonly ReportedFinding[]): string[] {
  return findings.flatMap(({ message, diff, file, line, column }) => {
    const place = file === undefined ? '' : ` (${placeText({ file, line, column })})`;
    return [`  ${message}${place}`, ...(diff === undefined ? [] : indented(diff, '    '))];
  });
}

function errorLines({ error }: ReportedCase): string[] {
  return error?.location === undefined ? [] : [`  It failed at ${placeText(error.location)}.`];
}

function problemLines(problem: ReportedProblem | undefined): string[] {
  if (problem === undefined) return [];
  const { message, hint, location } = problem;
  const place = location === undefined ? '' : ` (${placeText(location)})`;
  return [...indented(`${message}${place}`, '  '), ...(hint === undefined ? [] : indented(hint, '  '))];
}

function placeText({ file, line, column }: { [Key in keyof ReportedPlace]: ReportedPlace[Key] | undefined }): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** What a person needs to see of a log first. */
function lastLines(log: string, { styles, isTerminal }: CaseConsole): string[] {
  const lines = log.trimEnd().split('\n');
  const shown = isTerminal ? lines.filter((line) => !isLeftOutInTerminal(line)) : lines;
  return shown.slice(-20).map((line) => `    | ${looksLikePlatform(line) ? styles.faint(line) : line}`);
}

function indented(text: string, prefix: string): string[] {
  return text.split('\n').map((line) => prefix + line);
}
