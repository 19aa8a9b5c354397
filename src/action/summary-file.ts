import { closeSync, constants, fstatSync, openSync, writeFileSync } from 'node:fs';

/**
 * GitHub drops the whole summary of a step if it is larger than this, in bytes:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const LARGEST_SUMMARY_BYTES = 1024 * 1024;

/** The file of the step's summary, opened. */
export interface SummaryFile extends Disposable {
  /** How much can be added, in bytes. */
  readonly room: number;
  /** Adds Markdown to what is there. */
  append(markdown: string): void;
}

/** Opens the file of the step's summary, to add to it. It never follows a link. */
export function openSummaryFile(file: string): SummaryFile {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0 } = constants;
  const descriptor = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o644);
  const { size } = fstatSync(descriptor);
  // What is there already may end without a newline.
  const gap = size === 0 ? '' : '\n\n';
  return {
    room: LARGEST_SUMMARY_BYTES - size - gap.length,
    append(markdown) {
      if (markdown !== '') writeFileSync(descriptor, gap + markdown);
    },
    [Symbol.dispose]: () => closeSync(descriptor),
  };
}
