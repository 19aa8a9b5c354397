import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript-5';
import { CompileError } from './failure.js';

/** The compiler options of a project's `tsconfig.json` and of everything that it extends. */
export interface TypeScriptProject {
  readonly options: ts.CompilerOptions;
  /** The file that has them; `undefined` if there is none. */
  readonly file?: string;
}

/**
 * Finds the project that a source file belongs to: that of the nearest `tsconfig.json`, or of the one given for all files.
 * @throws CompileError if a `tsconfig.json` does not parse, or extends something that does not exist
 */
export function createProjects(given: string | undefined): (sourceFolder: string) => TypeScriptProject {
  const known = new Map<string, TypeScriptProject>();
  if (given !== undefined) {
    const project = readProject(given);
    return () => project;
  }
  const projectOf = (folder: string): TypeScriptProject => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const file = join(folder, 'tsconfig.json');
    const parent = dirname(folder);
    const project = existsSync(file) ? readProject(file) : parent === folder ? { options: {} } : projectOf(parent);
    known.set(folder, project);
    return project;
  };
  return projectOf;
}

/** Skips the search for the project's files, which are not needed here and take long to find. */
const host: ts.ParseConfigHost = {
  useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  readDirectory: () => [],
};

/**
 * Problems that would lose some of the project's options: a missing file (5083, 6053), a circle (18000), bad syntax (1000 to
 * 1999).
 */
const isFatal = ({ code }: ts.Diagnostic): boolean =>
  code === 5083 || code === 6053 || code === 18_000 || (code >= 1000 && code < 2000);

function readProject(file: string): TypeScriptProject {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CompileError({
      code: 'tsconfig-missing',
      message: 'The tsconfig.json does not exist.',
      location: { file },
    });
  }
  const source = ts.parseJsonText(file, text);
  const { options, errors } = ts.parseJsonSourceFileConfigFileContent(source, host, dirname(file), undefined, file);
  const problem = [...(source as unknown as { parseDiagnostics: ts.Diagnostic[] }).parseDiagnostics, ...errors].find(
    isFatal,
  );
  if (problem !== undefined) {
    throw new CompileError({
      code: 'tsconfig-invalid',
      message: `The tsconfig.json cannot be read: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`,
      location: placeOf(problem) ?? { file },
    });
  }
  return { options, file };
}

/** The place of a compiler's problem, if it has one. */
export function placeOf({ file, start }: ts.Diagnostic): { file: string; line: number; column: number } | undefined {
  if (file === undefined || start === undefined) return undefined;
  const { line, character } = ts.getLineAndCharacterOfPosition(file, start);
  return { file: file.fileName, line: line + 1, column: character + 1 };
}
