import { writeSync } from 'node:fs';
import type { CompilerAnswer, CompilerJob } from './job.js';

/** The answer is written to this file descriptor, so that it can't be mixed up with what the project's files print. */
const answerDescriptor = 3;

async function run(job: CompilerJob): Promise<CompilerAnswer> {
  if (job.kind === 'bundle') {
    const { bundle } = await import('./bundler/bundle.js');
    return bundle(job.job, job.extras);
  }
  const { compile } = await import('./compiler/compile.js');
  return compile(job.job);
}

void run(JSON.parse(process.argv[2] ?? '') as CompilerJob).then((answer) => {
  writeSync(answerDescriptor, JSON.stringify(answer));
  process.exit(0);
});
