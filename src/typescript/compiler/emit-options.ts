import ts from 'typescript-5';
import type { ModuleFormat } from '../module-format.js';
import type { TypeScriptProject } from './project.js';

/**
 * The options for compiling one file: the project's options for the language, and those that Node needs. Options that need
 * the types of other files are off, because nothing is type-checked.
 */
export function emitOptions({ options, file }: TypeScriptProject, format: ModuleFormat): ts.CompilerOptions {
  const {
    emitDecoratorMetadata,
    experimentalDecorators,
    jsxFactory,
    jsxFragmentFactory,
    jsxImportSource,
    verbatimModuleSyntax,
    alwaysStrict,
    strict,
  } = options;
  return {
    ...definedOnly({
      emitDecoratorMetadata,
      experimentalDecorators,
      jsxFactory,
      jsxFragmentFactory,
      jsxImportSource,
      alwaysStrict: alwaysStrict ?? strict,
    }),
    ...(verbatimModuleSyntax && format === 'mjs' ? { verbatimModuleSyntax } : {}),
    allowJs: true,
    esModuleInterop: interoperates(options, file !== undefined),
    isolatedModules: true,
    jsx: jsxOf(options.jsx),
    module: format === 'cjs' ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
    sourceMap: true,
    target: ts.ScriptTarget.ES2022,
    useDefineForClassFields:
      options.useDefineForClassFields ?? (file === undefined || (options.target ?? 0) >= ts.ScriptTarget.ES2022),
  };
}

/**
 * Whether a default import of a CommonJS module is its `module.exports`. It is if one of the project's options allows such
 * imports, by itself or by implication, or if there is no `tsconfig.json`.
 */
function interoperates(options: ts.CompilerOptions, isConfigured: boolean): boolean {
  const { esModuleInterop, allowSyntheticDefaultImports, module = 0, moduleResolution } = options;
  return (
    esModuleInterop ??
    allowSyntheticDefaultImports ??
    (!isConfigured || module >= ts.ModuleKind.Node16 || moduleResolution === ts.ModuleResolutionKind.Bundler)
  );
}

/** JSX has to become JavaScript. If the project leaves it to a bundler, it becomes what bundlers make of it today. */
function jsxOf(jsx: ts.JsxEmit | undefined): ts.JsxEmit {
  if (jsx === undefined) return ts.JsxEmit.React;
  return jsx === ts.JsxEmit.Preserve || jsx === ts.JsxEmit.ReactNative ? ts.JsxEmit.ReactJSX : jsx;
}

function definedOnly(options: Readonly<Record<string, string | boolean | undefined>>): ts.CompilerOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
