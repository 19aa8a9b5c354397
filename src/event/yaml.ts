import { UserError } from '../diagnostics/user-error.js';
import { excerptAt } from '../json/describe-error.js';

/**
 * Reads a YAML document (YAML 1.2, with merge keys) as JSON text.
 * @param origin names the file in a message: `The event file a.yml`.
 * @throws UserError where it does not parse, or says what JSON cannot say.
 */
export async function yamlToJson(text: string, file: string, origin: string): Promise<string> {
  const { CORE_SCHEMA, load, mergeTag, YAMLException } = await import('js-yaml');
  const fail = (what: string, location: { line?: number; column?: number } = {}, excerpt = '') =>
    new UserError({ code: 'yaml-invalid', message: `${origin} ${what}.${excerpt}`, location: { file, ...location } });
  let value: unknown;
  try {
    value = load(text, { schema: CORE_SCHEMA.withTags(mergeTag) });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw fail(`is not valid YAML: ${(error as Error).message}`);
    if (error.mark === undefined) throw fail(`is not valid YAML: ${error.reason}`);
    const line = error.mark.line + 1;
    const column = error.mark.column + 1;
    const excerpt = `\n${excerptAt(text, line, column)}`;
    throw fail(`is not valid YAML: ${error.reason} at line ${line}, column ${column}`, { line, column }, excerpt);
  }
  try {
    return JSON.stringify(value, refuseNonFinite);
  } catch (error) {
    throw fail(`says what JSON has no way to say: ${(error as Error).message.split('\n')[0]}`);
  }
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`"${key}" is ${value}`);
  return value;
}
