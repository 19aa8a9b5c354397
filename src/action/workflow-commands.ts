/** Escapes characters so that the runner reads them as a command's data, not as its end. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/**
 * One workflow command as a line of standard output, with its newline. Used for commands issued before `@actions/core` is
 * loaded; the others go through it.
 */
export function commandLine(name: string, data: string): string {
  return `::${name}::${escapeData(data)}\n`;
}

/**
 * Text made safe to print as one plain line: without line breaks, and without what the runner takes as a command, which is
 * `::name::` at the start of a line and `##[name]` anywhere in it.
 */
export function plainLine(text: string): string {
  const line = text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ').replaceAll('##[', '## [');
  return `${line.replace(/^\s*::/, (start) => start.replace('::', ': :'))}\n`;
}
