import ts from 'typescript-5';

/** The new target of an import. */
export interface Redirection {
  /** The specifier to write. */
  readonly specifier: string;
  /** Whether a name imported from there is only a type, which does not exist at run time. */
  readonly isType: (name: string) => boolean;
}

/** Returns the new target of an import that is still there after types were removed; `undefined` leaves it unchanged. */
export type Redirect = (specifier: string) => Redirection | undefined;

/** Rewrites the imports of a compiled file, and removes types from the imported names. */
export function redirectImports(
  source: ts.SourceFile,
  context: ts.TransformationContext,
  redirect: Redirect,
): ts.SourceFile {
  const { factory } = context;
  const dropped = new Set<string>();
  const redirectionOf = (node: ts.Node | undefined): Redirection | undefined =>
    node !== undefined && ts.isStringLiteralLike(node) ? redirect(node.text) : undefined;
  const literal = ({ specifier }: Redirection): ts.StringLiteral => factory.createStringLiteral(specifier);

  const importClause = (clause: ts.ImportClause | undefined, { isType }: Redirection): ts.ImportClause | undefined => {
    const bindings = clause?.namedBindings;
    if (clause === undefined || bindings === undefined || !ts.isNamedImports(bindings)) return clause;
    const elements = bindings.elements.filter(({ propertyName, name }) => {
      if (!isType((propertyName ?? name).text)) return true;
      dropped.add(name.text);
      return false;
    });
    const kept = factory.updateNamedImports(bindings, elements);
    return factory.updateImportClause(clause, clause.phaseModifier, clause.name, kept);
  };
  const exportClause = (
    clause: ts.NamedExportBindings | undefined,
    isLeftOut: (name: string) => boolean,
  ): ts.NamedExportBindings | undefined => {
    if (clause === undefined || !ts.isNamedExports(clause)) return clause;
    const elements = clause.elements.filter(({ propertyName, name }) => !isLeftOut((propertyName ?? name).text));
    return factory.updateNamedExports(clause, elements);
  };

  const visit = (node: ts.Node): ts.Node => {
    if (ts.isImportDeclaration(node)) {
      const target = redirectionOf(node.moduleSpecifier);
      if (target === undefined) return node;
      const clause = importClause(node.importClause, target);
      return factory.updateImportDeclaration(node, node.modifiers, clause, literal(target), undefined);
    }
    if (ts.isExportDeclaration(node)) {
      const { modifiers, isTypeOnly, moduleSpecifier, attributes } = node;
      const target = redirectionOf(moduleSpecifier);
      if (moduleSpecifier !== undefined && target === undefined) return node;
      const clause = exportClause(node.exportClause, target?.isType ?? ((name) => dropped.has(name)));
      return target === undefined
        ? factory.updateExportDeclaration(node, modifiers, isTypeOnly, clause, moduleSpecifier, attributes)
        : factory.updateExportDeclaration(node, modifiers, isTypeOnly, clause, literal(target), undefined);
    }
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || !isImporting(visited.expression)) return visited;
    const target = redirectionOf(visited.arguments[0]);
    if (target === undefined) return visited;
    return factory.updateCallExpression(visited, visited.expression, visited.typeArguments, [literal(target)]);
  };
  return ts.visitEachChild(source, visit, context);
}

/** Whether a call imports or requires a module, or finds one. */
export function isImporting(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  const isResolve = ts.isPropertyAccessExpression(callee) && callee.name.text === 'resolve';
  const name = isResolve ? callee.expression : callee;
  return ts.isIdentifier(name) && name.text === 'require';
}
