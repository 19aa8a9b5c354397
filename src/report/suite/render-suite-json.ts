import type { SuiteReport } from './suite-report.js';

/**
 * The JSON of a suite's report in pieces, one a case, so that its texts are never in memory together.
 * `schema/suite-results-v1.schema.json` describes it.
 * @param toolVersion the version of invoke-local
 */
export async function* renderSuiteJson(report: SuiteReport, toolVersion: string): AsyncGenerator<string> {
  const { version, cases, ...facts } = report;
  const head = JSON.stringify({ version, generator: { name: 'invoke-local', version: toolVersion }, ...facts });
  yield `${head.slice(0, -1)},"cases":[`;
  for (const [index, { texts, ...facts }] of cases.entries()) {
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...facts, texts: await texts() })}`;
  }
  yield '\n]}\n';
}
