const reference = /\\\$|\$(?:(\w+)|\{(\w+)(?:(:[-+])([^}]*))?\})/g;

/**
 * Replaces `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+value}`; `\$` is a dollar sign. Source: Docker documentation,
 * "Dockerfile reference", environment replacement.
 */
export function substitute(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(reference, (whole, plain, braced, operator, word) => {
    if (whole === '\\$') return '$';
    const value = values[plain ?? braced] ?? '';
    if (operator === ':-') return value === '' ? substitute(word, values) : value;
    if (operator === ':+') return value === '' ? '' : substitute(word, values);
    return value;
  });
}
