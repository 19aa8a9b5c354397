/** The members of a JSON object; `undefined` if the text is not JSON, or its value is neither an object nor a list. */
export function parseObject(text: string | Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text.toString()));
  } catch {
    return undefined;
  }
}

/** A value as an object with members; `undefined` if it is not an object. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
