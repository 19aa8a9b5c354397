/** Lists for which esbuild's command takes a flag for each item; other lists are one flag with commas. */
const repeated: ReadonlySet<string> = new Set(['drop', 'external', 'inject', 'pure']);

/**
 * Options of esbuild's JavaScript API as flags of its command: `keepNames: true` is `--keep-names`, and `define: { A: '1' }`
 * is `--define:A=1` (esbuild.github.io/api).
 * @returns `undefined` if an option has no flag, as `plugins`
 */
export function esbuildFlags(options: Readonly<Record<string, unknown>>): string[] | undefined {
  const flags: string[] = [];
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (name === 'plugins') {
      if (!Array.isArray(value) || value.length > 0) return undefined;
    } else if (value === true && name !== 'sourcesContent') flags.push(flag);
    else if (isScalar(value)) flags.push(`${flag}=${value}`);
    else if (Array.isArray(value)) {
      if (!value.every(isScalar)) return undefined;
      if (repeated.has(name)) flags.push(...value.map((item) => `${flag}:${item}`));
      else if (value.length > 0) flags.push(`${flag}=${value.join(',')}`);
    } else {
      for (const [key, item] of Object.entries(value)) {
        if (!isScalar(item)) return undefined;
        flags.push(`${flag}:${key}=${item}`);
      }
    }
  }
  return flags;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
