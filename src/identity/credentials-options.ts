import type { OwnIdentity } from '../aws/access.js';
import type { ProfileLookup, ProfileRequest } from '../aws/from-profile.js';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { CredentialsRequest } from './request.js';

/** Loads the code that reads profiles. */
export type LoadProfiles = () => Promise<{ fromProfile(request: ProfileRequest): Promise<ProfileLookup> }>;

/** Where credentials may come from. Empty strings count as unset. */
export interface CredentialsOptions {
  readonly request: CredentialsRequest;
  readonly hostEnvironment: Readonly<Record<string, string | undefined>>;
  /** The identity that the service is deployed with: `provider.profile`, or a resolver of version 4. */
  readonly service?: OwnIdentity;
  readonly region?: string;
  /** Loads the code that reads profiles, which is large. */
  readonly loadProfiles: LoadProfiles;
  readonly report: ReportDiagnostic;
  readonly signal: AbortSignal;
}
