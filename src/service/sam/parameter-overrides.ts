/** One parameter of a text: `Name=Value` or `ParameterKey=Name,ParameterValue=Value`, the value quoted where it has blanks. */
const pattern =
  /(?:ParameterKey=)?"?([A-Za-z0-9]+)"?(?:,ParameterValue)?=("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:\\.|[^\s"'\\])*)/g;

/** How a file with parameters is named, in place of parameters. */
export const parameterFilePrefix = 'file://';

/**
 * The values of parameters in a text. Later ones win. Source: AWS SAM CLI, "sam local invoke", `--parameter-overrides`.
 * @returns `undefined` for a text that gives no parameters
 */
export function parametersInText(text: string): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  let rest = text;
  for (const [whole, name = '', value = ''] of text.matchAll(pattern)) {
    rest = rest.replace(whole, '');
    values[name] = unquoted(value);
  }
  return rest.trim() === '' ? values : undefined;
}

/** A value without the quotes around it, and without what protects those in it. */
export function unquoted(value: string): string {
  const isQuoted = /^(["']).*\1$/s.test(value) && value.length > 1;
  return (isQuoted ? value.slice(1, -1) : value).replaceAll(/\\(["'\\ ])/g, '$1');
}
