import ts from 'typescript-5';
import type { ModuleFormat } from '../module-format.js';
import { preamble } from '../preamble.js';
import { emitOptions } from './emit-options.js';
import { CompileError } from './failure.js';
import { compilePlain } from './plain/plain-module.js';
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
export function emitModule(module: ModuleSource): string {
  const { file, text, format, project, redirect } = module;
  const options = emitOptions(project, format);
  const plain = compilePlain({ file, text, format, options, redirect });
  if (plain === undefined) return emitAnyModule(module);
  const { head, code, mappings } = plain;
  const map = { version: 3, names: [], sources: [file], mappings: `;${mappings}` };
  return `${directive(options, format)}${preamble(file, format)}${head}\n${code}\n${inlineMap(map)}\n`;
}

/**
 * The same by the compiler itself, which takes any module and several times as long.
 * @throws CompileError as above
 */
export function emitAnyModule({ file, text, format, project, redirect }: ModuleSource): string {
  const options = emitOptions(project, format);
  const { code, map } = transpile(file, text, options, {
    before: [(context) => (source) => refuseUntranslatable(source, format, context)],
    after: [(context) => (source) => redirectImports(source, context, redirect)],
  });
  const inline = inlineMap({ ...map, sources: [file], mappings: `;${map.mappings}` });
  return `${directive(options, format)}${preamble(file, format)}\n${code}\n${inline}\n`;
}

/** What makes a CommonJS module strict, as its options ask for: a directive of the module's own does not, behind the preamble. */
function directive({ alwaysStrict }: ts.CompilerOptions, format: ModuleFormat): string {
  return format === 'cjs' && alwaysStrict === true ? '"use strict";' : '';
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
