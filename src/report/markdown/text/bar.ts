/** How many characters a bar has. */
const width = 8;

/**
 * A bar of text, as code: GitHub shows no inline SVG.
 * @param share from 0 to 1; more gives a full bar. Any share above 0 shows at least a little.
 */
export function bar(share: number): string {
  const filled = share > 0 ? Math.min(width, Math.max(1, Math.round(share * width))) : 0;
  return `\`${'█'.repeat(filled)}${'░'.repeat(width - filled)}\``;
}
