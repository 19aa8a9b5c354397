import { groupBy } from '../../suite/group-by.js';
import type { ReportedCase, SuiteReport } from '../../suite/suite-report.js';
import { countText } from '../../text/amounts.js';
import { containmentSentence } from '../../text/containment-words.js';
import type { Literal } from '../../text/literal-text.js';
import { asManyAsFit } from '../fit.js';
import { codeSpan } from '../text/inline.js';
import { prose } from '../text/prose.js';
import { folded } from '../value-block.js';

/** How many names a sentence has, and how long each may be, in UTF-16 units. */
const mostNames = 30;
const longestName = 100;

/** What remarks are made from. */
export type RemarkedSuite = Pick<SuiteReport, 'cases' | 'uncovered' | 'snapshots' | 'containment'> & {
  /** The share of the code that ran, in one line. */
  readonly coverage: string | undefined;
};

/**
 * What else is to be known of a suite: flaky cases, functions without a case, snapshots, coverage, skipped cases with their reasons, how
 * functions were contained. None of it is ever passed over: of what is too much there is a count.
 * @param room in bytes of UTF-8
 */
export function suiteRemarks(
  { cases, uncovered, snapshots, coverage, containment }: RemarkedSuite,
  literal: Literal,
  room: number,
): string {
  const of = (status: ReportedCase['status']): ReportedCase[] => cases.filter((each) => each.status === status);
  const { written, updated, removed, obsolete } = snapshots;
  const changed = [
    ...(written > 0 ? [`${written.toLocaleString('en')} written`] : []),
    ...(updated > 0 ? [`${updated.toLocaleString('en')} updated`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString('en')} removed`] : []),
  ];
  const names = (all: readonly string[]): string => nameList(all, literal);
  const remarks = [
    sentence('🔁 Flaky, passed only after a failure', of('flaky').map(caseTitle), names),
    sentence(`🕳️ ${countText(uncovered.length, 'function')} without any case`, uncovered, names),
    sentence(
      `📸 ${countText(obsolete.length, 'obsolete snapshot')}, which \`update: true\` removes`,
      obsolete.map(({ file, name }) => (name === undefined ? file : `${name} (${file})`)),
      names,
    ),
    changed.length === 0 ? '' : `📸 Snapshots: ${changed.join(', ')}\n`,
    coverage === undefined ? '' : `🧪 ${prose(literal(coverage))}\n`,
    skippedPart(of('skipped'), literal),
    containment === undefined ? '' : `🔒 ${prose(literal(containmentSentence(containment)))}\n`,
  ].filter((text) => text !== '');
  return asManyAsFit(remarks, room, (remark) => remark).parts.join('\n');
}

function caseTitle({ function: name, name: title }: ReportedCase): string {
  return `${name}: ${title}`;
}

function sentence(what: string, all: readonly string[], names: (all: readonly string[]) => string): string {
  return all.length === 0 ? '' : `${what}: ${names(all)}\n`;
}

function nameList(all: readonly string[], literal: Literal): string {
  const shown = all.slice(0, mostNames).map((name) => codeSpan(literal(name), longestName));
  const more = all.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? `, and ${more.toLocaleString('en')} more` : ''}`;
}

/** The skipped cases, by their reasons. */
function skippedPart(skipped: readonly ReportedCase[], literal: Literal): string {
  if (skipped.length === 0) return '';
  const byReason = [...groupBy(skipped, ({ reason = '' }) => reason)];
  const lines = byReason
    .slice(0, mostNames)
    .map(
      ([reason, cases]) =>
        `⏭️ ${prose(literal.excerpt(reason, 300).text)}: ${nameList(cases.map(caseTitle), literal)}\n`,
    );
  const more = byReason.length - lines.length;
  const rest = more > 0 ? [`And ${countText(more, 'more reason')}.\n`] : [];
  return folded(`⏭️ ${countText(skipped.length, 'case')} skipped`, [...lines, ...rest].join('\n'));
}
