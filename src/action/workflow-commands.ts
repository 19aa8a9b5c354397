/** What the runner takes as text in the data of a command, and not as its end. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/**
 * One workflow command as a line of standard output, with its newline. For those that are issued before
 * `@actions/core` may load; the others go through it.
 */
export function commandLine(name: string, data: string): string {
  return `::${name}::${escapeData(data)}\n`;
}

/**
 * Text that is printed as one plain line: it has no line break, and nothing that the runner would take for a command,
 * which is `::name::` at the start of a line and `##[name]` anywhere in it.
 */
export function plainLine(text: string): string {
  const line = text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ').replaceAll('##[', '## [');
  return `${line.replace(/^\s*::/, (start) => start.replace('::', ': :'))}\n`;
}
