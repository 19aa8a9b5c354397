import ts from 'typescript-5';
import type { ModuleFormat } from '../module-format.js';
import { preamble } from '../preamble.js';
import { emitOptions } from './emit-options.js';
import { CompileError } from './failure.js';
import { placeOf, type TypeScriptProject } from './project.js';
import { type Redirect, redirectImports } from './redirect-imports.js';
import { refuseUntranslatable } from './untranslatable.js';

/** One file to compile. */
export interface ModuleSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly format: ModuleFormat;
  readonly project: TypeScriptProject;
  readonly redirect: Redirect;
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
