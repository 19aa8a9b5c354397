import { countText } from '../text/amounts.js';
import type { RenderContext } from './render-context.js';
import { fenced } from './text/fence.js';
import { escapeHtml } from './text/inline.js';

/** A value with more lines than this is folded. */
const mostLines = 25;

/** A value under its name. */
export interface ValueBlock {
  /** Ours: a plain word or two. */
  readonly name: string;
  /** After the name: Markdown, on one line. */
  readonly remark?: string;
  readonly text: string;
  readonly language?: string;
  /** Where to find the whole, worded like `in the file x`. */
  readonly whole?: string | undefined;
}

/** A value in a fence, cut if it is too long, folded if it has many lines. */
export function valueBlock({ name, remark, text, language, whole }: ValueBlock, context: RenderContext): string {
  const { text: shown, cut } = context.literal.excerpt(text, context.longestValue, whole);
  const block = fenced(shown, cut > 0 ? 'text' : language);
  const lines = shown.split('\n').length;
  if (lines <= mostLines) return `**${name}**${remark === undefined ? '' : ` ${remark}`}\n\n${block}`;
  return folded(
    `<b>${escapeHtml(name)}</b> · ${countText(lines, 'line')}`,
    `${remark === undefined ? '' : `${remark}\n\n`}${block}`,
  );
}

/**
 * A part that a reader opens.
 * @param summary HTML, on one line
 * @param body Markdown that ends in a line's end
 */
export function folded(summary: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}>\n<summary>${summary}</summary>\n\n${body}\n</details>\n`;
}
