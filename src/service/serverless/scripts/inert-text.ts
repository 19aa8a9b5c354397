/** Marks variables in data, so that they are not expanded if a script returns the data. */
export interface InertText {
  /** Records the variables in a value that a script gets. */
  add(value: unknown): void;
  /** A script's result, with those variables escaped. It has to be read with the grammar that has escapes. */
  protect(value: unknown): unknown;
}

/** The start of something that could become a variable once it is closed. */
const variableHead = /^\$\{\s*[A-Za-z_][\w.-]*[:(]/;

/**
 * The text of an environment variable, of an option or of a resolved variable is data. A script gets it unchanged, but its
 * result is configuration, in which variables are expanded. So the text of each variable in the data is remembered, and
 * escaped wherever it occurs in the result.
 * @param escapes whether the project's own text has escapes; if not, its backslashes are kept unchanged
 */
export function createInertText(escapes: boolean): InertText {
  const fragments = new Set<string>();

  function add(value: unknown): void {
    if (typeof value === 'string') {
      for (let at = value.indexOf('${'); at !== -1; at = value.indexOf('${', at + 2)) {
        const fragment = fragmentAt(value, at);
        if (fragment.endsWith('}') || variableHead.test(fragment)) fragments.add(fragment);
      }
    } else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) add(member);
  }

  function protect(value: unknown): unknown {
    if (typeof value === 'string') return value.includes('${') ? protectText(value) : value;
    if (Array.isArray(value)) return value.map(protect);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, protect(member)]));
  }

  function protectText(text: string): string {
    return text.replace(/(\\*)\$\{/g, (match, backslashes: string, offset: number) => {
      const isInert = [...fragments].some((fragment) => text.startsWith(fragment, offset + backslashes.length));
      if (isInert) return `${backslashes.repeat(2)}\\\${`;
      return escapes ? match : `${backslashes.repeat(2)}\${`;
    });
  }

  return { add, protect };
}

/** A `${` up to its closing brace, or to the end. */
function fragmentAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(start, at + 1);
    }
  }
  return text.slice(start);
}
