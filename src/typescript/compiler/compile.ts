import { dirname } from 'node:path';
import type { CompilerAnswer } from '../job.js';
import { moduleFormat } from '../module-format.js';
import { compileGraph, type GraphJob } from './compile-graph.js';
import { emitForBundler } from './emit-module.js';
import { CompileError } from './failure.js';
import { createProjects } from './project.js';

/** Compiles a module and all that it imports; what cannot be compiled is the answer, and no exception. */
export function compile(job: GraphJob): CompilerAnswer {
  try {
    return { file: compileGraph(job) };
  } catch (error) {
    if (error instanceof CompileError) return { failure: error.failure };
    throw error;
  }
}

/**
 * Gives a function that compiles a file whose decorators get metadata by its project, which esbuild knows nothing of.
 * @returns from each call the JavaScript, or nothing where esbuild does as well
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
