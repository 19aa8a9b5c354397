import { type ExactJson, exactJsonText, isJsonObject, parseExactJson } from '../../../json/exact-number.js';

/** One of several events in a file. */
export interface NamedEvent {
  readonly name: string;
  /** JSON. */
  readonly text: string;
}

/**
 * The shareable test events of a function, as SAM and the console keep them: the examples of an OpenAPI document, which
 * comes from the registry `lambda-testevent-schemas` (SAM CLI, `lambda_shared_test_event.py`).
 * @returns `undefined` if the text is an event, and no such document
 */
export function shareableEvents(text: string): NamedEvent[] | undefined {
  if (!/"openapi"\s*:/.test(text)) return undefined;
  const document = parsed(text);
  if (!isJsonObject(document) || typeof document['openapi'] !== 'string') return undefined;
  const { components } = document;
  const examples = isJsonObject(components) ? components['examples'] : undefined;
  if (!isJsonObject(examples)) return undefined;
  return Object.entries(examples).flatMap(([name, example]) =>
    isJsonObject(example) && Object.hasOwn(example, 'value')
      ? [{ name, text: exactJsonText(example['value'] ?? null) }]
      : [],
  );
}

function parsed(text: string): ExactJson {
  try {
    return parseExactJson(text);
  } catch {
    return null;
  }
}
