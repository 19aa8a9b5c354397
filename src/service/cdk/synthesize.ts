import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { runShellCommand } from '../../process/shell-command.js';
import { TimeLimitError } from '../../process/time-limit.js';
import type { ServiceOptions } from '../service.js';
import type { CdkSettings } from './assembly-folder.js';

/** How much of what the program prints is kept, in UTF-16 units: its end says why it failed. */
const longestEnd = 8_000;

const dockerHint =
  'Make the assembly where Docker is, and keep it for this step; or leave sources unbundled by `"aws:cdk:bundling-stacks": []` in the context of cdk.json: packages of Python are then looked for in the interpreter.';

const containedDockerHint =
  'It is contained, and what is contained can not reach Docker: make the assembly in a step before this one, and keep it, or set `isolate` to `false`.';

const containedHint =
  'The log above has what it printed. It is contained: it may write to the project, to /tmp and to the caches of package managers (docs/containment.md).';

function failureHint(printed: string, isContained: boolean): string {
  if (isDockerFailure(printed)) return isContained ? containedDockerHint : dockerHint;
  return isContained ? containedHint : 'The log above has what it printed.';
}

/** Whether a bundling by Docker failed: without the program, or by it. Source: AWS CDK, `AssetStaging`, `dockerExec`. */
function isDockerFailure(printed: string): boolean {
  return /spawnSync \S*(?:docker|finch|podman|nerdctl)\S* ENOENT|(?:docker|finch|podman|nerdctl) exited with|Command: docker (?:build|run)/i.test(
    printed,
  );
}

/** Why the program failed, where it says so; it begins with a colon. */
function causeIn(printed: string): string {
  if (isDockerFailure(printed)) return ': it bundles with Docker';
  const [, asset] = /Failed to bundle asset ([^\s,$]+),/.exec(printed) ?? [];
  return asset === undefined ? '' : `: it could not bundle ${asset.replace(/(?:\/Code)?\/Stage$/, '')}`;
}

/** How long the program of a project may take. */
const timeoutMs = 300_000;

/**
 * Runs the program of `cdk.json`, which writes the assembly, as `cdk synth` does: with the context of `cdk.json` and
 * `cdk.context.json`, and with metadata. Values that the CDK would look up in an account are not looked up. Source: AWS CDK CLI,
 * `cxapp/exec.ts`.
 * @throws UserError where there is no program, it fails, or takes too long
 */
export async function synthesize(options: ServiceOptions, { app, output }: CdkSettings): Promise<void> {
  const { workingDirectory: folder, environment, projectCode, region } = options;
  const file = join(folder, 'cdk.json');
  const failed = (reason: string, hint?: string): UserError =>
    new UserError({ code: 'cdk-synth-failed', message: reason, hint, location: { file } });
  if (app === undefined) {
    throw failed(
      `${displayPath(file)} names no program: it has no \`app\`.`,
      'Add one, such as "app": "npx tsx bin/app.ts".',
    );
  }
  const regionOfApp = region ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  await mkdir(output, { recursive: true });
  const enclosure = await projectCode.encloseBuild?.(output);
  let last = '';
  try {
    const end = await runShellCommand({
      command: app,
      folder,
      environment: {
        ...environment,
        CDK_OUTDIR: output,
        CDK_CONTEXT_JSON: JSON.stringify(contextOf(folder)),
        ...(regionOfApp === undefined ? {} : { CDK_DEFAULT_REGION: regionOfApp }),
      },
      enclosure,
      timeoutMs: projectCode.timeoutMs ?? timeoutMs,
      signal: projectCode.signal,
      onOutput: (chunk, stream) => {
        last = (last + chunk.toString('utf8')).slice(-longestEnd);
        return projectCode.onOutput(chunk, stream);
      },
      onLeft: projectCode.onLeft,
    });
    if (end.kind !== 'exit' || end.code !== 0) {
      const how = end.kind === 'exit' ? `ended with exit code ${end.code}` : 'was ended from outside';
      throw failed(`The CDK's program \`${app}\` ${how}${causeIn(last)}.`, failureHint(last, enclosure !== undefined));
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw failed(`The CDK's program \`${app}\` took more than ${timeoutMs / 1000} s, and was ended.`);
  }
}

/** The context of the project, and what asks for the metadata that functions are found by. */
function contextOf(folder: string): Record<string, unknown> {
  const project = readContext(join(folder, 'cdk.json'));
  const own = typeof project['context'] === 'object' && project['context'] !== null ? project['context'] : {};
  return {
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    ...own,
    ...readContext(join(folder, 'cdk.context.json')),
  };
}

function readContext(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
