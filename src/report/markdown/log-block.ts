import type { LogExcerpt } from '../invocation-report.js';
import type { RenderContext } from './render-context.js';
import { codeSpan } from './text/inline.js';
import { valueBlock } from './value-block.js';

/** How many lines of a log are shown at most. */
const mostLines = 60;

/** The last lines of a log, and where to find the whole; '' if nothing was logged. */
export function logBlock({ text, omittedBytes, file }: LogExcerpt, context: RenderContext): string {
  const lines = context.literal(text).replace(/\n$/, '').split('\n');
  if (lines.length === 1 && lines[0] === '') return '';
  const shown = lastLines(lines, context.longestValue);
  const isWhole = omittedBytes === 0 && shown.kept === lines.length;
  const place = context.whereabouts.log ?? (file === undefined ? undefined : `in ${codeSpan(context.literal(file))}`);
  const whole = place === undefined ? '' : `; the whole is ${place}`;
  const remark = isWhole ? undefined : `the end of it${whole}`;
  return valueBlock({ name: 'Log', ...(remark === undefined ? {} : { remark }), text: shown.text }, context);
}

/** As many of the last lines as there is room for; if not even the last one fits, its end. */
function lastLines(lines: readonly string[], longest: number): { readonly text: string; readonly kept: number } {
  let room = longest;
  let first = lines.length;
  while (first > 0 && lines.length - first < mostLines) {
    const length = (lines[first - 1]?.length ?? 0) + 1;
    if (length > room) break;
    room -= length;
    first -= 1;
  }
  if (first < lines.length) return { text: lines.slice(first).join('\n'), kept: lines.length - first };
  const end = (lines.at(-1) ?? '').slice(-(longest - 1)).replace(/^[\udc00-\udfff]/, '');
  return { text: `…${end}`, kept: 0 };
}
