import { baseName, countsText } from '../suite/comparison-words.js';
import type { ReportedProblem, SuiteReport } from '../suite/suite-report.js';
import { countText, durationText } from '../text/amounts.js';
import { containmentWords } from '../text/containment-words.js';
import { escapedHtml } from './embed.js';
import type { PageContext } from './page-context.js';

/** The most functions that are named. */
const mostNamed = 200;
/** The most problems beside the cases that are told. */
const mostProblems = 20;

/** The title of the page, as a tab shows it. */
export function titleOf(report: SuiteReport): string {
  return `${verdictOf(report)} · invoke-local`;
}

/** What is known without the script: the verdict, when and how long, and what was left out. HTML. */
export function headerHtml(report: SuiteReport, { literal, toolVersion }: PageContext): string {
  const text = (value: string): string => escapedHtml(literal(value));
  const { startedAt, durationMs, concurrency, uncovered, shard, stopped, problems, remarks = [], verdict } = report;
  const comparison = report.comparison;
  const facts = [
    `<time datetime="${text(startedAt)}">${text(startedAt.slice(0, 'yyyy-mm-ddThh:mm:ss'.length).replace('T', ' '))} UTC</time>`,
    durationText(durationMs),
    countText(concurrency, 'worker'),
    ...(shard === undefined ? [] : [`shard ${shard.index} of ${shard.count}`]),
    ...(comparison === undefined
      ? []
      : [`compared with ${text(baseName(comparison))}: ${escapedHtml(countsText(comparison))}`]),
    ...(report.containment === undefined ? [] : [text(containmentWords(report.containment))]),
    `invoke-local ${text(toolVersion)}`,
  ];
  const notes = [
    ...(stopped === undefined
      ? []
      : [`<p class="note note-stopped">Stopped before its end: ${text(stopped.reason)}</p>`]),
    ...problems
      .slice(0, mostProblems)
      .map(
        ({ message, hint }) =>
          `<p class="note note-bad">${text([message, hint].filter((part) => part !== undefined).join(' '))}</p>`,
      ),
    ...(remarks.length === 0 ? [] : [remarksHtml(remarks, text)]),
    ...(uncovered.length === 0 ? [] : [uncoveredHtml(uncovered.map(text))]),
  ];
  return `<header class="top" data-verdict="${verdict}">
<svg class="seal" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="24"/><path d="${
    verdict === 'passed' ? 'M14 25l7 7 13-15' : 'M16 16l16 16M32 16L16 32'
  }"/></svg>
<div class="headline"><h1>${escapedHtml(verdictOf(report))}</h1>
<p class="facts">${facts.map((fact) => `<span>${fact}</span>`).join(' ')}</p></div>
</header>
<main>
${notes.join('\n')}
<noscript><p class="note">The cases are shown by a script, which this browser does not run.</p></noscript>
<div id="app"></div>
</main>`;
}

function remarksHtml(remarks: readonly ReportedProblem[], text: (value: string) => string): string {
  const lines = remarks.slice(0, mostNamed).map(({ message, hint, location }) => {
    const { file, line } = location ?? {};
    const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
    return `<p>${text(`${message}${place}${hint === undefined ? '' : ` ${hint}`}`)}</p>`;
  });
  const more =
    remarks.length > mostNamed ? `<p>And ${(remarks.length - mostNamed).toLocaleString('en')} more.</p>` : '';
  return `<details class="note"><summary>${countText(remarks.length, 'warning')}</summary>${lines.join('')}${more}</details>`;
}

function uncoveredHtml(names: readonly string[]): string {
  const more = names.length > mostNamed ? ` and ${(names.length - mostNamed).toLocaleString('en')} more` : '';
  return `<details class="note"><summary>${countText(names.length, 'function')} without a case</summary><p>${names
    .slice(0, mostNamed)
    .join(', ')}${more}</p></details>`;
}

/** The verdict in one sentence. */
function verdictOf({ verdict, totals, stopped }: SuiteReport): string {
  const number = (count: number): string => count.toLocaleString('en');
  const all = countText(totals.total, 'case');
  const rest = [
    ...(totals.flaky > 0 ? [`${number(totals.flaky)} flaky`] : []),
    ...(totals.skipped > 0 ? [`${number(totals.skipped)} skipped`] : []),
    ...(totals.stopped > 0 ? [`${number(totals.stopped)} not run to the end`] : []),
  ];
  const and = rest.length === 0 ? '' : `, ${rest.join(', ')}`;
  if (totals.failed > 0) return `${number(totals.failed)} of ${all} failed`;
  if (verdict === 'passed') return `${countText(totals.passed, 'case')} passed${and}`;
  return `${stopped === undefined ? 'Failed' : 'Stopped'}: ${number(totals.passed)} of ${all} passed${and}`;
}
