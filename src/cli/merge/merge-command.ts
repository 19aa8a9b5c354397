import { UserError } from '../../diagnostics/user-error.js';
import type { Installation } from '../../invoke/installation.js';
import { toolVersion } from '../../invoke/tool-version.js';
import { closingLines } from '../../report/console/closing-lines.js';
import { comparisonLines } from '../../report/console/comparison-lines.js';
import { createCasePrinter } from '../../report/console/print-case.js';
import { mergeCoverage, partFiles } from '../../report/coverage/merged-coverage.js';
import { askForSuiteReports } from '../../report/suite/asked-suite-reports.js';
import { mergeResults } from '../../report/suite/merge/merge-results.js';
import { expandGlobs } from '../../suite/cases/expand-globs.js';
import { exitCodes } from '../exit-codes.js';
import { type FlagName, flag, flags } from '../flags.js';
import { type Options, parseOptions } from '../options.js';
import { type Console, writeAll } from '../print.js';

/** What the command needs. */
export interface MergeRun {
  readonly installation: Installation;
  readonly stderr: Console;
}

/** The flags of an invocation that the command takes as well. */
const takenFlags: readonly FlagName[] = (Object.keys(flags) as FlagName[]).filter(
  (name) => name.startsWith('report-') || name === 'coverage' || name === 'quiet' || name === 'help',
);

/**
 * `invoke-local merge FILES`: adds up the results of all shards of a suite, and prints what failed and the verdict of the whole.
 * @param argv what follows the word
 * @returns the exit code
 * @throws UserError where a flag is wrong, or there is no file
 */
export async function runMerge(argv: readonly string[], { installation, stderr }: MergeRun): Promise<number> {
  const patterns: string[] = [];
  const options = parseOptions(argv, (argument) => patterns.push(argument));
  if (options.switches.has('help')) {
    await writeAll(process.stdout, mergeHelp());
    return exitCodes.success;
  }
  refuseOthers(options);
  const base = process.cwd();
  const reports = askForSuiteReports(options.values, base, (kind) => `The flag --${kind}`);
  reports.check();
  const files = partFiles(await expandGlobs(patterns, base));
  const { report, problems } = await mergeResults(files.results, base);
  const printer = createCasePrinter(stderr);
  for (const each of report.cases) {
    if (each.status === 'passed' || each.status === 'skipped') continue;
    for (const line of await printer.lines(each)) stderr.line(line);
  }
  for (const problem of problems) stderr.report(problem);
  const facts = { toolVersion: toolVersion(installation), serviceFolder: base, secrets: [] };
  const unwritten = await reports.write(report, facts);
  for (const diagnostic of unwritten) stderr.report(diagnostic);
  const coverage = await mergeCoverage(files, { path: options.values.coverage, base, asked: 'The flag --coverage' });
  for (const diagnostic of coverage.problems) stderr.report(diagnostic);
  for (const line of [...comparisonLines(report), ...closingLines(report)]) stderr.line(line);
  if (coverage.line !== undefined) stderr.line(coverage.line);
  if (report.verdict === 'failed') return exitCodes.functionFailed;
  const isWhole = unwritten.length === 0 && coverage.problems.every(({ severity }) => severity !== 'error');
  return isWhole ? exitCodes.success : exitCodes.reportUnwritten;
}

function refuseOthers({ values, switches, ignored }: Options): void {
  const given = [...(Object.keys(values) as FlagName[]), ...switches].filter((name) => !takenFlags.includes(name));
  const [first] = [...given.map((name) => `--${name}`), ...ignored];
  if (first === undefined) return;
  throw new UserError({
    code: 'flag-without-meaning',
    message: `The flag ${first} means nothing for \`merge\`, which runs nothing.`,
    hint: `It takes ${takenFlags.map((name) => `--${name}`).join(', ')}.`,
  });
}

/** The text of `invoke-local merge --help`. */
function mergeHelp(): string {
  const rows = takenFlags.map((name) => {
    const { placeholder, help } = flag(name);
    return [`--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`, help] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return `Usage: invoke-local merge FILES [options]

Adds up the results of all shards of a suite, by paths or globs: what --report-json of \`invoke-local test --shard\` wrote.
With --coverage, the coverage.json of each shard is given, too.

${rows.map(([left, help]) => `  ${left.padEnd(width)}${help}`).join('\n')}

Exit codes: 0 every case of every shard passed; 1 one failed, or a shard is missing, there twice, or of another plan;
2 the flags are wrong, or there is no file; 74 every case passed, but a report could not be written.
`;
}
