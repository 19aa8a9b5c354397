import type { Call, Json, Requirement } from '../call.js';
import { arn, items, named, structure, text } from '../members.js';
import type { Rule, ServiceRules } from './rule.js';

function parameterOf(call: Call, name: Json | undefined): string | undefined {
  const written = text(name);
  if (written === undefined || written.startsWith('arn:')) return written;
  // A version or a label may follow a colon.
  return arn(call, 'ssm', `parameter/${written.replace(/^\//, '').replace(/:[^/:]*$/, '')}`);
}

/** A secure string is decrypted with the key that it was encrypted with, if the request asks for that. */
function decryption(call: Call, parameters: readonly Json[]): readonly Requirement[] {
  const isSecure = parameters.some((parameter) => structure(parameter)['Type'] === 'SecureString');
  if (!isSecure || call.members['WithDecryption'] !== true) return [];
  return [
    {
      action: 'kms:Decrypt',
      resource: undefined,
      context: { 'kms:ViaService': `ssm.${call.region}.amazonaws.com` },
      unless: "the key is AWS's own, aws/ssm",
    },
  ];
}

const getParameter: Rule = (call) => [
  { action: 'ssm:GetParameter', resource: parameterOf(call, call.members['Name']) },
  ...decryption(call, [structure(call.answer)['Parameter'] ?? null]),
];

const each =
  (action: string): Rule =>
  (call) => [
    ...items(call.members['Names']).map((name) => ({ action, resource: parameterOf(call, name) })),
    ...decryption(call, items(structure(call.answer)['Parameters'])),
  ];

/** Source: AWS Systems Manager user guide, "Restricting access to Parameter Store parameters using IAM policies". */
export const ssm: ServiceRules = {
  resource: (call) => parameterOf(call, call.members['Name']),
  rules: {
    DeleteParameters: each('ssm:DeleteParameters'),
    GetParameter: getParameter,
    GetParameters: each('ssm:GetParameters'),
    GetParametersByPath: (call) => [
      { action: 'ssm:GetParametersByPath', resource: parameterOf(call, call.members['Path']) },
      ...decryption(call, items(structure(call.answer)['Parameters'])),
    ],
  },
};

/** The ARN of a secret ends in six letters of chance, which its name does not tell. */
const randomEnd = "the end of the secret's ARN";

function secretRequirement(call: Call, action: string, id: Json | undefined, known?: Json): Requirement {
  const name = text(id);
  const answered = text(known);
  const context = {
    ...(text(call.members['VersionStage']) === undefined
      ? {}
      : { 'secretsmanager:VersionStage': String(call.members['VersionStage']) }),
  };
  if (answered?.startsWith('arn:')) return { action, resource: ofAccount(answered, call), context };
  if (name === undefined) return { action, resource: undefined, context };
  const whole = name.startsWith('arn:') ? ofAccount(name, call) : arn(call, 'secretsmanager', `secret:${name}`);
  // A part of an ARN names a secret, too.
  if (name.startsWith('arn:') && /-[A-Za-z0-9]{6}$/.test(name)) return { action, resource: whole, context };
  return { action, resource: `${whole}-AAAAAA`, context, untold: randomEnd };
}

/** An emulator has an account of its own: a secret that it answers with is the function's. */
function ofAccount(secret: string, { account }: Call): string {
  return secret.replace(/^((?:[^:]*:){4})000000000000:/, `$1${account}:`);
}

const secret: Rule = (call) => [
  secretRequirement(
    call,
    `secretsmanager:${call.operation}`,
    call.members['SecretId'] ?? call.members['Name'],
    structure(call.answer)['ARN'],
  ),
];

export const secretsmanager: ServiceRules = {
  free: ['GetRandomPassword'],
  rules: {
    BatchGetSecretValue: (call) => [
      { action: 'secretsmanager:BatchGetSecretValue', resource: '*' },
      ...items(call.members['SecretIdList']).map((id) => secretRequirement(call, 'secretsmanager:GetSecretValue', id)),
    ],
    CreateSecret: secret,
    DeleteSecret: secret,
    DescribeSecret: secret,
    GetSecretValue: secret,
    PutSecretValue: secret,
    RestoreSecret: secret,
    RotateSecret: secret,
    TagResource: secret,
    UpdateSecret: secret,
    UpdateSecretVersionStage: secret,
  },
};

/** A key by its id or ARN. An alias, or a text that is encrypted, does not tell its key, but the answer may. */
function keyOf(call: Call, id: Json | undefined): string | undefined {
  const written = text(id);
  const answered = text(structure(call.answer)['KeyId']);
  if (answered?.includes(':key/')) return answered;
  if (written === undefined || written.includes('alias/')) return undefined;
  return named(call, 'kms', 'key/', written);
}

const onKey = (action: string, member: string): Rule => {
  return (call) => {
    const id = text(call.members[member]);
    const alias = /alias\/.*$/.exec(id ?? '')?.[0];
    return [
      {
        action: `kms:${action}`,
        resource: keyOf(call, id),
        context: { ...(alias === undefined ? {} : { 'kms:RequestAlias': alias }), ...encryptionContext(call) },
      },
    ];
  };
};

function encryptionContext({ members }: Call): Readonly<Record<string, string | readonly string[]>> {
  const given = Object.entries(structure(members['EncryptionContext']));
  return {
    ...Object.fromEntries(given.map(([key, value]) => [`kms:EncryptionContext:${key}`, String(value)])),
    ...(given.length === 0 ? {} : { 'kms:EncryptionContextKeys': given.map(([key]) => key) }),
  };
}

const keyOperations = [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetPublicKey',
  'Sign',
  'Verify',
  'VerifyMac',
];

export const kms: ServiceRules = {
  rules: {
    ...Object.fromEntries(keyOperations.map((operation) => [operation, onKey(operation, 'KeyId')])),
    ReEncrypt: (call) => [
      ...onKey(
        'ReEncryptFrom',
        'SourceKeyId',
      )({ ...call, answer: { KeyId: structure(call.answer)['SourceKeyId'] ?? '' } }),
      ...onKey('ReEncryptTo', 'DestinationKeyId')(call),
    ],
  },
};
