import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { hasFailed } from '../../suite/case-words.js';
import type { CaseTexts, ReportedCase, SuiteReport } from '../../suite/suite-report.js';
import { countText } from '../../text/amounts.js';
import { cutMiddle } from '../../text/cut-middle.js';
import { literalWith } from '../../text/literal-text.js';
import { callsSection } from '../calls-section.js';
import { diagnosticParagraphs } from '../diagnostic-paragraphs.js';
import { fitAll } from '../fit.js';
import { joined } from '../invocation-body.js';
import type { SummaryOptions } from '../render-summary.js';
import { caseDetails, problemBlock, type ReadCase } from './case-details.js';
import { comparisonSection } from './comparison-section.js';
import { failedTable } from './failed-table.js';
import { functionsTable } from './functions-table.js';
import { suiteHeading } from './suite-heading.js';
import { suiteRemarks } from './suite-remarks.js';

/** The shares of the room that the parts may take; the details of failures get what is left. */
const shares = { table: 0.25, comparison: 0.25, functions: 0.1, remarks: 0.1, calls: 0.1 } as const;
/** The room reserved for the sentence that says what was left out, in bytes. */
const notesBytes = 1_000;

/** The most failures with details, and the longest text that is taken of each event, response and log, in UTF-16 units. */
const mostDetailed = 100;
const longestText = 256 * 1024;
/** The most problems beside the cases that are shown. */
const mostProblems = 20;
/** If there are more failures than this, none is open: nobody would find the second one. */
const mostOpen = 3;

/** What the summary of a suite needs besides its report. */
export interface SuiteSummaryOptions extends SummaryOptions {
  /** Our own messages. */
  readonly diagnostics: readonly Diagnostic[];
  /** The share of the code that ran, in one line; absent where it was not measured. */
  readonly coverage?: string | undefined;
}

/**
 * Renders a suite as one page of GitHub's Markdown: the verdict, a table of what failed, its details with diffs, then each
 * function. Whatever handlers return or print is shown as plain text.
 * @returns at most `maxBytes`; '' if that is too little for anything
 */
export async function renderSuiteSummary(report: SuiteReport, options: SuiteSummaryOptions): Promise<string> {
  const { redact, workspace, whereabouts = {}, calls, maxBytes, diagnostics, coverage } = options;
  const literal = literalWith(redact);
  const context = { literal, workspace, whereabouts };
  const failed = report.cases.filter(hasFailed);

  const heading = suiteHeading(report, literal);
  const room = Math.max(0, maxBytes - Buffer.byteLength(heading) - notesBytes);
  const sized = { ...context, longestValue: 2_000 };
  const problems = report.problems.slice(0, mostProblems).map((problem) => problemBlock(problem, sized));
  const said = joined([...problems, diagnosticParagraphs(diagnostics, sized)]);
  const table = failedTable(failed, literal, Math.floor(room * shares.table));
  const comparison = comparisonSection(report, literal, Math.floor(room * shares.comparison));
  const functions = functionsTable(report.cases, literal, Math.floor(room * shares.functions));
  const remarks = suiteRemarks({ ...report, coverage }, literal, Math.floor(room * shares.remarks));

  const made = calls === undefined ? '' : callsSection(calls, context, Math.floor(room * shares.calls));

  const others = [said, table, comparison, functions, remarks, made].reduce(
    (sum, part) => sum + Buffer.byteLength(part) + 1,
    0,
  );
  const detailed: ReadCase[] = [];
  for (const each of failed.slice(0, mostDetailed)) detailed.push(await readCase(each));
  const { parts } = fitAll(detailed, room - others, (each, longestValue) =>
    caseDetails(each, { ...context, longestValue }, failed.length <= mostOpen),
  );
  const left = failed.length - parts.length;
  const note =
    left === 0 || failed.length === 0
      ? ''
      : `The details of ${countText(left, 'failure')} are not on this page: see ${whereabouts.log ?? 'the results file'}.\n`;

  const candidates = [
    joined([heading, table, parts.join('\n'), note, said, comparison, functions, made, remarks]),
    joined([heading, table, note]),
    heading,
  ];
  return candidates.find((markdown) => Buffer.byteLength(markdown) <= maxBytes) ?? '';
}

/** Reads the texts of a case. A text that can't be read any more is left out. */
async function readCase(each: ReportedCase): Promise<ReadCase> {
  const { event, response, log }: CaseTexts = await each.texts().catch(() => ({}));
  return {
    case: each,
    texts: {
      ...(event === undefined ? {} : { event: cutMiddle(event, longestText).text }),
      ...(response === undefined ? {} : { response: cutMiddle(response, longestText).text }),
      ...(log === undefined ? {} : { log: log.slice(-longestText) }),
    },
  };
}
