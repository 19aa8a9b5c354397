import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { visibleToConfiguration } from '../lambda/environment/passed-on.js';
import { askableNames, type ImagePackages, type PackageSource } from '../lambda/image/package-questions.js';
import type { PackageAnswers } from '../lambda/runtime-api/package-question.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import { randomHex } from '../process/random.js';
import type { FunctionParts } from './function-parts.js';
import type { ProjectRequest } from './request.js';

/** Names the secret and the packages for which a bootstrap of ours may ask. The handler does not see it. */
const variable = 'INVOKE_LOCAL_IMAGE';

/** How functions get packages of Lambda's image. */
export function imagePackagesOf({ imagePackages = 'found' }: Pick<ProjectRequest, 'imagePackages'>): ImagePackages {
  return imagePackages;
}

/** The ways to start a runtime that may ask for packages of its image, and who answers it. */
export interface AskingLaunches {
  readonly launches: readonly [Launch, ...Launch[]];
  readonly packages?: PackageAnswers;
}

/**
 * Lets a runtime ask for packages of its image, and of its layers that are published as packages, that nothing has. What answers is loaded with the first question.
 * @param launches the way to start it that was found first, and all of them, with what wraps them
 */
export function withImagePackages(
  { function: fn, request, hooks: { signal }, published }: FunctionParts,
  launches: { readonly found: Launch; readonly wrapped: readonly [Launch, ...Launch[]] },
  report: ReportDiagnostic,
): AskingLaunches {
  const { found, wrapped } = launches;
  const choice = imagePackagesOf(request);
  const names = fn.hasForeignImage === true ? [] : askableNames(fn.runtime, published);
  if (choice === 'none' || names.length === 0) return { launches: wrapped };
  const secret = randomHex(32);
  const asking = (launch: Launch): Launch =>
    launch.entrypoint === undefined
      ? { ...launch, environment: { ...launch.environment, [variable]: `${secret} ${names.join(',')}` } }
      : launch;
  const [first, ...others] = wrapped;
  // Its last argument is our bootstrap.
  const interpreter = { command: found.command, args: found.args.slice(0, -1) };
  let source: Promise<PackageSource> | undefined;
  const load = async (): Promise<PackageSource> => {
    const { packageSource } = await import('../lambda/image/package-source.js');
    const environment = visibleToConfiguration(request.hostEnvironment);
    return packageSource({
      runtime: fn.runtime,
      sourceRoot: fn.sourceRoot,
      choice,
      layers: published,
      interpreter,
      environment,
      report,
      signal,
    });
  };
  return {
    launches: [asking(first), ...others.map(asking)],
    packages: {
      secret,
      answer: async (question) => {
        source ??= load();
        return (await source).provide(question);
      },
    },
  };
}
