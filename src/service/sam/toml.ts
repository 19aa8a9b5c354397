import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';

/**
 * The value of a TOML document.
 * @param file it is named in messages
 * @throws UserError with its line and column where it does not parse
 */
export async function parseToml(text: string, file: string): Promise<unknown> {
  const { parse, TomlError } = await import('smol-toml');
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UserError({
      code: 'config-syntax',
      message: `${displayPath(file)} is not valid TOML: ${reason}.`,
      location: { file, line: error.line, column: error.column },
    });
  }
}
