import ts from 'typescript-5';
import type { ErasedModule } from './erase-types.js';

/** A name that an import binds and that something uses. */
export interface ImportedName {
  /** What the other module calls it; `default`, or `*` for all of it. */
  readonly imported: string;
  readonly local: string;
}

/** One name of an export list. */
export interface ExportedName {
  readonly inner: string;
  readonly exported: string;
}

/**
 * What an import brings that something uses.
 * @returns `unused` where only types are imported; `undefined` where it is not plain
 */
export function usedNames(
  { importClause: clause }: ts.ImportDeclaration,
  isUsed: (name: string) => boolean,
): readonly ImportedName[] | 'unused' | undefined {
  if (clause === undefined) return [];
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return 'unused';
  if (clause.phaseModifier !== undefined) return undefined;
  const names: ImportedName[] = [];
  const { name, namedBindings } = clause;
  if (name !== undefined && isUsed(name.text)) names.push({ imported: 'default', local: name.text });
  if (namedBindings !== undefined && ts.isNamespaceImport(namedBindings)) {
    if (isUsed(namedBindings.name.text)) names.push({ imported: '*', local: namedBindings.name.text });
  } else {
    for (const element of namedBindings?.elements ?? []) {
      if (element.isTypeOnly || !isUsed(element.name.text)) continue;
      const imported = element.propertyName ?? element.name;
      if (!ts.isIdentifier(imported) || imported.text === 'default') return undefined;
      names.push({ imported: imported.text, local: element.name.text });
    }
  }
  return names.length === 0 ? 'unused' : names;
}

/** The values of an export list; `undefined` where it is not plain. */
export function exportedNames({ elements }: ts.NamedExports): readonly ExportedName[] | undefined {
  const names: ExportedName[] = [];
  for (const { isTypeOnly, propertyName, name } of elements) {
    if (isTypeOnly) continue;
    const inner = propertyName ?? name;
    if (!ts.isIdentifier(inner) || !ts.isIdentifier(name) || inner.text === 'default') return undefined;
    names.push({ inner: inner.text, exported: name.text });
  }
  return names;
}

/** All names that imports of a module bind, types among them. */
export function importedNames({ statements }: ErasedModule): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name !== undefined) names.add(name.text);
    if (namedBindings === undefined) continue;
    if (ts.isNamespaceImport(namedBindings)) names.add(namedBindings.name.text);
    else for (const element of namedBindings.elements) names.add(element.name.text);
  }
  return names;
}

/** The specifier of an import or export; literals are all that parses. */
export function specifierOf({ moduleSpecifier }: ts.ImportDeclaration | ts.ExportDeclaration): string {
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
}
