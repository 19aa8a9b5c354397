import { displayLocation, displayPath } from '../../diagnostics/display-path.js';
import type { InvocationResult } from '../../invoke/result.js';
import { callLines, callsHeading } from '../calls/call-lines.js';
import { placedCall } from '../calls/reported-call.js';
import type { InvocationReport } from '../invocation-report.js';
import { type Literal, literalWith } from '../text/literal-text.js';
import { failureElements, failurePlace } from './failure-element.js';
import { type XmlElement, xmlDocument } from './xml.js';

/** What a JUnit report needs besides the invocations. */
export interface JunitReportOptions {
  /** The folder that places are told relative to. Absolute. */
  readonly base: string;
  /** Takes the secrets out of a text. Needed here too: removing terminal escapes from a text can reveal one. */
  readonly redact: (text: string) => string;
}

interface Context {
  readonly base: string;
  readonly literal: Literal;
}

const product = 'invoke-local';

/**
 * A JUnit report, with a suite for each function and a case for each invocation. It follows Jenkins' `junit-10.xsd`; cases
 * also have the `file` and `line` that publish-unit-test-result-action reads.
 */
export function renderJunitReport(reports: readonly InvocationReport[], options: JunitReportOptions): string {
  const context = { base: options.base, literal: literalWith(options.redact) };
  const suites = new Map<string, InvocationReport[]>();
  for (const report of reports) {
    const name = suiteName(report, context);
    suites.set(name, [...(suites.get(name) ?? []), report]);
  }
  return xmlDocument({
    name: 'testsuites',
    attributes: { name: product, ...countsOf(reports) },
    content: [...suites].map(([name, members]) => suiteElement(name, members, context)),
  });
}

/** The function's name after its service's folder, since another service may have a function of the same name. */
function suiteName({ function: key, serviceFolder }: InvocationReport, { base, literal }: Context): string {
  const name = key || product;
  const folder = serviceFolder === undefined ? '.' : displayPath(serviceFolder, base);
  // A name that consists of terminal escapes only is empty by now.
  return literal(folder === '.' ? name : `${folder}/${name}`) || product;
}

function suiteElement(name: string, reports: readonly InvocationReport[], context: Context): XmlElement {
  const [first] = reports;
  return {
    name: 'testsuite',
    attributes: {
      name,
      ...countsOf(reports),
      skipped: 0,
      timestamp: first?.startedAt.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
    },
    content: [...propertiesOf(reports, context), ...reports.map((report) => caseElement(report, name, context))],
  };
}

function countsOf(
  reports: readonly InvocationReport[],
): Record<'tests' | 'failures' | 'errors' | 'time', string | number> {
  return {
    tests: reports.length,
    failures: reports.filter(({ outcome }) => outcome.kind !== 'succeeded').length,
    errors: 0,
    time: seconds(reports.reduce((sum, report) => sum + durationMs(report), 0)),
  };
}

function durationMs({ outcome }: InvocationReport): number {
  return 'result' in outcome ? outcome.result.durationMs : 0;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

function caseElement(report: InvocationReport, classname: string, { base, literal }: Context): XmlElement {
  const name = literal(report.case || report.function || '') || product;
  const place = failurePlace(report.outcome);
  return {
    name: 'testcase',
    attributes: {
      classname,
      name,
      time: seconds(durationMs(report)),
      file: (place && literal(displayPath(place.file, base))) || undefined,
      line: place?.line,
    },
    content: [
      ...failureElements(report.outcome, { base, literal, name }),
      ...textElement('system-out', logText(report, base) + callsText(report, base), literal),
      ...textElement('system-err', findingsText(report, base), literal),
    ],
  };
}

function textElement(name: string, text: string, literal: Literal): XmlElement[] {
  return text === '' ? [] : [{ name, content: literal(text) }];
}

function logText({ log: { text, omittedBytes, file } }: InvocationReport, base: string): string {
  if (omittedBytes === 0) return text;
  const where = file === undefined ? '' : `; the whole is in ${displayPath(file, base)}`;
  return `… ${omittedBytes.toLocaleString('en')} bytes before this are left out${where} …\n${text}`;
}

function callsText({ calls }: InvocationReport, base: string): string {
  if (calls === undefined || calls.calls.length === 0) return '';
  const placed = calls.calls.map((call) => placedCall(call, base));
  return callsHeading + callLines(placed, calls.omittedCalls);
}

/** What we had to say on the way. */
function findingsText({ diagnostics }: InvocationReport, base: string): string {
  return diagnostics
    .map(({ severity, message, location, hint }) => {
      const place = location === undefined ? '' : ` (${displayLocation(location, base)})`;
      return [`${severity}: ${message}${place}`, ...(hint === undefined ? [] : [`  ${hint}`]), ''].join('\n');
    })
    .join('');
}

/** What is known of the function; of its invocation too, where it is the suite's only one. */
function propertiesOf(reports: readonly InvocationReport[], { base, literal }: Context): XmlElement[] {
  const results = reports.flatMap(({ outcome }) => ('result' in outcome ? [outcome.result] : []));
  const [result] = results;
  const [only, ...more] = reports;
  const values = {
    ...(result === undefined ? {} : functionProperties(result)),
    ...(only === undefined || more.length > 0
      ? {}
      : { outcome: only.outcome.kind, ...(result === undefined ? {} : invocationProperties(result)) }),
    ...(only?.log.file === undefined || more.length > 0 ? {} : { 'log-file': displayPath(only.log.file, base) }),
  };
  const content = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: 'property', attributes: { name, value: literal(String(value)) } }],
  );
  return content.length === 0 ? [] : [{ name: 'properties', content }];
}

type Properties = Readonly<Record<string, string | number | undefined>>;

function functionProperties({ function: fn, interpreter, containment, memorySizeMiB }: InvocationResult): Properties {
  const { name, handler, runtime, region, stage } = fn;
  const means = containment?.mechanism;
  return {
    function: name,
    handler,
    runtime,
    interpreter,
    containment: means,
    region,
    stage,
    'memory-size-mb': memorySizeMiB,
  };
}

function invocationProperties(result: InvocationResult): Properties {
  const { status, requestId, initDurationMs, maxMemoryUsedMiB } = result;
  return {
    status,
    'request-id': requestId,
    'init-duration-ms': initDurationMs?.toFixed(2),
    'max-memory-used-mb': maxMemoryUsedMiB,
  };
}
