import type { OwnIdentity, SessionKeys } from '../aws/access.js';
import type { ProfileLookup, ProfileRequest } from '../aws/from-profile.js';
import type { SessionAccess, SessionRequest } from '../aws/sessions.js';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { CredentialsRequest } from './request.js';

/** Loads the code that reads profiles and opens sessions. */
export type LoadAws = () => Promise<{
  fromProfile(request: ProfileRequest): Promise<ProfileLookup>;
  openSession(access: SessionAccess, request: SessionRequest, signal: AbortSignal): Promise<SessionKeys>;
}>;

/** Where credentials may come from. Empty strings count as unset. */
export interface CredentialsOptions {
  readonly request: CredentialsRequest;
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  /** The same without the project's `.env` files: a token of the workflow goes to no endpoint that the project names. */
  readonly stepEnvironment: Readonly<Record<string, string | undefined>>;
  /** The identity that the service is deployed with: `provider.profile`, or a resolver of version 4. */
  readonly service?: OwnIdentity;
  readonly region?: string;
  /** Loads the code that needs the AWS SDK, which is large. */
  readonly loadAws: LoadAws;
  readonly report: ReportDiagnostic;
  /** Called with each secret that is got on the way, before anything can be printed. */
  readonly onSecret?: (secret: unknown) => void;
  readonly signal: AbortSignal;
}
