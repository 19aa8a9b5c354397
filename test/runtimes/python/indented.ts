/** Lines as they stand in the log of an error: their indentation is of no-break spaces. */
export function indented(lines: string): string {
  return lines.replace(/^ +/gm, (spaces) => '\u00a0'.repeat(spaces.length));
}
