import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltProgram, buildGo, buildRust } from '../test/runtimes/custom/clients.js';
import { temporaryFolder } from './temporary-folders.js';

/** A service whose only function, `hello`, is a native program with one of AWS's clients in it. */
export interface NativeService {
  readonly language: string;
  /** The folder of the service. Its `bootstrap`, called with the argument `bare`, prints the response and ends. */
  readonly folder: string;
  readonly bootstrap: string;
}

/** Builds the programs, which takes minutes the first time, and writes their services; says why one can't be built. */
export async function writeNativeServices(): Promise<NativeService[]> {
  const programs: readonly (readonly [string, () => Promise<BuiltProgram>])[] = [
    ['Go', buildGo],
    ['Rust', buildRust],
  ];
  const services: NativeService[] = [];
  for (const [language, build] of programs) {
    const built = await build();
    if ('unavailable' in built) console.log(`\na ${language} hello: not measured, for ${built.unavailable}`);
    else services.push({ language, ...writeService(built.program) });
  }
  return services;
}

function writeService(program: string): Omit<NativeService, 'language'> {
  const folder = temporaryFolder();
  const bootstrap = join(folder, 'bootstrap');
  copyFileSync(program, bootstrap);
  writeFileSync(
    join(folder, 'serverless.yml'),
    'service: bench\nprovider: { name: aws, runtime: provided.al2023 }\nfunctions: { hello: { handler: bootstrap } }\n',
  );
  return { folder, bootstrap };
}
