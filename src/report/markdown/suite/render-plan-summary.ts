import type { SuitePlan } from '../../suite/plan-suite.js';
import { countText } from '../../text/amounts.js';
import { literalWith } from '../../text/literal-text.js';
import { diagnosticParagraphs } from '../diagnostic-paragraphs.js';
import { joined } from '../invocation-body.js';
import { prose } from '../text/prose.js';
import type { SuiteSummaryOptions } from './render-suite-summary.js';

/**
 * Renders a plan of shards for the page of the run.
 * @returns at most `maxBytes`; '' if that is too little
 */
export function renderPlanSummary(
  { matrix, total, lines }: SuitePlan,
  { redact, workspace, whereabouts = {}, maxBytes, diagnostics }: SuiteSummaryOptions,
): string {
  const literal = literalWith(redact);
  const context = { literal, workspace, whereabouts, longestValue: 2_000 };
  const shards = matrix.include.length;
  const heading = `### 🧩 ${countText(total, 'case')} on ${countText(shards, 'shard')}\n`;
  const markdown = joined([
    heading,
    lines.map((line) => `${prose(literal(line))}\n`).join(''),
    diagnosticParagraphs(diagnostics, context),
  ]);
  return [markdown, heading].find((each) => Buffer.byteLength(each) <= maxBytes) ?? '';
}
