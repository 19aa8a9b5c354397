/**
 * Whether text on a stream may have colours. `FORCE_COLOR` decides if it is set (with its meaning in Node.js), then
 * `NO_COLOR` (https://no-color.org), else whether it is a terminal with colours.
 */
export function hasColours(
  { isTTY = false }: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (refused !== undefined && refused !== '') return false;
  return isTTY && environment['TERM'] !== 'dumb';
}
