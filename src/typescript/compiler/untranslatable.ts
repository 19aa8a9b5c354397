import ts from 'typescript-5';
import type { ModuleFormat } from '../module-format.js';
import { CompileError } from './failure.js';

/**
 * Refuses statements that the format of a file can't express, and that would be dropped silently otherwise: `import x =
 * require()` and `export =` in an ES module, top-level `await` in a CommonJS module.
 * @returns the file, unchanged
 * @throws CompileError at the first such statement
 */
export function refuseUntranslatable(
  source: ts.SourceFile,
  format: ModuleFormat,
  context: ts.TransformationContext,
): ts.SourceFile {
  const refuse = (node: ts.Node, what: string, hint: string): never => {
    const { line, character } = ts.getLineAndCharacterOfPosition(source, node.getStart(source));
    throw new CompileError({
      code: 'typescript-unsupported',
      message: `${what}.`,
      hint,
      location: { file: source.fileName, line: line + 1, column: character + 1 },
    });
  };
  if (format === 'mjs') {
    for (const statement of source.statements) {
      if (ts.isImportEqualsDeclaration(statement) && ts.isExternalModuleReference(statement.moduleReference)) {
        refuse(statement, '"import … = require()" cannot be used in an ES module', 'Write an import declaration.');
      }
      if (ts.isExportAssignment(statement) && statement.isExportEquals === true) {
        refuse(statement, '"export =" cannot be used in an ES module', 'Write "export default", or named exports.');
      }
    }
    return source;
  }
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return node;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) {
      refuse(
        node,
        'Top-level "await" cannot be used in a CommonJS module',
        'Make it an ES module: name the file .mts, or set "type": "module" in package.json.',
      );
    }
    return ts.visitEachChild(node, visit, context);
  };
  return source.text.includes('await') ? ts.visitEachChild(source, visit, context) : source;
}
