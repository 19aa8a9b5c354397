import { posix, resolve } from 'node:path';
import type { NativeBuild } from '../../../lambda/function/native-build.js';
import { childNode, isMapping } from '../document/config-node.js';
import { readPluginNames } from '../root/plugins.js';
import type { Resolver } from '../variables/resolver.js';

/** A function whose native program may be built by a plugin. */
export interface NativeFunction {
  readonly key: string;
  readonly handler: string;
  readonly runtime: string;
  readonly architecture: 'x86_64' | 'arm64';
}

/** The runtime that serverless-rust has functions declare, and what it deploys them as. */
export const rustRuntime = { declared: 'rust', deployed: 'provided.al2', plugin: 'serverless-rust' } as const;

/**
 * How a plugin that the service lists builds a function's native program. The plugin itself is never loaded.
 * @param root the service's root, absolute
 * @returns `undefined` where none does
 */
export async function readNativeBuild(
  resolver: Resolver,
  fn: NativeFunction,
  root: string,
): Promise<NativeBuild | undefined> {
  const listed = await readPluginNames(resolver);
  if (listed.includes('serverless-go-plugin')) return goPlugin(await customSettings(resolver, 'go'), fn, root);
  const tool = [rustRuntime.plugin, 'serverless-rust-plugin'].find((name) => listed.includes(name));
  return tool === undefined ? undefined : rustPlugin(tool, fn, root);
}

/** serverless-go-plugin builds the functions of the runtimes that it is told, and packs them as `bootstrap` where it is told. */
function goPlugin(
  settings: Readonly<Record<string, unknown>>,
  { key, runtime }: NativeFunction,
  root: string,
): NativeBuild | undefined {
  const {
    supportedRuntimes: runtimes = ['go1.x'],
    binDir = '.bin',
    buildProvidedRuntimeAsBootstrap: asBootstrap,
  } = settings;
  if (!Array.isArray(runtimes) || !runtimes.includes(runtime)) return undefined;
  if (runtime !== 'go1.x' && asBootstrap !== true) return undefined;
  const program = resolve(root, typeof binDir === 'string' ? binDir : '.bin', key);
  return { tool: 'serverless-go-plugin', programs: [program], command: 'npx serverless go build' };
}

/** The plugins for Rust pack the binary that the handler names: `package.binary`, or `binary`. */
function rustPlugin(tool: string, { handler, architecture }: NativeFunction, root: string): NativeBuild {
  const binary = handler.split('.').at(-1) ?? handler;
  const target = `${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
  const place = (...parts: string[]): string => resolve(root, posix.join('target', ...parts));
  return {
    tool,
    programs: [
      place(target, 'release', binary),
      place('lambda', binary, 'bootstrap'),
      place('lambda', 'release', binary),
      place('release', binary),
    ],
    command: `cargo build --release --target ${target} --bin ${binary}`,
  };
}

/** A mapping below `custom`; an empty one where there is none. */
async function customSettings(resolver: Resolver, name: string): Promise<Readonly<Record<string, unknown>>> {
  const custom = await resolver.walk(resolver.root, ['custom']);
  const node = custom && childNode(custom, name);
  const value = node && (await resolver.value(node));
  return isMapping(value) ? value : {};
}
