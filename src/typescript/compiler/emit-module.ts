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
 * Compiles one file to JavaScript that behaves as if it were in its source's place, with its source map inside.
 * @throws CompileError if it does not parse, or has something that its format can't express
 */
export function emitModule({ file, text, format, project, redirect }: ModuleSource): string {
  const { code, map } = transpile(file, text, emitOptions(project, format), {
    before: [(context) => (source) => refuseUntranslatable(source, format, context)],
    after: [(context) => (source) => redirectImports(source, context, redirect)],
  });
  return `${preamble(file, format)}\n${code}\n${inlineMap({ ...map, sources: [file], mappings: `;${map.mappings}` })}\n`;
}

/**
 * Compiles one file for a bundler, with its imports unchanged.
 * @throws CompileError where it does not parse
 */
export function emitForBundler(file: string, text: string, format: ModuleFormat, project: TypeScriptProject): string {
  const options = { ...emitOptions(project, format), module: ts.ModuleKind.ESNext };
  const { code, map } = transpile(file, text, options, {});
  return `${code}\n${inlineMap({ ...map, sources: [file] })}\n`;
}

/** The parts of a source map that are used. */
interface SourceMap {
  readonly mappings: string;
}

function transpile(
  file: string,
  text: string,
  compilerOptions: ts.CompilerOptions,
  transformers: ts.CustomTransformers,
): { code: string; map: SourceMap } {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions,
    reportDiagnostics: true,
    transformers,
  });
  const problem = diagnostics?.find(({ category, code }) => category === ts.DiagnosticCategory.Error && isSyntax(code));
  if (problem !== undefined) {
    throw new CompileError({
      code: 'typescript-invalid',
      message: ts.flattenDiagnosticMessageText(problem.messageText, ' '),
      location: placeOf(problem) ?? { file },
    });
  }
  const { mappings, version, names } = JSON.parse(sourceMapText ?? '{}');
  return {
    code: outputText.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, ''),
    map: { version, names, mappings } as SourceMap,
  };
}

/** Codes of syntax errors. Other codes are about options that contradict each other. */
function isSyntax(code: number): boolean {
  return (code >= 1000 && code < 2000) || (code >= 17_000 && code < 18_000);
}

function inlineMap(map: object): string {
  return `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}
