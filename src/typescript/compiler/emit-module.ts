import ts from 'typescript-5';
import type { ModuleFormat } from '../module-format.js';
import { preamble } from '../preamble.js';
import { emitOptions } from './emit-options.js';
import { CompileError } from './failure.js';
import { placeOf, type TypeScriptProject } from './project.js';
import { refuseUntranslatable } from './untranslatable.js';

/** One file to compile. */
export interface ModuleSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly format: ModuleFormat;
  readonly project: TypeScriptProject;
  /** What an import that is left in the JavaScript is to say instead; `undefined` leaves it as it is. */
  readonly redirect: (specifier: string) => string | undefined;
}

/**
 * Compiles one file to JavaScript that knows where its source is, with its source map inside.
 * @throws CompileError where it does not parse, or has what cannot be said in its format
 */
export function emitModule({ file, text, format, project, redirect }: ModuleSource): string {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: emitOptions(project, format),
    reportDiagnostics: true,
    transformers: {
      before: [(context) => (source) => refuseUntranslatable(source, format, context)],
      after: [(context) => (source) => redirectImports(source, context, redirect)],
    },
  });
  const problem = diagnostics?.find(({ category, code }) => category === ts.DiagnosticCategory.Error && isSyntax(code));
  if (problem !== undefined) {
    throw new CompileError({
      code: 'typescript-invalid',
      message: ts.flattenDiagnosticMessageText(problem.messageText, ' '),
      location: placeOf(problem) ?? { file },
    });
  }
  const code = outputText.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '');
  return `${preamble(file, format)}\n${code}\n${inlineMap(file, sourceMapText)}\n`;
}

/** Codes of the parser and of the checks of syntax; others are about options that do not fit each other. */
function isSyntax(code: number): boolean {
  return (code >= 1000 && code < 2000) || (code >= 17_000 && code < 18_000);
}

/** The map, moved down by the line of the preamble, with the source's full path. */
function inlineMap(file: string, json: string | undefined): string {
  const map = JSON.parse(json ?? '{}') as { mappings?: string };
  const moved = { ...map, file: undefined, sourceRoot: undefined, sources: [file], mappings: `;${map.mappings ?? ''}` };
  const encoded = Buffer.from(JSON.stringify(moved)).toString('base64');
  return `//# sourceMappingURL=data:application/json;base64,${encoded}`;
}

/** Rewrites the imports that are left once the types are gone. */
function redirectImports(
  source: ts.SourceFile,
  context: ts.TransformationContext,
  redirect: (specifier: string) => string | undefined,
): ts.SourceFile {
  const { factory } = context;
  const redirected = (node: ts.Node | undefined): ts.StringLiteral | undefined => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return undefined;
    const target = redirect(node.text);
    return target === undefined ? undefined : factory.createStringLiteral(target);
  };
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isImportDeclaration(node)) {
      const target = redirected(node.moduleSpecifier);
      if (target === undefined) return node;
      return factory.updateImportDeclaration(node, node.modifiers, node.importClause, target, undefined);
    }
    if (ts.isExportDeclaration(node)) {
      const target = redirected(node.moduleSpecifier);
      if (target === undefined) return node;
      const { modifiers, isTypeOnly, exportClause } = node;
      return factory.updateExportDeclaration(node, modifiers, isTypeOnly, exportClause, target, undefined);
    }
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(visited) || !isImporting(visited.expression)) return visited;
    const target = redirected(visited.arguments[0]);
    if (target === undefined) return visited;
    return factory.updateCallExpression(visited, visited.expression, visited.typeArguments, [target]);
  };
  return ts.visitEachChild(source, visit, context);
}

function isImporting(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  const isResolve = ts.isPropertyAccessExpression(callee) && callee.name.text === 'resolve';
  const name = isResolve ? callee.expression : callee;
  return ts.isIdentifier(name) && name.text === 'require';
}
