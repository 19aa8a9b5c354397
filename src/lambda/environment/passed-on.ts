import { type Environment, environmentOf } from '../../host/environment.js';

// Names are compared in upper case. Patterns that say the same take V8 longer to compile than all else that an environment needs.

/**
 * What a handler never gets from the step or the shell: the runner's own variables (its tokens are among them), those that would change
 * how a runtime starts, those that Lambda itself sets, and the machine's own proxies.
 */
const neverPassedOn: ReadonlySet<string> = new Set(
  (
    'NODE_OPTIONS NODE_PATH PYTHONPATH PYTHONHOME LD_PRELOAD JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS RUBYOPT _HANDLER ' +
    'HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY FTP_PROXY'
  ).split(' '),
);

/** How the names of others of these begin; `RUNNER_TRACKING_ID` is the one that does not count. */
const neverPassedOnFrom = 'GITHUB_ ACTIONS_ INPUT_ STATE_ AWS_LAMBDA_ LAMBDA_ _X_AMZN_ RUNNER_'.split(' ');

/**
 * What is passed on even when the host's environment is not inherited: enough for a program to start and to find its files.
 */
const essential: ReadonlySet<string> = new Set(
  'PATH HOME TMPDIR TEMP LANG SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT TMP USERPROFILE'.split(' '),
);

/** The variables that name the runner's own identity: its container role or its web identity. */
const ambientIdentity =
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_CONTAINER_CREDENTIALS_FULL_URI AWS_CONTAINER_AUTHORIZATION_TOKEN ' +
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN AWS_ROLE_SESSION_NAME';

/** The variables that hold or choose credentials. The invocation's own credentials take their place. */
const credentialVariables =
  'AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_SECURITY_TOKEN AWS_ACCESS_KEY AWS_SECRET_KEY AWS_PROFILE ' +
  'AWS_DEFAULT_PROFILE';

const identity: ReadonlySet<string> = new Set(`${ambientIdentity} ${credentialVariables}`.split(' '));

/** The part of the host's environment that the handler gets, without any credentials. */
export function passedOn(host: Environment, inherit: boolean): Record<string, string> {
  const passed = environmentOf();
  for (const [name, value] of Object.entries(host)) {
    const upper = name.toUpperCase();
    if (value === undefined || isNeverPassedOn(upper) || identity.has(upper)) continue;
    if (inherit || essential.has(upper)) passed[name] = value;
  }
  return passed;
}

function isNeverPassedOn(name: string): boolean {
  if (neverPassedOn.has(name)) return true;
  return name !== 'RUNNER_TRACKING_ID' && neverPassedOnFrom.some((start) => name.startsWith(start));
}

/** What the project's configuration sees as `${env:}`: everything but the runner's tokens and the step's inputs. */
export function visibleToConfiguration(host: Environment): Record<string, string> {
  const visible = environmentOf();
  for (const [name, value] of Object.entries(host)) {
    const upper = name.toUpperCase();
    const isHidden = upper.startsWith('ACTIONS_') || upper.startsWith('INPUT_') || upper === 'GITHUB_TOKEN';
    if (value !== undefined && !isHidden) visible[name] = value;
  }
  return visible;
}
