import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';

/** Makes errors of variables in what a promise waits for ones for the user. */
export type Explained = <Result>(work: Promise<Result>) => Promise<Result>;

/**
 * The function with members that fail for the user's eyes where they resolve variables only when they are called, as loading it
 * does.
 */
export function withExplainedMembers(fn: LambdaFunction, explained: Explained): LambdaFunction {
  const { build, nativeBuild, packaging, permissions, triggers, asyncInvocations, validation } = fn;
  return {
    ...fn,
    ...(build && { build: () => explained(build()) }),
    ...(nativeBuild && { nativeBuild: () => explained(nativeBuild()) }),
    ...(packaging && { packaging: () => explained(packaging()) }),
    ...(permissions && { permissions: () => explained(permissions()) }),
    ...(triggers && { triggers: () => explained(triggers()) }),
    ...(asyncInvocations && { asyncInvocations: () => explained(asyncInvocations()) }),
    ...(validation && { validation: { ...validation, findings: () => explained(validation.findings()) } }),
  };
}
