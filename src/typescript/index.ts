import { writeFileSync } from 'node:fs';
import { compileGraph, type GraphJob } from './compiler/compile-graph.js';
import { CompileError } from './compiler/failure.js';

/** What the compiler process answers, as JSON on its standard output. */
export type CompilerAnswer = { readonly file: string } | { readonly failure: CompileError['failure'] };

function answer(job: GraphJob): CompilerAnswer {
  try {
    return { file: compileGraph(job) };
  } catch (error) {
    if (error instanceof CompileError) return { failure: error.failure };
    throw error;
  }
}

writeFileSync(1, JSON.stringify(answer(JSON.parse(process.argv[2] ?? '') as GraphJob)));
