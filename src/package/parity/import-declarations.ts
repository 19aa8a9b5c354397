import { parse } from 'acorn';

/** What the declarations of an ES module import; nothing where it can't be read. */
export function importDeclarations(source: string): string[] {
  try {
    const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true });
    return body.flatMap((statement) =>
      'source' in statement && typeof statement.source?.value === 'string' ? [statement.source.value] : [],
    );
  } catch {
    return [];
  }
}
