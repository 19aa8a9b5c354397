import { mergeMembers } from '../merge-members.js';
import { eventSample, type Members, type Sample } from '../sample.js';

const userAttributes = {
  sub: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d',
  email: 'user@example.com',
  email_verified: 'true',
};

/** A trigger of a user pool: its name, its source, and the members of its request and response. */
interface Trigger {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly version?: string;
  readonly request: Members;
  readonly response: Members;
}

/** "Customizing user pool workflows with Lambda triggers": each has its own request and response. */
const triggers: readonly Trigger[] = [
  {
    name: 'pre-signup',
    title: 'pre sign-up',
    source: 'PreSignUp_SignUp',
    request: { userAttributes: { email: 'user@example.com' }, validationData: {}, clientMetadata: {} },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  },
  {
    name: 'post-confirmation',
    title: 'post confirmation',
    source: 'PostConfirmation_ConfirmSignUp',
    request: { userAttributes },
    response: {},
  },
  {
    name: 'pre-authentication',
    title: 'pre authentication',
    source: 'PreAuthentication_Authentication',
    request: { userAttributes, userNotFound: false, validationData: {} },
    response: {},
  },
  {
    name: 'post-authentication',
    title: 'post authentication',
    source: 'PostAuthentication_Authentication',
    request: { userAttributes, newDeviceUsed: false },
    response: {},
  },
  {
    name: 'pre-token-generation',
    title: 'pre token generation, version 1',
    source: 'TokenGeneration_Authentication',
    request: { userAttributes, groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [] } },
    response: { claimsOverrideDetails: {} },
  },
  {
    name: 'pre-token-generation-v2',
    title: 'pre token generation, version 2',
    source: 'TokenGeneration_Authentication',
    version: '2',
    request: {
      userAttributes,
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [] },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: {} },
  },
  {
    name: 'custom-message',
    title: 'custom message',
    source: 'CustomMessage_SignUp',
    request: { userAttributes, codeParameter: '{####}', linkParameter: '{##Click here##}', usernameParameter: null },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  },
  {
    name: 'define-auth-challenge',
    title: 'define auth challenge',
    source: 'DefineAuthChallenge_Authentication',
    request: { userAttributes, session: [] },
    response: { failAuthentication: false, issueTokens: false },
  },
  {
    name: 'create-auth-challenge',
    title: 'create auth challenge',
    source: 'CreateAuthChallenge_Authentication',
    request: { userAttributes, challengeName: 'CUSTOM_CHALLENGE', session: [] },
    response: { publicChallengeParameters: {}, privateChallengeParameters: {}, challengeMetadata: '' },
  },
  {
    name: 'verify-auth-challenge',
    title: 'verify auth challenge response',
    source: 'VerifyAuthChallengeResponse_Authentication',
    request: { userAttributes, privateChallengeParameters: { answer: '5' }, challengeAnswer: '5' },
    response: { answerCorrect: false },
  },
  {
    name: 'user-migration',
    title: 'migrate user',
    source: 'UserMigration_Authentication',
    request: { password: 'EXAMPLE', validationData: {}, clientMetadata: {} },
    response: { userAttributes: {}, desiredDeliveryMediums: [] },
  },
  {
    name: 'custom-email-sender',
    title: 'custom email sender',
    source: 'CustomEmailSender_SignUp',
    request: { type: 'customEmailSenderRequestV1', code: 'RVhBTVBMRQ==', userAttributes },
    response: {},
  },
  {
    name: 'custom-sms-sender',
    title: 'custom SMS sender',
    source: 'CustomSMSSender_SignUp',
    request: { type: 'customSMSSenderRequestV1', code: 'RVhBTVBMRQ==', userAttributes },
    response: {},
  },
];

const triggerSample = ({ name, title, source, version = '1', request, response }: Trigger): Sample =>
  eventSample({
    name: `cognito-${name}`,
    title: `Cognito user pool, ${title}`,
    event: ({ region }) => ({
      version,
      triggerSource: source,
      region,
      userPoolId: `${region}_EXAMPLE01`,
      userName: 'user',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
      request: structuredClone(request),
      response: structuredClone(response),
    }),
    setters: Object.fromEntries(
      ['userAttributes', 'clientMetadata'].map((member) => [
        member,
        (event: Members, value: unknown) => {
          event['request'] = mergeMembers(event['request'], { [member]: value });
        },
      ]),
    ),
  });

export const cognitoSamples: readonly Sample[] = triggers.map(triggerSample);
