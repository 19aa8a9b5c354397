import { posix, resolve } from 'node:path';
import type { NativeBuild } from '../../../lambda/function/native-build.js';
import type { ChangingPlugin, NativeFunction } from './plugin.js';

const described = {
  changes: "compiles the function's program",
  here: 'build in a step before: `target/<target>/release/<binary>` or `target/lambda/<binary>/bootstrap` is started',
} as const;

/** One of the plugins has a runtime of its own, which functions declare. */
export const rust: readonly ChangingPlugin[] = [
  {
    ...described,
    name: 'serverless-rust',
    adds: { function: ['rust'] },
    effects: {
      runtimes: { rust: 'provided.al2' },
      nativeBuild: async ({ root }, fn) => binary('serverless-rust', fn, root),
    },
  },
  {
    ...described,
    name: 'serverless-rust-plugin',
    effects: { nativeBuild: async ({ root }, fn) => binary('serverless-rust-plugin', fn, root) },
  },
];

/** The binary that the handler names: `package.binary`, or `binary`. */
function binary(tool: string, { handler, architecture }: NativeFunction, root: string): NativeBuild {
  const name = handler.split('.').at(-1) ?? handler;
  const target = `${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
  const place = (...parts: string[]): string => resolve(root, posix.join('target', ...parts));
  return {
    tool,
    programs: [
      place(target, 'release', name),
      place('lambda', name, 'bootstrap'),
      place('lambda', 'release', name),
      place('release', name),
    ],
    command: `cargo build --release --target ${target} --bin ${name}`,
  };
}
