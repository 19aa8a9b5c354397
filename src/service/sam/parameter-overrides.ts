/** One parameter of a text: `Name=Value` or `ParameterKey=Name,ParameterValue=Value`, the value quoted where it has blanks. */
const pattern =
  /(?:ParameterKey=)?"?([A-Za-z0-9]+)"?(?:,ParameterValue)?=("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^\s"'\\])*)/g;

/**
 * The values of parameters, in each form that SAM takes them: a text, a list of texts, or a table. Later ones win. Source: AWS
 * SAM CLI, "sam local invoke", `--parameter-overrides`.
 * @returns `undefined` for what is none of these forms
 */
export function parameterOverrides(given: unknown): Record<string, string> | undefined {
  if (typeof given === 'string') return ofText(given);
  if (Array.isArray(given)) {
    const parts = given.map(parameterOverrides);
    return parts.includes(undefined) ? undefined : Object.assign({}, ...parts);
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const entries = Object.entries(given);
  if (!entries.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))) return undefined;
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function ofText(text: string): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  let rest = text;
  for (const [whole, name = '', value = ''] of text.matchAll(pattern)) {
    rest = rest.replace(whole, '');
    values[name] = unquoted(value);
  }
  return rest.trim() === '' ? values : undefined;
}

function unquoted(value: string): string {
  const isQuoted = /^(["']).*\1$/s.test(value) && value.length > 1;
  return (isQuoted ? value.slice(1, -1) : value).replaceAll(/\\(["'\\ ])/g, '$1');
}
