import ts from 'typescript-5';
import type { ModuleFormat } from '../../module-format.js';
import type { Redirect } from '../redirect-imports.js';
import { writeCommonJs } from './common-js.js';
import { eraseTypes } from './erase-types.js';
import { writeEsModule } from './es-module.js';

/** A module to compile, with the options that the compiler would be given. */
export interface PlainSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly format: ModuleFormat;
  readonly options: ts.CompilerOptions;
  readonly redirect: Redirect;
}

/** A compiled module: `head` is to be put on the line before the code, whose lines are those of the source. */
export interface PlainModule {
  readonly head: string;
  readonly code: string;
  readonly mappings: string;
}

/**
 * Compiles a module that has only types on top of JavaScript, which nearly all have, by taking them away in its text: several
 * times as fast as the compiler, which makes the same of it by printing it anew.
 * @returns `undefined` for any other module, and for one that does not parse
 */
export function compilePlain({ file, text, format, options, redirect }: PlainSource): PlainModule | undefined {
  if (!/\.[cm]?ts$/.test(file) || text.startsWith('#!')) return undefined;
  const source = ts.createSourceFile(file, text, {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
  if (parseDiagnostics.length > 0 || !ts.isExternalModule(source) || hasDirective(source)) return undefined;
  const isCommonJs = format === 'cjs';
  const erased = eraseTypes(source, { isCommonJs, definesFields: options.useDefineForClassFields === true });
  if (erased === undefined) return undefined;
  const settings = {
    redirect,
    keepsImports: options.verbatimModuleSyntax === true,
    interoperates: options.esModuleInterop === true,
  };
  const head = isCommonJs ? writeCommonJs(erased, settings) : writeEsModule(erased, settings);
  if (head === undefined) return undefined;
  const { edits } = erased;
  for (const { specifier } of erased.importCalls) {
    const target = redirect(specifier.text);
    if (target !== undefined)
      edits.replace(specifier.getStart(source), specifier.end, JSON.stringify(target.specifier));
  }
  const { text: code, mappings } = edits.apply();
  return { head, code, mappings };
}

/** Whether a module begins with a directive, which has to stay before anything that is written there. */
function hasDirective({ statements: [first] }: ts.SourceFile): boolean {
  return first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression);
}
