import type { AwsReader } from '../aws/aws-reader.js';
import type { AwsPlan } from '../aws-gateway/run/plan.js';
import type { Credentials } from '../identity/credentials.js';
import type { FunctionPermissions } from '../lambda/function/function-permissions.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { PublishedLayer } from '../lambda/image/powertools.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import type { Enclosure } from '../process/enclosure.js';
import type { ProjectCode } from '../service/service.js';
import type { CompiledHandler } from '../typescript/compile-handler.js';
import type { ConfigurationFindings } from './configuration-findings.js';
import type { Containment } from './containment-policy.js';
import type { FunctionCoverage } from './coverage-collection.js';
import type { RunCredentials } from './credentials.js';
import type { OpenEvent } from './fleet/open-event.js';
import type { ProjectHooks } from './hooks.js';
import type { FunctionParity } from './parity/function-parity.js';
import type { ProjectRequest } from './request.js';

/** What a function is prepared from. */
export interface Preparation {
  readonly function: LambdaFunction;
  /** The account that the caller names. */
  readonly accountId: string | undefined;
  readonly request: ProjectRequest;
  /** The environment of the step or the shell, which overrides that of the project's `.env` files. */
  readonly host: Readonly<Record<string, string | undefined>>;
  readonly runCredentials: RunCredentials;
  readonly hooks: ProjectHooks;
  readonly loaderFor: ProjectCode['loaderFor'];
  readonly aws: Pick<AwsReader, 'layerVersion' | 'functionRole' | 'accountId'>;
  readonly containment: Containment;
  /** What encloses the project's own code that runs beside it. */
  readonly enclose: () => Promise<Enclosure | undefined>;
  readonly openEvent: OpenEventFor;
}

/**
 * Begins the work on an event whose calls to AWS go through the gateway.
 * @param isAlone whether the functions that it invokes get sandboxes of its own, which end with it
 * @throws UserError where a file of calls to AWS is wrong
 */
export type OpenEventFor = (plan: AwsPlan, isAlone: boolean) => Promise<OpenEvent>;

/** The parts of a prepared function. */
export interface FunctionParts extends Omit<Preparation, 'runCredentials' | 'aws'> {
  /** Its layers that are not here, and whose content is published as packages. */
  readonly published: readonly PublishedLayer[];
  readonly placed: PlacedFunction;
  /** The handler's environment, without the variables that an invocation sets itself. */
  readonly environment: Readonly<Record<string, string>>;
  readonly compiled: CompiledHandler | undefined;
  readonly credentials: Credentials | undefined;
  /** Takes the coverage of its code, if that is measured. */
  readonly coverage: FunctionCoverage | undefined;
  /** What it may do in AWS, where its calls are judged by that. */
  readonly permissions: FunctionPermissions | undefined;
  readonly findings: ConfigurationFindings;
  /** Compares what it loads with what a deploy would hold, if that is asked for. */
  readonly parity: FunctionParity | undefined;
}
