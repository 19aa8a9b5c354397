import { dirname } from 'node:path';
import type { CompilerAnswer } from '../job.js';
import { moduleFormat } from '../module-format.js';
import { compileGraph, type GraphJob } from './compile-graph.js';
import { emitForBundler } from './emit-module.js';
import { CompileError } from './failure.js';
import { createProjects } from './project.js';

/** Compiles a module and everything that it imports. An error in the code is returned, not thrown. */
export function compile(job: GraphJob): CompilerAnswer {
  try {
    return compileGraph(job);
  } catch (error) {
    if (error instanceof CompileError) return { failure: error.failure };
    throw error;
  }
}

/**
 * Returns a function that compiles files with metadata for decorators, if their project asks for it; esbuild can't do that.
 * @returns for each call the JavaScript, or nothing if esbuild can compile the file as well
 */
export function emitDecorated(tsconfig: string | undefined): (file: string, text: string) => string | undefined {
  const projectOf = createProjects(tsconfig);
  return (file, text) => {
    if (!text.includes('@')) return undefined;
    const project = projectOf(dirname(file));
    if (project.options.emitDecoratorMetadata !== true) return undefined;
    return emitForBundler(file, text, moduleFormat(file), project);
  };
}
