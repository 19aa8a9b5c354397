import { caseWords } from '../../suite/case-words.js';
import type { SuiteReport } from '../../suite/suite-report.js';
import { verdictWords } from '../../suite/verdict-words.js';
import { durationText } from '../../text/amounts.js';
import type { Literal } from '../../text/literal-text.js';
import { prose } from '../text/prose.js';

/** The verdict of a suite, and its counts. Markdown. */
export function suiteHeading(report: SuiteReport, literal: Literal): string {
  const { verdict, stopped, shard } = report;
  const icon = verdict === 'passed' ? '✅' : '❌';
  const part = shard === undefined ? '' : ` (shard ${shard.index} of ${shard.count})`;
  const end = stopped === undefined ? '' : `\n🚫 The run was stopped: ${prose(literal(stopped.reason))}\n`;
  return `### ${icon} ${verdictWords(report)}${part}\n\n${countsLine(report)}${end}`;
}

function countsLine({ totals, durationMs, cases }: SuiteReport): string {
  const notRun = cases.filter(({ status }) => status === 'not-run').length;
  const counts = {
    passed: totals.passed,
    failed: totals.failed - notRun,
    'not-run': notRun,
    flaky: totals.flaky,
    skipped: totals.skipped,
    stopped: totals.stopped,
  } as const;
  const parts = (Object.keys(caseWords) as (keyof typeof caseWords)[]).flatMap((status) => {
    const { icon, word } = caseWords[status];
    return counts[status] === 0 ? [] : [`${icon} ${counts[status].toLocaleString('en')} ${word}`];
  });
  return `${[...parts, `⏱️ ${durationText(durationMs)}`].join(' · ')}\n`;
}
