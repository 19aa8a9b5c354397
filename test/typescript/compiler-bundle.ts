import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { installAlone } from '../install-alone.js';
import { repositoryRoot } from '../paths.js';

const run = promisify(execFile);
const bundler = pathToFileURL(join(repositoryRoot, 'scripts', 'dist', 'typescript.js')).href;

/**
 * Bundles the compiler process of these sources as `dist/` has it, once for all test files of a run: as modules it takes half a second longer to
 * start, since Node.js looks through the 9 MB of TypeScript for names of exports.
 * @returns the folder of chunks that has it, and nothing else
 */
export async function compilerBundle(): Promise<string> {
  const chunks = join(tmpdir(), 'compiler-bundle');
  await installAlone(chunks, async () => {
    const script = `import { bundleTypeScript } from ${JSON.stringify(bundler)};
await bundleTypeScript(...${JSON.stringify([repositoryRoot, join(chunks, 'typescript')])});`;
    await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: repositoryRoot });
  });
  return chunks;
}
