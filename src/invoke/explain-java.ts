import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { parseRuntime } from '../lambda/function/runtimes.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { setUpHint } from './interpreter-advice.js';

/** The version of Java for a class file's major version: 61 is Java 17 (JVM specification, section 4.1). */
const classFileOffset = 44;

/** The reason for an error of a function in Java, if known. */
export async function explainJavaError(fn: LambdaFunction, outcome: SandboxOutcome): Promise<Diagnostic | undefined> {
  const declared = parseRuntime(fn.runtime);
  if (declared?.language !== 'java' || outcome.status !== 'error') return undefined;
  const text = outcome.error.toString('utf8');
  const [, newer, known] = /\(class file version (\d+)\.\d+\).{0,120}?up to (\d+)\.\d+/s.exec(text) ?? [];
  if (newer !== undefined && known !== undefined) {
    const compiled = Number(newer) - classFileOffset;
    const ran = Number(known) - classFileOffset;
    const location = await fn.origin('runtime');
    const isNewEnough = compiled <= Number(declared.version);
    return {
      severity: 'warning',
      code: 'java-class-version',
      message: `The classes of ${fn.key} are compiled for Java ${compiled}, and ran on Java ${ran}.`,
      hint: isNewEnough
        ? setUpHint(declared)
        : `Declare the runtime java${compiled}, or compile them for Java ${declared.version}: \`maven.compiler.release\` in Maven, \`options.release\` in Gradle.`,
      ...(location === undefined ? {} : { location }),
    };
  }
  if (outcome.errorType !== 'java.lang.OutOfMemoryError') return undefined;
  const location = await fn.origin('memorySize');
  return {
    severity: 'warning',
    code: 'heap-exhausted',
    message: `${fn.key} ran out of memory: as in Lambda, Java's heap gets 85 % of its memorySize of ${fn.memorySizeMiB} MB (more above 1600 MB), and classes and compiled code get the rest.`,
    hint: 'Raise memorySize in the configuration of the function, or use less memory.',
    ...(location === undefined ? {} : { location }),
  };
}
