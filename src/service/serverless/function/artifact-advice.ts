import { dirname, join, relative, sep } from 'node:path';
import { parseRuntime } from '../../../lambda/function/runtimes.js';
import type { Setting } from '../../document/settings.js';
import { textSetting } from '../../document/settings.js';

/** The function whose artifact is missing. */
export interface ArtifactAdviceInput {
  readonly key: string;
  /** The service's root, absolute. */
  readonly root: string;
  setting(key: 'handler' | 'runtime' | 'architecture'): Promise<Setting | undefined>;
}

/**
 * How to build a missing artifact: for a custom runtime with sources in Go or Rust, or for Java with a build file.
 * @param file the artifact, absolute
 */
export async function artifactAdvice(input: ArtifactAdviceInput, file: string): Promise<string | undefined> {
  const { key, root, setting } = input;
  const [handler = key, runtime = '', architecture] = await Promise.all(
    (['handler', 'runtime', 'architecture'] as const).map(async (name) => textSetting(await setting(name))),
  );
  const language = parseRuntime(runtime)?.language;
  if (language === 'java')
    return (await import('../../../lambda/java/project-build.js')).missingArtifactHint(file, root);
  if (language !== 'custom') return undefined;
  const { findNativeProject } = await import('../../../native/find-project.js');
  const project = findNativeProject([join(root, handler), dirname(file), root]);
  if (project === undefined) return undefined;
  const { buildCommand } = await import('../../../native/build-command.js');
  const command = buildCommand({
    project,
    root,
    function: { key, handler },
    architecture: architecture === 'arm64' ? 'arm64' : 'x86_64',
    output: relative(root, file).split(sep).join('/'),
  });
  return `Build it in a step before, in the service's root: ${command}`;
}
