import type { Json, Members } from '../aws-call.js';
import { leftOut } from '../matching/left-out.js';
import { isMembers } from '../protocols/shapes.js';

/** Members that hold secrets by what they are for, by service. */
const secretNames: Readonly<Record<string, RegExp>> = {
  secretsmanager: /^(?:SecretString|SecretBinary|RandomPassword)$/,
  kms: /^(?:Plaintext|PrivateKeyPlaintext)$/,
  sts: /^(?:AccessKeyId|SecretAccessKey|SessionToken|WebIdentityToken|SAMLAssertion|TokenCode)$/,
  'cognito-identity': /^(?:AccessKeyId|SecretKey|SessionToken|Token|Logins)$/,
  'cognito-idp':
    /^(?:Password|NewPassword|ProposedPassword|PreviousPassword|TemporaryPassword|AccessToken|IdToken|RefreshToken|Token|ClientSecret|SecretHash|SecretCode|UserCode|PASSWORD|NEW_PASSWORD|REFRESH_TOKEN|SECRET_HASH|SRP_A|PASSWORD_CLAIM_SIGNATURE)$/,
  lambda: /^Variables$/,
  rds: /^$/,
};

/** What signs a URL. */
const signatures =
  /([?&](?:X-Amz-(?:Signature|Security-Token|Credential)|Signature|AWSAccessKeyId|x-amz-security-token)=)[^&\s"'<>]+/g;

/** Takes the values out of members that are secret. Bytes become those of the replacement. */
export function withoutSecrets(service: string, members: Members): Members {
  return clean(service, members) as Members;
}

function clean(service: string, value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(signatures, `$1${leftOut}`);
  if (Array.isArray(value)) return value.map((item) => clean(service, item));
  if (!isMembers(value)) return value;
  const isSecure = service === 'ssm' && value['Type'] === 'SecureString';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isSecret = secretNames[service]?.test(name) || (isSecure && name === 'Value');
      return [name, isSecret ? replaced(service, name, inner) : clean(service, inner)];
    }),
  );
}

function replaced(service: string, name: string, value: Json): Json {
  if (isMembers(value)) {
    return Object.fromEntries(Object.keys(value).map((key) => [key, leftOut]));
  }
  const isBlob = service === 'kms' || name === 'SecretBinary';
  return isBlob ? Buffer.from(leftOut).toString('base64') : leftOut;
}
