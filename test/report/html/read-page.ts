import type { CaseDetails, DetailsBlock, PageData } from '../../../src/report/html/page-data.js';

/** What stands in a page, read as its script reads it. */
export interface ReadPage {
  readonly report: PageData;
  /** The details of the case with that name. */
  readonly details: (name: string) => CaseDetails | undefined;
}

/** Reads a page. */
export function readPage(html: string): ReadPage {
  const data = new Map(
    [...html.matchAll(/<script type="application\/json" id="([\w-]+)">([^<]*)<\/script>/g)].map(([, id, json]) => [
      id,
      json,
    ]),
  );
  const report = JSON.parse(data.get('report') ?? '') as PageData;
  return {
    report,
    details(name) {
      const index = report.cases.findIndex((each) => each.name === name);
      const block = JSON.parse(data.get(`details-${report.cases[index]?.block}`) ?? '{}') as DetailsBlock;
      return block[index];
    },
  };
}
