/**
 * Finds the physical ids behind names that only a deploy knows: a variable that is configured as `${Table}`, and that the
 * handler got as `orders`, tells both. In a URL or an ARN the name is what follows the last slash or colon.
 * @param configured the configured environment, with such names in it
 * @param actual the environment that the handler got
 */
export function bindNames(
  configured: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [variable, pattern] of Object.entries(configured)) {
    const value = actual[variable];
    const [, before = '', name, after = ''] = /^(.*)\$\{([^}]+)\}([^$]*)$/s.exec(pattern) ?? [];
    if (value === undefined || value === '' || name === undefined || before.includes('${')) continue;
    const found = between(value, before, after) ?? lastPart(value, before, after);
    if (found !== undefined && !names.has(name)) names.set(name, found);
  }
  return names;
}

function between(value: string, before: string, after: string): string | undefined {
  const isWithin = value.startsWith(before) && value.endsWith(after) && value.length > before.length + after.length;
  return isWithin ? value.slice(before.length, value.length - after.length) : undefined;
}

/** An emulator has other hosts and accounts than AWS: the end is the same. */
function lastPart(value: string, before: string, after: string): string | undefined {
  if (after !== '' || !/[/:]$/.test(before) || !/[/:]/.test(value)) return undefined;
  return value.split(/[/:]/).at(-1) || undefined;
}
