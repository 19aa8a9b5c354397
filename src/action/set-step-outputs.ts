import { appendFileSync, existsSync } from 'node:fs';
import { EOL } from 'node:os';
import { secretHex } from '../process/random.js';

/**
 * Sets outputs of the step as the runner's toolkit does, but all by one write to the runner's file: the toolkit opens it for each, and
 * loads a module of cryptography for its delimiters. Where there is no such file, the toolkit is asked.
 * @param file `GITHUB_OUTPUT`
 */
export async function setStepOutputs(outputs: ReadonlyMap<string, string>, file: string | undefined): Promise<void> {
  if (file === undefined || file === '' || !existsSync(file)) {
    const { setOutput } = await import('./toolkit.js');
    for (const [name, value] of outputs) setOutput(name, value);
    return;
  }
  const delimiter = delimiterFor([...outputs.values()]);
  const lines = [...outputs].flatMap(([name, value]) => [`${name}<<${delimiter}`, value, delimiter]);
  appendFileSync(file, lines.map((line) => line + EOL).join(''));
}

/** A line that none of the values has: chosen once they are known, it can't have been guessed either. */
function delimiterFor(values: readonly string[]): string {
  for (;;) {
    const delimiter = `ghadelimiter_${secretHex(32)}`;
    if (!values.some((value) => value.includes(delimiter))) return delimiter;
  }
}
