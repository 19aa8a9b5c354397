import { caseWords, firstProblem, placeOfCase, placeText } from '../../suite/case-words.js';
import type { ReportedCase } from '../../suite/suite-report.js';
import { countText } from '../../text/amounts.js';
import type { Literal } from '../../text/literal-text.js';
import { asManyAsFit } from '../fit.js';
import { codeSpan } from '../text/inline.js';
import { prose } from '../text/prose.js';

/** The longest name, problem and place in a cell, in UTF-16 units. */
const longestName = 100;
const longestProblem = 300;
const longestPlace = 160;
/** The most rows: nobody reads more. */
const mostRows = 500;

/**
 * The table of the cases that failed, one a row; '' if none did.
 * @param room in bytes of UTF-8
 */
export function failedTable(failed: readonly ReportedCase[], literal: Literal, room: number): string {
  if (failed.length === 0) return '';
  const head = '|  | Function | Case | What | Where |\n| --- | --- | --- | --- | --- |\n';
  const { parts } = asManyAsFit(failed.slice(0, mostRows), room - head.length - 200, (each) => row(each, literal));
  const left = failed.length - parts.length;
  const note = left === 0 ? '' : `\nThe table has no room for ${countText(left, 'more failure')}.\n`;
  return parts.length === 0 ? note.trimStart() : `${head}${parts.join('\n')}\n${note}`;
}

function row(each: ReportedCase, literal: Literal): string {
  const place = placeOfCase(each);
  const problem = literal.excerpt(firstProblem(each), longestProblem).text;
  const cells = [
    caseWords[each.status].icon,
    codeSpan(literal(each.function), longestName),
    codeSpan(literal(each.name), longestName),
    prose(problem),
    place === undefined ? '' : codeSpan(literal(placeText(place)), longestPlace),
  ];
  return `| ${cells.join(' | ')} |`;
}
