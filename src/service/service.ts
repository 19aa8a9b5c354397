import type { OwnIdentity } from '../aws/access.js';
import type { AwsReader } from '../aws/aws-reader.js';
import type { Diagnostic, ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { Enclosure } from '../process/enclosure.js';
import type { TakeOutput } from '../process/forward-output.js';
import type { ReportLeft } from '../process/left-process.js';
import type { OverriddenNames } from './overridden-names.js';

/** What Node needs to load a file that is not JavaScript. */
export interface ModuleLoader {
  readonly nodeArgs: readonly string[];
  /** Variables for the environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How to run code of the project that belongs to its configuration. It always runs in a child process. */
export interface ProjectCode {
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** Ends what runs. */
  readonly signal: AbortSignal;
  readonly onOutput: TakeOutput;
  /** Takes processes that this code started and that could not be ended. */
  readonly onLeft: ReportLeft;
  /** What encloses it; `undefined` if nothing does. */
  readonly enclose?: () => Promise<Enclosure | undefined>;
  /**
   * What encloses a program of the project that builds: it may also write to the caches of package managers, and to a folder for its
   * output.
   */
  readonly encloseBuild?: (output: string) => Promise<Enclosure | undefined>;
  /**
   * What Node needs to load a TypeScript file.
   * @throws UserError where it can't be loaded
   */
  readonly loaderFor?: (file: string) => Promise<ModuleLoader>;
  /** How long one module may take, by default 30 s. */
  readonly timeoutMs?: number;
}

/** Which configuration to read, and the caller's choices for it. */
export interface ConfigurationRequest {
  /** The folder to look in. Absolute. */
  readonly workingDirectory: string;
  /** The configuration file to read instead of the default ones, relative to `workingDirectory` or absolute. */
  readonly config?: string;
  /** The service to open, if the project is a composition of several. */
  readonly service?: string;
  /** The function that is wanted. In a composition it may name its service, as `service/function`. */
  readonly function?: string;
  readonly stage?: string;
  readonly region?: string;
  /** The environment of `samconfig.toml`, by default `default`. */
  readonly configEnvironment?: string;
  /** Values of `--param`: for `${param:}`, or the parameters of a template. */
  readonly params: Readonly<Record<string, string>>;
  /** Files with further values of a template's parameters, as SAM names them: `file://` and a path. */
  readonly parameterFiles?: readonly string[];
  /** The values for `${opt:}` besides stage and region (and others that the caller adds, such as `function`). */
  readonly options: Readonly<Record<string, string>>;
  /** The caller's answers in place of remote services, by the text of a variable without `${}`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether the AWS CDK's program may be run, to make the assembly that the project has not. */
  readonly synthesize?: boolean;
  /** A file with further answers, absolute. Those of `variables` take precedence. */
  readonly variablesFile?: string;
}

/** What is needed to find and read a project's configuration. */
export interface ServiceOptions extends ConfigurationRequest {
  /** The values for `${env:}`: the environment of the step or shell, already without the runner's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Asks AWS for what the configuration refers to; if absent, only the caller's answers are known. It is not used before the
   * service is open.
   */
  readonly aws?: AwsReader;
  /** Called with each secret from a service other than AWS, before it is returned to anybody. */
  readonly onSecret?: (secret: unknown) => void;
  /** Ends every wait. */
  readonly signal?: AbortSignal;
  readonly projectCode: ProjectCode;
  readonly report: ReportDiagnostic;
}

/**
 * A project's configuration. It is lazy: opening it reads the file and settles stage, region and profile; loading one
 * function resolves only what that function needs. Disposing of the service ends the child process in which its code runs:
 * after that, nothing more can be loaded, but loaded functions stay valid.
 */
export interface Service extends AsyncDisposable {
  /** The service's root, the folder from which its relative paths start. Absolute. */
  readonly root: string;
  /** Absolute path of the configuration file. */
  readonly configFile: string;
  readonly stage: string;
  readonly region: string;
  /** The identity that the service is deployed with, if it names one. */
  readonly identity: OwnIdentity;
  /** The variables of the project's `.env` files that are not in the environment already. */
  readonly dotenv: Readonly<Record<string, string>>;
  /** The account that the service is deployed to, according to the caller's answers. */
  readonly accountId?: string;
  /** The function that is meant where none is named, in a format that lets one be left out. */
  readonly onlyFunction?: string;
  /** The keys of all functions, in the order of the file. */
  names(): Promise<string[]>;
  /**
   * All names that a function goes by, where it has more than its key and its full name.
   * @throws UserError if there is no such function
   */
  namesOf?(name: string): Promise<readonly string[]>;
  /**
   * Loads one function, by its key or by its full name.
   * @param overridden the names of the variables that the caller sets for the handler, by default none; their configured
   * values are never resolved. `all`: the function is not run, and no variable of it is resolved
   * @throws UserError if there is no such function, or something that it needs is wrong
   */
  load(name: string, overridden?: OverriddenNames): Promise<LambdaFunction>;
  /** A notice for each of the caller's answers that nothing used. Call it once everything is loaded. */
  unusedAnswers(): readonly Diagnostic[];
}
