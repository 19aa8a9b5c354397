import { displayLocation } from '../../diagnostics/display-path.js';
import type { InvocationResult } from '../../invoke/result.js';
import type { InvocationReport } from '../invocation-report.js';
import { containmentWords } from '../text/containment-words.js';
import { diagnosticParagraph, diagnosticParagraphs } from './diagnostic-paragraphs.js';
import { logBlock } from './log-block.js';
import type { RenderContext } from './render-context.js';
import { bytesBlock, responseBlocks } from './response-blocks.js';
import { siblingsBlock } from './siblings-block.js';
import { errorText } from './text/error-text.js';
import { fenced } from './text/fence.js';
import { codeSpan, escapeHtml } from './text/inline.js';

/** Everything about one invocation except our own diagnostics, the most important first. Markdown. */
export function invocationBody({ outcome, log, siblings }: InvocationReport, context: RenderContext): string {
  const { literal, workspace } = context;
  switch (outcome.kind) {
    case 'succeeded': {
      const { result } = outcome;
      const invoked = siblingsBlock(siblings, context);
      const blocks = [...responseBlocks(result, context), eventBlock(result, context), invoked, logBlock(log, context)];
      return joined([...blocks, factsLine(result, context)]);
    }
    case 'failed': {
      const { result, failure } = outcome;
      const place = failure.userPlace ?? failure.handlerPlace;
      const at = place === undefined ? '' : ` at ${codeSpan(literal(displayLocation(place, workspace)))}`;
      const error = `**Error**${at}\n\n${fenced(errorText(failure, context))}`;
      return joined([
        error,
        siblingsBlock(siblings, context),
        logBlock(log, context),
        eventBlock(result, context),
        factsLine(result, context),
      ]);
    }
    case 'refused':
      return joined([diagnosticParagraph(outcome.diagnostic, context), logBlock(log, context)]);
    case 'cancelled':
      return joined([
        `It was ended by ${codeSpan(outcome.signal)}: the handler was stopped.\n`,
        logBlock(log, context),
      ]);
    case 'defect': {
      const details = literal.excerpt(outcome.details, context.longestValue).text;
      const request = 'This is a defect of invoke-local. Please report it with this text:\n';
      return joined([request, fenced(details), logBlock(log, context)]);
    }
  }
}

/** The same, with our own diagnostics. */
export function wholeBody(report: InvocationReport, context: RenderContext): string {
  return joined([diagnosticParagraphs(report.diagnostics, context), invocationBody(report, context)]);
}

function eventBlock({ event }: InvocationResult, context: RenderContext): string {
  return bytesBlock('Event', event, '', context);
}

/** What it ran on, and the figures that AWS would bill. */
function factsLine(result: InvocationResult, { literal }: RenderContext): string {
  const { function: fn, interpreter, containment, requestId, billedDurationMs } = result;
  const ranOn = interpreter === undefined ? '' : ` on ${codeSpan(literal(interpreter))}`;
  const runtime = `${codeSpan(literal(fn.runtime))}${ranOn}`;
  const contained = containment === undefined ? '' : ` · ${escapeHtml(literal(containmentWords(containment)))}`;
  return `<sub>${runtime} · request ${codeSpan(literal(requestId))} · billed ${billedDurationMs} ms${contained}</sub>\n`;
}

/** Blocks with a blank line between them. */
export function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n');
}
