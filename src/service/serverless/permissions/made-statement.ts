import type { PermissionSetting } from './role-member.js';

/** A statement that the framework makes of a setting, with intrinsic functions in it. */
export interface MadeStatement {
  readonly value: { readonly Effect: string; readonly Action: string | readonly string[]; readonly Resource: unknown };
  readonly setting: PermissionSetting;
}

export function allow(setting: PermissionSetting, actions: readonly string[], resource: unknown): MadeStatement {
  return { setting, value: { Effect: 'Allow', Action: actions, Resource: resource } };
}

/** The ARN of a log group of the stack, or what lies in it. */
export function logGroupArn(group: string, rest: string): Readonly<Record<string, string>> {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:${group}${rest}` };
}

/** The ARN of a function of the stack. */
export function functionArn(name: string): Readonly<Record<string, string>> {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${name}` };
}
