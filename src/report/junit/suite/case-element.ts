import { callLines, callsHeading } from '../../calls/call-lines.js';
import { ERROR_TYPES } from '../../outcome.js';
import { hasFailed, placeOfCase, placeText } from '../../suite/case-words.js';
import type { ReportedCase, ReportedFinding, ReportedPlace } from '../../suite/suite-report.js';
import type { Counted } from '../../suite/to-blame.js';
import type { Literal } from '../../text/literal-text.js';
import { introductionLength } from '../../trace/introduction.js';
import type { XmlElement } from '../xml.js';

/** What the elements of a suite need. */
export interface CaseContext {
  readonly literal: Literal;
  /** How a case counts. */
  readonly counted: (each: ReportedCase) => Counted;
}

/** The longest type, message, text and log, in UTF-16 units. */
const longestType = 500;
const longestMessage = 2_000;
const longestText = 64 * 1024;
const longestLog = 64 * 1024;

/** The types of failures that are no errors of the handler's. */
const unmet = 'InvokeLocal.ExpectationFailed';
const changed = 'InvokeLocal.ResponseChanged';

/** The `testcase` of a case, with its calls to AWS after its log. The log of one that passed is left out. */
export async function caseElement(
  each: ReportedCase,
  classname: string,
  { literal, counted }: CaseContext,
): Promise<XmlElement> {
  const place = placeOfCase(each);
  const hasLog = each.status === 'failed' || each.status === 'flaky';
  const log = hasLog ? ((await each.texts().catch(() => undefined))?.log ?? '') : '';
  const calls = callLines(each.calls ?? [], each.omittedCalls ?? 0);
  const printed = log.slice(-longestLog) + (calls === '' ? '' : `${callsHeading}${calls}`);
  return {
    name: 'testcase',
    attributes: {
      classname,
      name: literal(each.name) || 'case',
      time: ((each.durationMs ?? 0) / 1000).toFixed(3),
      file: (place && literal(place.file)) || undefined,
      line: place?.line,
    },
    content: [
      ...resultElements(each, counted(each), literal),
      ...(printed === '' ? [] : [{ name: 'system-out', content: literal(printed) }]),
    ],
  };
}

/** A case that says how the whole failed. */
export function wholeElement(message: string, classname: string, { literal }: CaseContext): XmlElement {
  const attributes = { classname, name: 'the whole suite', time: '0.000' };
  const problem = { type: 'InvokeLocal.SuiteFailed', message, text: message };
  return { name: 'testcase', attributes, content: [problemElement('failure', problem, literal)] };
}

interface Problem {
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

function resultElements(each: ReportedCase, counted: Counted, literal: Literal): XmlElement[] {
  if (counted === 'failed-as-before') {
    const message = `Fails as before, and does not count: ${problemOf(each).message}`;
    return [{ name: 'skipped', attributes: { message: literal.excerpt(message, longestMessage).text } }];
  }
  if (counted === 'failed' && !hasFailed(each)) return [problemElement('failure', changeOf(each), literal)];
  switch (each.status) {
    case 'passed':
      return [];
    case 'failed':
    case 'not-run':
      return [
        problemElement('failure', problemOf(each), literal),
        ...earlierProblems(each).map((problem) => problemElement('rerunFailure', problem, literal)),
      ];
    case 'flaky':
      return earlierProblems(each).map((problem) => problemElement('flakyFailure', problem, literal));
    default:
      return [{ name: 'skipped', attributes: { message: literal.excerpt(each.reason ?? '', longestMessage).text } }];
  }
}

/** What became of a case that passes, and counts as failed because its response is another. */
function changeOf({ comparison, name, ...each }: ReportedCase): Problem {
  const message = comparison?.message ?? 'The response is another than before.';
  const diff = comparison?.diff === undefined ? [] : comparison.diff.split('\n').map((line) => `  ${line}`);
  const frame = frameOf(name, placeOfCase({ name, ...each }));
  return { type: changed, message, text: [message, ...diff, ...frame].join('\n') };
}

/** Surefire's readers look for the text of a rerun in an element of its own. */
function problemElement(
  name: 'failure' | 'flakyFailure' | 'rerunFailure',
  { type, message, text }: Problem,
  literal: Literal,
) {
  // A text that consists of terminal escapes only is empty by now.
  const shown = literal.excerpt(text, longestText).text || 'failed';
  const attributes = {
    message: literal.excerpt(message, longestMessage).text || undefined,
    type: literal.excerpt(type, longestType).text || 'Error',
  };
  return { name, attributes, content: name === 'failure' ? shown : [{ name: 'stackTrace', content: shown }] };
}

/** What the attempts before the last one failed by. */
function earlierProblems({ error: _, ...each }: ReportedCase): Problem[] {
  return (each.earlierAttempts ?? []).map(({ findings, error }) =>
    problemOf({ ...each, findings, ...(error === undefined ? {} : { error }) }),
  );
}

function problemOf(each: ReportedCase): Problem {
  const { findings, diagnostic, error, name } = each;
  const [first] = findings;
  if (diagnostic !== undefined) {
    const { message, hint } = diagnostic;
    const text = [message, ...frameOf(name, placeOfCase(each)), ...(hint === undefined ? [] : [hint])].join('\n');
    return { type: ERROR_TYPES.refused, message, text };
  }
  const lines = findings.flatMap((finding, index) => [
    ...findingLines(finding),
    ...(index === 0 ? frameOf(name, placeOfCase(each)) : []),
  ]);
  const trace = error === undefined ? [] : errorLines(error);
  const type = isOfStatus(first) && error !== undefined ? error.type : unmet;
  return { type, message: first?.message ?? '', text: [...lines, ...trace].join('\n') };
}

/** Whether what was not met is how the invocation ended. */
function isOfStatus(finding: ReportedFinding | undefined): boolean {
  return finding?.path === '/expect/status';
}

function findingLines({ message, diff }: ReportedFinding): string[] {
  return [message, ...(diff === undefined || diff === '' ? [] : diff.split('\n').map((line) => `  ${line}`))];
}

/** A frame as readers of JUnit reports look for one, whatever the language: like Node's. */
function frameOf(name: string, place: ReportedPlace | undefined): string[] {
  if (place === undefined) return [];
  const shown = place.line === undefined ? place.file : placeText({ ...place, column: place.column ?? 1 });
  return [`    at ${name} (${shown})`];
}

function errorLines({ type, message, trace }: NonNullable<ReportedCase['error']>): string[] {
  if (introductionLength(trace, type, message) > 0) return ['', ...trace];
  return ['', [type, message].filter(Boolean).join(': '), ...trace];
}
