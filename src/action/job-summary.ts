import { failureOf, type Outcome } from '../report/outcome.js';
import { cutText } from './cut-text.js';

/** How much of an error is shown, in UTF-16 units. GitHub drops a summary of more than 1 MiB as a whole. */
const LONGEST_ERROR = 20_000;
const LONGEST_CELL = 200;

const HEADINGS = { success: '✅', error: '❌', timeout: '⌛', crash: '💥' } as const;

const NOT_INVOKED = {
  refused: 'Nothing was invoked',
  cancelled: 'The invocation was cancelled',
  defect: 'invoke-local failed',
} as const;

/** Text as text: every character that Markdown, HTML or GitHub's own links and mentions give a meaning is an entity. */
function inline(text: string): string {
  const line = cutText(text, LONGEST_CELL).replaceAll(/\s+/g, ' ');
  return `<code>${line.replaceAll(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}

/** A fenced block that ends where we end it: its fence is longer than any run of backticks in the text. */
function fenced(text: string): string {
  const shown = cutText(text, LONGEST_ERROR)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and the like, which a page can't show
    .replaceAll(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is left of them
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
  const longestRun = Math.max(2, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}text\n${shown}\n${fence}\n`;
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '' : `${value.toFixed(2)} ms`;
}

function errorText(outcome: Outcome): string {
  const failure = failureOf(outcome);
  if (failure === undefined) return '';
  const trace = outcome.kind === 'invoked' && outcome.result.status !== 'success' ? outcome.result.trace : [];
  const head = `${failure.errorType}: ${failure.errorMessage}`;
  // A trace of Node's begins with the type and the message itself, in as many lines as the message has.
  const introduction = trace.slice(0, failure.errorMessage.split('\n').length).join('\n');
  const saysItself = /^\S/.test(introduction) && introduction.includes(failure.errorMessage);
  const lines = saysItself ? trace : [head, ...trace];
  const hint = outcome.kind === 'refused' ? outcome.error.diagnostic.hint : undefined;
  return [...lines, ...(hint === undefined ? [] : [hint])].join('\n');
}

/** The step's part of the job's summary page, in Markdown that nothing of the handler's can break out of. */
export function renderJobSummary(outcome: Outcome): string {
  if (outcome.kind !== 'invoked') {
    return `### ❌ ${NOT_INVOKED[outcome.kind]}\n\n${fenced(errorText(outcome))}\n`;
  }
  const { result } = outcome;
  const table = [
    '| Function | Status | Duration | Init | Memory |',
    '| --- | --- | ---: | ---: | ---: |',
    `| ${inline(result.function.key)} | ${result.status} | ${milliseconds(result.durationMs)} | ${milliseconds(result.initDurationMs)} | ${
      result.maxMemoryUsedMiB
    } of ${result.memorySizeMiB} MB |`,
  ].join('\n');
  const error = result.status === 'success' ? '' : `\n${fenced(errorText(outcome))}`;
  return `### ${HEADINGS[result.status]} ${inline(result.function.key)}: ${result.status}\n\n${table}\n${error}\n`;
}
