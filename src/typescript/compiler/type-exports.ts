import { readFileSync } from 'node:fs';
import ts from 'typescript-5';

/** What a module exports under a name: a value that exists at run time, only a type, or nothing that can be found. */
type ExportKind = 'value' | 'type' | 'none';

/** Returns the project's file that an import leads to; `undefined` for everything else. */
export type FindSource = (specifier: string, importer: string) => string | undefined;

/** How many re-exports are followed. */
const maxDepth = 20;

/**
 * Tells whether an exported name is only a type. An ES module that imports such a name would not load, and a file that
 * re-exports names does not show which of them are types.
 */
export function createTypeExports(findSource: FindSource): (file: string, name: string) => boolean {
  const sources = new Map<string, ts.SourceFile>();
  const sourceOf = (file: string): ts.SourceFile => {
    const known = sources.get(file);
    if (known !== undefined) return known;
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
    sources.set(file, source);
    return source;
  };

  const elsewhere = (specifier: ts.Expression, importer: string, name: string, depth: number): ExportKind => {
    const file = ts.isStringLiteral(specifier) ? findSource(specifier.text, importer) : undefined;
    return file === undefined ? 'value' : exported(file, name, depth + 1);
  };

  const exported = (file: string, name: string, depth: number): ExportKind => {
    if (depth > maxDepth || !/\.[cm]?tsx?$/.test(file)) return 'value';
    const source = sourceOf(file);
    let kind = declaredKind(source, name, true);
    for (const statement of source.statements) {
      if (kind === 'value') return kind;
      if (!ts.isExportDeclaration(statement)) continue;
      const { exportClause, moduleSpecifier } = statement;
      let found: ExportKind = 'none';
      if (exportClause === undefined) {
        if (moduleSpecifier !== undefined && name !== 'default') {
          const target = ts.isStringLiteral(moduleSpecifier) ? findSource(moduleSpecifier.text, file) : undefined;
          if (target !== undefined) found = exported(target, name, depth + 1);
        }
      } else if (ts.isNamespaceExport(exportClause)) {
        if (exportClause.name.text === name) found = 'value';
      } else {
        const element = exportClause.elements.find((candidate) => candidate.name.text === name);
        if (element !== undefined) {
          const inner = (element.propertyName ?? element.name).text;
          if (moduleSpecifier !== undefined) found = elsewhere(moduleSpecifier, file, inner, depth);
          else found = local(source, inner, depth);
          if (statement.isTypeOnly || element.isTypeOnly) found = 'type';
        }
      }
      if (found !== 'none') kind = statement.isTypeOnly ? 'type' : found;
    }
    return kind;
  };

  /** What a name means inside a file. */
  const local = (source: ts.SourceFile, name: string, depth: number): ExportKind => {
    const declared = declaredKind(source, name, false);
    if (declared !== 'none') return declared;
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement)) continue;
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
      const element = bindings.elements.find((candidate) => candidate.name.text === name);
      if (element === undefined) continue;
      if (statement.importClause?.isTypeOnly || element.isTypeOnly) return 'type';
      return elsewhere(statement.moduleSpecifier, source.fileName, (element.propertyName ?? element.name).text, depth);
    }
    return 'value';
  };

  return (file, name) => exported(file, name, 0) === 'type';
}

/** What the declarations in a file say about a name. */
function declaredKind(source: ts.SourceFile, name: string, onlyExported: boolean): ExportKind {
  let kind: ExportKind = 'none';
  for (const statement of source.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const has = (modifier: ts.SyntaxKind): boolean => modifiers.some((candidate) => candidate.kind === modifier);
    if (onlyExported && !has(ts.SyntaxKind.ExportKeyword)) continue;
    const isDefault = onlyExported && has(ts.SyntaxKind.DefaultKeyword);
    if (!isDefault && !declares(statement, name)) continue;
    if (isDefault && name !== 'default') continue;
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if (!isType && !has(ts.SyntaxKind.DeclareKeyword)) return 'value';
    kind = 'type';
  }
  return kind;
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some(
      (declaration) => !ts.isIdentifier(declaration.name) || declaration.name.text === name,
    );
  }
  const isNamed =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isNamed && statement.name?.text === name;
}
