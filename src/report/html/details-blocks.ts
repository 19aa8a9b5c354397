import type { ReportedCase } from '../suite/suite-report.js';
import { caseDetails, factsAlone, withoutTexts } from './case-details.js';
import { embeddedJson } from './embed.js';
import type { PageContext } from './page-context.js';
import type { PageStatus } from './page-data.js';

/** The most that all details have together, in UTF-16 units: more would make the page slow to open. */
const mostDetails = 24 * 1024 * 1024;
/** About how long a block is. A whole block is parsed when one of its cases is opened. */
const blockLength = 256 * 1024;

/** Details of some cases. */
export interface Block {
  readonly number: number;
  /** The places of its cases in the report. */
  readonly members: readonly number[];
  /** JSON that can stand in a page: a `DetailsBlock`. */
  readonly details: string;
}

/** What is looked at first gets its place first. */
const order: readonly PageStatus[] = ['failed', 'not-run', 'flaky', 'stopped', 'passed', 'skipped'];

/** The details of the cases in blocks, those of the failed ones first. Where the page has no more room, texts are left out. */
export async function* blockedDetails(cases: readonly ReportedCase[], context: PageContext): AsyncGenerator<Block> {
  let room = mostDetails;
  let number = 0;
  let members: number[] = [];
  let written: string[] = [];
  let length = 0;
  const block = (): Block => ({ number, members, details: `{${written.join(',')}}` });
  for (const status of order) {
    for (const [index, reported] of cases.entries()) {
      if (reported.status !== status) continue;
      const json = await fitting(reported, context, room);
      room -= json.length;
      members.push(index);
      written.push(`"${index}":${json}`);
      length += json.length;
      if (length < blockLength) continue;
      yield block();
      number++;
      [members, written, length] = [[], [], 0];
    }
  }
  if (members.length > 0) yield block();
}

/** As much of a case's details as there is room for; its facts always are in. */
async function fitting(reported: ReportedCase, context: PageContext, room: number): Promise<string> {
  if (room > 0) {
    const details = await caseDetails(reported, context);
    for (const version of [details, withoutTexts(details, context)]) {
      const json = embeddedJson(version);
      if (json.length <= room) return json;
    }
  }
  return embeddedJson(factsAlone(reported, context));
}
