import type { OwnIdentity } from '../aws/access.js';
import type { AwsReader } from '../aws/aws-reader.js';
import type { Diagnostic, ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { TakeOutput } from '../process/forward-output.js';
import type { ReportLeft } from '../process/left-process.js';

/** What Node needs to load a file that is not JavaScript. */
export interface ModuleLoader {
  readonly nodeArgs: readonly string[];
  /** Variables for the environment of the process. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How code of the project that belongs to its configuration is run: always in a child process. */
export interface ProjectCode {
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  /** Ends what runs. */
  readonly signal: AbortSignal;
  readonly onOutput: TakeOutput;
  /** Takes the processes that it started and that could not be ended. */
  readonly onLeft: ReportLeft;
  /**
   * What Node needs to load a TypeScript file.
   * @throws UserError where it can't be loaded
   */
  readonly loaderFor?: (file: string) => Promise<ModuleLoader>;
  /** How long one module may take, 30 s where nothing is said. */
  readonly timeoutMs?: number;
}

/** Which configuration is read, and what the caller settles of it. */
export interface ConfigurationRequest {
  /** The folder to look in. Absolute. */
  readonly workingDirectory: string;
  /** The configuration file to read instead of the default ones, relative to `workingDirectory` or absolute. */
  readonly config?: string;
  readonly stage?: string;
  readonly region?: string;
  /** `--param` values, for `${param:}`. */
  readonly params: Readonly<Record<string, string>>;
  /** What `${opt:}` sees beyond stage and region (and those that the face adds, such as `function`). */
  readonly options: Readonly<Record<string, string>>;
  /** The caller's answers to what only a remote service knows, by the text of a variable without `${}`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A file with further answers, absolute. Those of `variables` go before them. */
  readonly variablesFile?: string;
}

/** What is needed to find and read a project's configuration. */
export interface ServiceOptions extends ConfigurationRequest {
  /** What `${env:}` sees: the environment of the step or shell, already without the runner's secrets. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Asks AWS what the configuration refers to; without it only the caller's answers are known. It is not asked before the
   * service is open.
   */
  readonly aws?: AwsReader;
  /** Called with each secret that comes from a service other than AWS, before anybody else has it. */
  readonly onSecret?: (secret: unknown) => void;
  /** Ends what is waited for. */
  readonly signal?: AbortSignal;
  readonly projectCode: ProjectCode;
  readonly report: ReportDiagnostic;
}

/**
 * A project's configuration. It is lazy: opening it reads the file and settles stage, region and profile; loading one
 * function resolves only what that function needs. What the configuration started (its own code runs in a child process)
 * ends when the service is disposed of: after that nothing can be loaded any more, and what was loaded stays.
 */
export interface Service extends AsyncDisposable {
  /** The service's root: the folder that its relative paths start from. Absolute. */
  readonly root: string;
  /** Absolute path of the configuration file. */
  readonly configFile: string;
  readonly stage: string;
  readonly region: string;
  /** As whom the service is deployed, where it says so. */
  readonly identity: OwnIdentity;
  /** The variables of the project's `.env` files that the environment does not have itself. */
  readonly dotenv: Readonly<Record<string, string>>;
  /** The account that the caller's answers say the service is deployed to. */
  readonly accountId?: string;
  /** The keys of all functions, in the order of the file. */
  names(): Promise<string[]>;
  /**
   * Loads one function, by its key or by its full name.
   * @param overridden the names of the variables that the caller sets for the handler, none where nothing is said: what is
   *   configured for them is never resolved
   * @throws UserError where there is no such function, or something that it needs is wrong.
   */
  load(name: string, overridden?: readonly string[]): Promise<LambdaFunction>;
  /** The caller's answers that nothing has asked for, a notice each. To be asked once all is loaded. */
  unusedAnswers(): readonly Diagnostic[];
}
