/** A regular expression that does not compile. */
export interface MalformedRegex {
  readonly reason: string;
}

/**
 * Reads `/source/flags`.
 * @returns `undefined` if the text does not have that form
 */
export function parseRegex(text: string): RegExp | MalformedRegex | undefined {
  const [, source, flags] = /^\/(.+)\/([dimsuv]*)$/s.exec(text) ?? [];
  return source === undefined || flags === undefined ? undefined : compile(source, flags);
}

/** Reads a regular expression with slashes or without. */
export function regexOf(text: string): RegExp | MalformedRegex {
  return parseRegex(text) ?? compile(text, '');
}

function compile(source: string, flags: string): RegExp | MalformedRegex {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    return { reason: (error as Error).message.replace(/^Invalid regular expression: /, '') };
  }
}
