import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayLocation } from '../../diagnostics/display-path.js';
import type { RenderContext } from './render-context.js';
import { fenced } from './text/fence.js';
import { codeSpan } from './text/inline.js';
import { prose } from './text/prose.js';

const icons = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** How many are shown. */
const mostDiagnostics = 20;
/** The longest message, in UTF-16 units. */
const longestMessage = 4_000;

/** Our own messages, each once, the most important first; '' if there are none. */
export function diagnosticParagraphs(diagnostics: readonly Diagnostic[], context: RenderContext): string {
  const bySeverity = (['error', 'warning', 'notice'] as const).flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const paragraphs = [...new Set(bySeverity.map((diagnostic) => diagnosticParagraph(diagnostic, context)))];
  const more = paragraphs.length - mostDiagnostics;
  return [
    ...paragraphs.slice(0, mostDiagnostics),
    ...(more > 0 ? [`And ${more} more: see the log of the step.\n`] : []),
  ].join('\n');
}

/** A diagnostic: what, where, and what to do. */
export function diagnosticParagraph(diagnostic: Diagnostic, { literal, workspace }: RenderContext): string {
  const { severity, message, location, hint } = diagnostic;
  const said = literal.excerpt(message, longestMessage).text;
  const [first = '', ...more] = said.split('\n');
  const rest = more.join('\n').trimEnd();
  const place = location === undefined ? [] : [`📍 ${codeSpan(literal(displayLocation(location, workspace)))}`];
  const advice = hint === undefined ? [] : [`💡 ${prose(literal(hint))}`];
  const head = [`${icons[severity]} ${prose(first)}`];
  if (rest === '') return `${[...head, ...place, ...advice].join('<br>')}\n`;
  const block = fenced(rest);
  return [`${[...head, ...place].join('<br>')}\n`, block, ...advice.map((line) => `${line}\n`)].join('\n');
}
