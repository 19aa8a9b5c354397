import type { SiblingFacts } from '../../invoke/result.js';
import { countText, durationText } from '../text/amounts.js';
import type { RenderContext } from './render-context.js';
import { codeSpan } from './text/inline.js';

/** How many invocations are listed at most. */
const mostRows = 20;
const longestName = 100;

/** The other functions of the service that an invocation has had run, as a table; '' if there were none. */
export function siblingsBlock(
  siblings: readonly SiblingFacts[] | undefined,
  { literal }: Pick<RenderContext, 'literal'>,
): string {
  if (siblings === undefined || siblings.length === 0) return '';
  const name = (key: string): string => codeSpan(literal(key), longestName);
  const rows = siblings
    .slice(0, mostRows)
    .map(({ function: key, calledBy, type, attempt, status, durationMs, error }) => {
      const how = type === 'Event' ? `not waited for${attempt === 1 ? '' : `, attempt ${attempt}`}` : 'waited for';
      const end = status === 'success' ? '✅' : `❌ ${name(error?.type ?? status)}`;
      return `| ${name(key)} | ${name(calledBy)} | ${how} | ${end} | ${durationText(durationMs).replaceAll(' ', '\u00a0')} |`;
    });
  const more = siblings.length - rows.length;
  const note = more > 0 ? `\nAnd ${countText(more, 'more invocation')}.\n` : '';
  const head = '| Invoked | By | How | Result | Duration |\n| --- | --- | --- | --- | ---: |';
  return `${head}\n${rows.join('\n')}\n${note}`;
}
