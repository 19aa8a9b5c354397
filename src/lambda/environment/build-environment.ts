import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { Environment } from '../../host/environment.js';
import { reservedKeysText } from '../deploy/deploy-errors.js';
import type { LambdaFunction } from '../function/lambda-function.js';
import type { PlacedFunction } from '../placement/place-function.js';
import { lambdaVariables } from './lambda-variables.js';
import { inLayers, layerMountPoint, layersInEnvironment } from './layer-paths.js';
import { passedOn } from './passed-on.js';
import { isReserved } from './reserved.js';

/** What the environment of a handler is built from. */
export interface EnvironmentInput {
  readonly function: LambdaFunction;
  /** Where the function's files are; by default its source root, without layers. */
  readonly placed?: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'seen'>;
  readonly host: Environment;
  /** Whether the host's environment is passed on, without what is never passed on. */
  readonly inherit: boolean;
  readonly credentials:
    | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
    | undefined;
  readonly logStreamName: string;
  readonly report: ReportDiagnostic;
}

/**
 * Builds the environment of the handler's process, except `AWS_LAMBDA_RUNTIME_API` and the caller's own variables. Each
 * source overrides those before it: what the host passes on, Lambda's own variables and `IS_LOCAL`, the configuration's, the
 * credentials.
 */
export async function buildEnvironment(input: EnvironmentInput): Promise<Record<string, string>> {
  const placed = input.placed ?? { taskRoot: input.function.sourceRoot };
  const { taskRoot } = placed.seen ?? placed;
  const layerRoot = layersInEnvironment(placed);
  const environment = passedOn(input.host, input.inherit);
  // In a room, as in Lambda, there is no folder for temporary files but `/tmp`.
  if (placed.seen !== undefined) for (const name of ['TMPDIR', 'TEMP', 'TMP']) delete environment[name];
  Object.assign(
    environment,
    lambdaVariables({
      function: input.function,
      logStreamName: input.logStreamName,
      taskRoot,
      layerRoot: layerRoot ?? layerMountPoint,
      path: input.host['PATH'],
      libraryPath: input.inherit ? input.host['LD_LIBRARY_PATH'] : undefined,
    }),
    { IS_LOCAL: 'true', ...input.function.toolVariables },
  );
  const configured = await withoutReserved(input.function, input.report);
  for (const [name, value] of Object.entries(configured)) {
    if (value === null) delete environment[name];
    else environment[name] = inLayers(name, value, layerRoot);
  }
  Object.assign(environment, credentialVariables(input.credentials));
  return environment;
}

/** The credentials as variables. Without any, the SDKs must not look for the machine's own. */
function credentialVariables(credentials: EnvironmentInput['credentials']): Record<string, string> {
  if (credentials === undefined) return { AWS_EC2_METADATA_DISABLED: 'true' };
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
}

/** The configured variables without those that a deploy would reject, which are reported in one warning. */
async function withoutReserved(fn: LambdaFunction, report: ReportDiagnostic): Promise<Record<string, string | null>> {
  const kept = Object.entries(fn.environment).filter(([name]) => !isReserved(name));
  const reserved = Object.keys(fn.environment).filter(isReserved);
  const [first] = reserved;
  if (first !== undefined) {
    const names = reserved.join(', ');
    const location = await fn.origin(`environment.${first}`);
    const subject =
      reserved.length === 1 ? `The variable ${names} of ${fn.key} is` : `The variables ${names} of ${fn.key} are`;
    report({
      severity: 'warning',
      code: 'environment-reserved',
      message: `${subject} reserved and ${reserved.length === 1 ? 'was' : 'were'} ignored. A deploy would fail: "${reservedKeysText(reserved)}"`,
      hint: `Remove ${names} from the environment of the function and of the provider.`,
      ...(location === undefined ? {} : { location }),
    });
  }
  return Object.fromEntries(kept);
}
