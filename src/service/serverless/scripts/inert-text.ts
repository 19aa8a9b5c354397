/** Marks variables that stand in data, so that they are not expanded where a script hands the data on. */
export interface InertText {
  /** Takes note of the variables in a value that a script gets to see. */
  add(value: unknown): void;
  /** What a script gave, with those variables escaped. The result is in the grammar that has escapes. */
  protect(value: unknown): unknown;
}

/** What could become a variable where it is not closed. */
const variableHead = /^\$\{\s*[A-Za-z_][\w.-]*[:(]/;

/**
 * Text of an environment variable, of an option or of a resolved variable is data. A script gets it as it is, and what it
 * gives is configuration, whose variables are expanded. So each variable that was seen in data is known by its text,
 * and escaped wherever it comes back.
 * @param escapes whether the project's own text has escapes; where it has none, its backslashes are kept as they are.
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

/** A `${` up to the brace that closes it, or to the end. */
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
