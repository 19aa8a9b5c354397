import ts from 'typescript-5';
import type { Redirect } from '../redirect-imports.js';
import type { ErasedModule } from './erase-types.js';
import { exportedNames, importedNames, specifierOf, usedNames } from './module-names.js';

/** How a module is written. */
export interface ModuleSettings {
  readonly redirect: Redirect;
  /** Whether imports that nothing uses stay. */
  readonly keepsImports: boolean;
  /** Whether a default import of a CommonJS module is its `module.exports`. */
  readonly interoperates: boolean;
}

/**
 * Writes the imports and exports of an ES module.
 * @returns what comes before the module's own code; `undefined` where they are not plain
 */
export function writeEsModule(module: ErasedModule, { redirect, keepsImports }: ModuleSettings): string | undefined {
  const { edits, source, declared } = module;
  const used = new Set(module.references.map(({ name }) => name.text));
  const imported = importedNames(module);
  for (const name of imported) if (declared.has(name)) return undefined;
  const erase = (node: ts.Node): void => edits.replace(node.getStart(source), node.end, ';');

  for (const statement of module.statements) {
    if (ts.isImportDeclaration(statement)) {
      const names = usedNames(statement, (name) => keepsImports || used.has(name));
      if (names === undefined) return undefined;
      if (names === 'unused') {
        if (keepsImports && statement.importClause?.phaseModifier === undefined) return undefined;
        erase(statement);
        continue;
      }
      const specifier = specifierOf(statement);
      const target = redirect(specifier);
      const kept = names.filter(({ imported: name }) => name === '*' || name === 'default' || !target?.isType(name));
      if (kept.length < names.length && keepsImports) return undefined;
      const defaultName = kept.find(({ imported: name }) => name === 'default');
      const all = kept.find(({ imported: name }) => name === '*');
      const listed = kept.filter((name) => name !== defaultName && name !== all);
      const hasList = names.some(({ imported: name }) => name !== 'default' && name !== '*');
      const bindings = [
        ...(defaultName === undefined ? [] : [defaultName.local]),
        ...(all === undefined ? [] : [`* as ${all.local}`]),
        ...(hasList ? [`{${listed.map(({ imported: from, local }) => renamed(from, local)).join(',')}}`] : []),
      ];
      const clause = bindings.length === 0 ? '' : `${bindings.join(',')} from `;
      edits.replace(
        statement.getStart(source),
        statement.end,
        `import ${clause}${JSON.stringify(target?.specifier ?? specifier)};`,
      );
    } else if (ts.isExportDeclaration(statement)) {
      const { exportClause, isTypeOnly, moduleSpecifier } = statement;
      if (isTypeOnly) {
        erase(statement);
        continue;
      }
      const specifier = moduleSpecifier === undefined ? undefined : specifierOf(statement);
      const target = specifier === undefined ? undefined : redirect(specifier);
      let clause = '*';
      if (exportClause !== undefined && ts.isNamespaceExport(exportClause)) {
        if (!ts.isIdentifier(exportClause.name)) return undefined;
        clause = `* as ${exportClause.name.text}`;
      } else if (exportClause !== undefined) {
        const names = exportedNames(exportClause);
        if (names === undefined) return undefined;
        if (specifier === undefined) {
          const isKnown = (name: string): boolean => declared.has(name) || (!keepsImports && module.types.has(name));
          if (!names.every(({ inner }) => isKnown(inner))) return undefined;
        } else if (names.length === 0 && exportClause.elements.length > 0) return undefined;
        const kept = names.filter(({ inner }) =>
          specifier === undefined ? declared.has(inner) : !target?.isType(inner),
        );
        clause = `{${kept.map(({ inner, exported }) => renamed(inner, exported)).join(',')}}`;
      }
      const from = specifier === undefined ? '' : ` from ${JSON.stringify(target?.specifier ?? specifier)}`;
      edits.replace(statement.getStart(source), statement.end, `export ${clause}${from};`);
    } else if (ts.isExportAssignment(statement)) {
      const { expression } = statement;
      if (ts.isIdentifier(expression) && !declared.has(expression.text) && !imported.has(expression.text))
        return undefined;
    }
  }
  return '';
}

function renamed(from: string, to: string): string {
  return from === to ? from : `${from} as ${to}`;
}
