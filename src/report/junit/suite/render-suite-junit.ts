import { displayPath } from '../../../diagnostics/display-path.js';
import { groupBy } from '../../suite/group-by.js';
import type { ReportedCase, SuiteReport } from '../../suite/suite-report.js';
import { howCounted } from '../../suite/to-blame.js';
import { verdictWords } from '../../suite/verdict-words.js';
import { literalWith } from '../../text/literal-text.js';
import { elementText, startTag, type XmlElement, xmlDeclaration } from '../xml.js';
import { type CaseContext, caseElement, wholeElement } from './case-element.js';

/** What the JUnit report of a suite needs besides its report. */
export interface SuiteJunitOptions {
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** The service's folder. Absolute. */
  readonly serviceFolder: string;
  /** Takes the secrets out of a text. Needed here too: removing terminal escapes from a text can reveal one. */
  readonly redact: (text: string) => string;
}

const product = 'invoke-local';

/**
 * A JUnit report in pieces, one a case, so that its texts are never in memory together: a suite for each function, a case for
 * each case. It follows Jenkins' `junit-10.xsd`; a flaky case passes, with a `flakyFailure` as Maven Surefire writes it. One that fails
 * as before, where that does not count, is skipped. Where the
 * whole has failed and no case has, a case of its own says so: nobody who reads only this must take it for a success.
 */
export async function* renderSuiteJunit(report: SuiteReport, options: SuiteJunitOptions): AsyncGenerator<string> {
  const counted = howCounted(report);
  const context: CaseContext = { literal: literalWith(options.redact), counted };
  const hasFailures = report.cases.some((each) => counted(each) === 'failed');
  const extra = report.verdict === 'failed' && !hasFailures ? [wholeFailure(report, context)] : [];
  const counts = countsOf(report.cases, context, extra.length);
  yield xmlDeclaration + startTag({ name: 'testsuites', attributes: { name: product, ...counts } }, '');
  const timestamp = report.startedAt.slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
  for (const [name, cases] of groupBy(report.cases, (each) => suiteName(each, options, context))) {
    yield startTag({ name: 'testsuite', attributes: suiteAttributes(name, cases, timestamp, context) }, '  ');
    yield propertiesText(report);
    for (const each of cases) yield elementText(await caseElement(each, name, context), '    ');
    yield remarksText(report, cases, context);
    yield '  </testsuite>\n';
  }
  if (extra.length > 0) {
    yield startTag({ name: 'testsuite', attributes: suiteAttributes(product, [], timestamp, context, 1) }, '  ');
    for (const element of extra) yield elementText(element, '    ');
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

/** The function's name after its service's folder, since another service may have a function of the same name. */
function suiteName({ function: name }: ReportedCase, { base, serviceFolder }: SuiteJunitOptions, context: CaseContext) {
  const folder = displayPath(serviceFolder, base);
  const shown = context.literal(folder === '.' ? name : `${folder}/${name}`);
  // It is that of the whole's own suite otherwise.
  return shown === '' || shown === product ? `${product}/${shown}` : shown;
}

function wholeFailure(report: SuiteReport, context: CaseContext): XmlElement {
  const { stopped, problems } = report;
  const why = [...(stopped === undefined ? [] : [stopped.reason]), ...problems.map(({ message }) => message)];
  return wholeElement([verdictWords(report), ...why].join(': '), product, context);
}

function suiteAttributes(
  name: string,
  cases: readonly ReportedCase[],
  timestamp: string,
  context: CaseContext,
  extra = 0,
) {
  const { counted } = context;
  const skipped = cases.filter((each) => isLeftOut(each) || counted(each) === 'failed-as-before').length;
  return { name, ...countsOf(cases, context, extra), skipped, timestamp };
}

function countsOf(cases: readonly ReportedCase[], { counted }: CaseContext, extra: number) {
  return {
    tests: cases.length + extra,
    failures: cases.filter((each) => counted(each) === 'failed').length + extra,
    errors: 0,
    time: (cases.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0) / 1000).toFixed(3),
  };
}

/** The warnings that begin with the name of the function that cases are of. */
function remarksText(
  { remarks = [] }: SuiteReport,
  [first]: readonly ReportedCase[],
  { literal }: CaseContext,
): string {
  const own = remarks.filter(({ message }) => first !== undefined && message.startsWith(`${first.function} `));
  if (own.length === 0) return '';
  const lines = own.map(({ message, hint }) => `warning: ${message}${hint === undefined ? '' : ` ${hint}`}\n`);
  return elementText({ name: 'system-err', content: literal(lines.join('')) }, '    ');
}

function isLeftOut({ status }: ReportedCase): boolean {
  return status === 'skipped' || status === 'stopped';
}

function propertiesText({ shard }: SuiteReport): string {
  if (shard === undefined) return '';
  const attributes = { name: 'shard', value: `${shard.index}/${shard.count}` };
  return elementText({ name: 'properties', content: [{ name: 'property', attributes }] }, '    ');
}
