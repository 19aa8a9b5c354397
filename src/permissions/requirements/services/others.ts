import type { Call, Requirement } from '../call.js';
import { arn, named, structure, text } from '../members.js';
import type { Rule, ServiceRules } from './rule.js';

/**
 * A group of logs is asked for as what could be in it: that is how denials of CloudWatch Logs name it. Source: Amazon CloudWatch
 * Logs user guide, "Log groups and streams" in "CloudWatch Logs resources and operations".
 */
function groupOf(call: Call): string | undefined {
  const group = text(call.members['logGroupName']) ?? text(call.members['logGroupIdentifier']);
  const stream = text(call.members['logStreamName']) ?? '';
  if (group === undefined) return undefined;
  const name = group.startsWith('arn:') ? group.replace(/:\*$/, '') : arn(call, 'logs', `log-group:${group}`);
  return `${name}:log-stream:${call.operation === 'PutLogEvents' || call.operation === 'GetLogEvents' ? stream : ''}`;
}

export const logs: ServiceRules = { resource: groupOf };

export const cloudwatch: ServiceRules = {
  context: ({ members }): Readonly<Record<string, string>> => {
    const namespace = text(members['Namespace']);
    return namespace === undefined ? {} : { 'cloudwatch:namespace': namespace };
  },
};

/**
 * Sending needs the identity of the sender, its address or the domain of it, and what else the email is sent with. Source: service
 * authorization reference, "Amazon SES".
 */
const send: Rule = (call) => {
  const {
    FromEmailAddress: from,
    Source: source,
    FromEmailAddressIdentityArn: own,
    SourceArn: ofSource,
  } = call.members;
  const written = text(from) ?? text(source);
  const address = /<([^>]+)>\s*$/.exec(written ?? '')?.[1] ?? written;
  const identity = text(own) ?? text(ofSource);
  const raw = structure(call.members['Content'])['Raw'] !== undefined;
  const context = address === undefined ? {} : { 'ses:FromAddress': address };
  const action = `ses:${raw ? 'SendRawEmail' : call.operation}`;
  const also = besideSender(call).map((resource) => ({ action, resource, context }));
  if (identity !== undefined) return [{ action, resource: identity, context }, ...also];
  if (address === undefined) return [{ action, resource: undefined, context }, ...also];
  return [
    {
      action,
      resource: arn(call, 'ses', `identity/${address}`),
      orOn: [arn(call, 'ses', `identity/${address.split('@').at(-1)}`)],
      context,
    },
    ...also,
  ];
};

/** The set of configuration and the template that an email is sent with. */
function besideSender(call: Call): readonly string[] {
  const { ConfigurationSetName: set, Template: template, TemplateArn: templateArn } = call.members;
  const ofContent = structure(structure(call.members['Content'] ?? call.members['DefaultContent'])['Template']);
  const templates = [templateArn, template, ofContent['TemplateArn'], ofContent['TemplateName']].flatMap(
    (name) => named(call, 'ses', 'template/', text(name)) ?? [],
  );
  const [first] = templates;
  const configured = named(call, 'ses', 'configuration-set/', text(set));
  return [...(configured === undefined ? [] : [configured]), ...(first === undefined ? [] : [first])];
}

export const ses: ServiceRules = {
  rules: {
    SendBulkEmail: send,
    SendBulkTemplatedEmail: send,
    SendEmail: send,
    SendRawEmail: send,
    SendTemplatedEmail: send,
  },
};

const assumeRole: Rule = (call) => {
  const resource = text(call.members['RoleArn']);
  const external = text(call.members['ExternalId']);
  const session = text(call.members['RoleSessionName']);
  const needed: Requirement = {
    action: 'sts:AssumeRole',
    resource,
    context: {
      ...(external === undefined ? {} : { 'sts:ExternalId': external }),
      ...(session === undefined ? {} : { 'sts:RoleSessionName': session }),
    },
  };
  return [needed, ...(call.members['Tags'] === undefined ? [] : [{ action: 'sts:TagSession', resource }])];
};

/** Source: AWS STS API reference: whoever has credentials may ask whose they are. */
export const sts: ServiceRules = {
  free: ['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'GetCallerIdentity', 'GetSessionToken'],
  rules: { AssumeRole: assumeRole },
};

/** The operations of users themselves are not signed. Source: Amazon Cognito user pools API reference, "API authorization models". */
export const cognitoIdp: ServiceRules = {
  free: [
    'AssociateSoftwareToken',
    'ChangePassword',
    'CompleteWebAuthnRegistration',
    'ConfirmDevice',
    'ConfirmForgotPassword',
    'ConfirmSignUp',
    'DeleteUser',
    'DeleteUserAttributes',
    'DeleteWebAuthnCredential',
    'ForgetDevice',
    'ForgotPassword',
    'GetDevice',
    'GetUser',
    'GetUserAttributeVerificationCode',
    'GetUserAuthFactors',
    'GlobalSignOut',
    'InitiateAuth',
    'ListDevices',
    'ListWebAuthnCredentials',
    'ResendConfirmationCode',
    'RespondToAuthChallenge',
    'RevokeToken',
    'SetUserMFAPreference',
    'SignUp',
    'StartWebAuthnRegistration',
    'UpdateDeviceStatus',
    'UpdateUserAttributes',
    'VerifySoftwareToken',
    'VerifyUserAttribute',
  ],
  resource: (call) => named(call, 'cognito-idp', 'userpool/', text(call.members['UserPoolId'])),
};

export const cognitoIdentity: ServiceRules = {
  free: ['GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken', 'UnlinkIdentity'],
  resource: (call) => named(call, 'cognito-identity', 'identitypool/', text(call.members['IdentityPoolId'])),
};

/** Posts to connections of an API. Source: API Gateway developer guide, "Control access to a WebSocket API with IAM authorization". */
const manage: Rule = ({ resources: [resource] }: Call) => [
  {
    action: 'execute-api:ManageConnections',
    resource,
    ...(resource?.includes(':*/*/') ? { untold: 'which API and stage it is about' } : {}),
  },
];

export const executeApi: ServiceRules = {
  rules: { DeleteConnection: manage, GetConnection: manage, PostToConnection: manage },
};

export const cloudformation: ServiceRules = { untold: 'the id of the stack' };

export const xray: ServiceRules = { untold: 'the id of the group' };

export const iot: ServiceRules = {
  resource: (call) => {
    const topic = text(call.members['topic']);
    const thing = text(call.members['thingName']);
    if (topic !== undefined) return arn(call, 'iot', `topic/${topic}`);
    return thing === undefined ? undefined : arn(call, 'iot', `thing/${thing}`);
  },
};
