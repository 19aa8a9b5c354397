/** The members of a JSON object; `undefined` where the text is no JSON, or its value neither an object nor a list. */
export function parseObject(text: string | Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text.toString()));
  } catch {
    return undefined;
  }
}

/** A value as an object whose members can be asked for; `undefined` where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
