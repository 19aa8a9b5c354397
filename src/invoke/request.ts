import type { WrittenAsk } from '../aws-gateway/run/read-ask.js';
import type { ContextRequest, EventRequest, WrittenSample } from '../event/request.js';
import type { CredentialsRequest } from '../identity/request.js';
import type { ImagePackages } from '../lambda/image/package-questions.js';
import type { ConfigurationRequest } from '../service/service.js';
import type { NetworkChoice } from './network-choice.js';
import type { PackageMode } from './parity/package-mode.js';
import type { PermissionsMode, PermissionsRole } from './permissions-mode.js';

/** Whether programs are contained: where this machine can, always (an error where it can't), or never. */
export type ContainmentChoice = 'auto' | 'required' | 'off';

/** Which project to open, and how. */
export interface ProjectRequest extends ConfigurationRequest {
  /** The caller's own variables for handlers (`--env`, the input `env`). */
  readonly environment: Readonly<Record<string, string>>;
  /** A file with variables of functions, as `sam local invoke --env-vars` takes it. Absolute. */
  readonly environmentFile?: string;
  /** The environment of the step or the shell. */
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  /** Whether the handler gets the host's environment, without what is never passed on. */
  readonly inheritEnvironment: boolean;
  /** Path or name of the interpreter to use, whatever the function declares. */
  readonly interpreter?: string;
  /** Path of AWS's runtime interface client for Java, a jar or a folder of jars, relative to the working directory or absolute. */
  readonly javaRuntimeClient?: string;
  /**
   * Whether npm may install the esbuild that version 4 of the framework brings along into a cache folder, if a project of
   * that version needs it and has none. By default it may not.
   */
  readonly installEsbuild?: boolean;
  /** How functions get packages of Lambda's image that nothing of theirs has; `found` by default, which installs nothing. */
  readonly imagePackages?: ImagePackages;
  /**
   * The content of layers that the project only names: absolute paths of folders or zip files, by ARNs (with or without their version)
   * or other names.
   */
  readonly layers?: Readonly<Record<string, string>>;
  /** Whether other layers are fetched with the credentials; by default they are not. */
  readonly fetchLayers?: boolean;
  /** Whether the external extensions of layers are started; by default they are. */
  readonly extensions?: boolean;
  readonly credentials: CredentialsRequest;
  /** What is to become of the handlers' calls to AWS. */
  readonly aws?: WrittenAsk;
  /** Whether these calls are judged by the function's own permissions, or can do no more than they allow. */
  readonly permissions?: PermissionsMode;
  /** Whose permissions these are, for `assume`; those of the configured policy by default. */
  readonly permissionsRole?: PermissionsRole;
  /** Whether one that would be denied keeps an invocation from counting as good; by default it does. */
  readonly failOnDenied?: boolean;
  readonly containment?: ContainmentChoice;
  /** Which network functions have; that of the step by default. `none` is an error where this machine can't contain them. */
  readonly network?: NetworkChoice;
  /** How what functions load is compared with what a deploy would hold; `warn` by default. */
  readonly packageMode?: PackageMode;
}

/** The input of one invocation. */
export interface InputRequest {
  readonly event: EventRequest;
  readonly context: ContextRequest;
  /** Variables of the handler for this invocation only, which override the project's. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A request for one invocation, the same for the action and the command. */
export interface InvocationRequest extends ProjectRequest, Omit<InputRequest, 'environment'> {
  /** A sample to take as the event, in place of `event`. */
  readonly sample?: WrittenSample;
}
