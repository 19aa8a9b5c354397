import { type Environment, environmentOf } from '../../host/environment.js';

/**
 * What a handler never gets from the step or the shell, in upper or lower case: the runner's own variables (its tokens are
 * among them), those that would change how a runtime starts, those that Lambda itself sets, and the machine's own proxies.
 */
const neverPassedOn =
  /^(?:(?:GITHUB|ACTIONS|INPUT|STATE|AWS_LAMBDA|LAMBDA|_X_AMZN)_.*|RUNNER_(?!TRACKING_ID$).*|NODE_OPTIONS|NODE_PATH|PYTHONPATH|PYTHONHOME|LD_PRELOAD|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|RUBYOPT|_HANDLER|(?:HTTPS?|ALL|NO|FTP)_PROXY)$/i;

/**
 * What is passed on even when the host's environment is not inherited: enough for a program to start and to find its files.
 */
const essential = /^(?:PATH|HOME|TMPDIR|TEMP|LANG|SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|TMP|USERPROFILE)$/i;

/** The variables that name the runner's own identity: its container role or its web identity. */
const ambientIdentity =
  /^AWS_(?:CONTAINER_(?:CREDENTIALS_(?:RELATIVE|FULL)_URI|AUTHORIZATION_TOKEN(?:_FILE)?)|WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|ROLE_SESSION_NAME)$/i;

/** The variables that hold or choose credentials. The invocation's own credentials take their place. */
const credentialVariables =
  /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|ACCESS_KEY|SECRET_KEY|PROFILE|DEFAULT_PROFILE)$/i;

/** The part of the host's environment that the handler gets, without any credentials. */
export function passedOn(host: Environment, inherit: boolean): Record<string, string> {
  const passed = environmentOf();
  for (const [name, value] of Object.entries(host)) {
    if (value === undefined || neverPassedOn.test(name)) continue;
    if (!inherit && !essential.test(name)) continue;
    if (ambientIdentity.test(name) || credentialVariables.test(name)) continue;
    passed[name] = value;
  }
  return passed;
}

/** What the project's configuration sees as `${env:}`: everything but the runner's tokens and the step's inputs. */
export function visibleToConfiguration(host: Environment): Record<string, string> {
  const visible = environmentOf();
  for (const [name, value] of Object.entries(host)) {
    if (value !== undefined && !/^(?:ACTIONS_.*|INPUT_.*|GITHUB_TOKEN)$/i.test(name)) visible[name] = value;
  }
  return visible;
}
