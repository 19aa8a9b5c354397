import type { CaseDetails, DetailsBlock, PageData } from '../page-data.js';

/** The report that stands in the page. */
export function readReport(): PageData {
  return JSON.parse(textOf('report')) as PageData;
}

const blocks = new Map<number, DetailsBlock>();

/** The details of a case: its block is parsed at the first call for one of its cases. */
export function readDetails(index: number, block: number | undefined): CaseDetails | undefined {
  if (block === undefined) return undefined;
  const parsed = blocks.get(block) ?? (JSON.parse(textOf(`details-${block}`)) as DetailsBlock);
  blocks.set(block, parsed);
  return parsed[index];
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '{}';
}
