/**
 * Functions that the CDK adds for itself: the handlers of custom resources and their providers' framework, and the singletons
 * of log retention, bucket notifications and the like, whose ids end in a UUID. `SingletonFunction` of a user's own has such an
 * id too, under the name `SingletonLambda`. Source: AWS CDK, `CustomResourceProvider`, `custom-resources/provider-framework`,
 * `SingletonFunction`.
 */
export function isCdkOwn(path: string): boolean {
  return path
    .split('/')
    .some(
      (id) =>
        id.startsWith('Custom::') ||
        /^framework-(?:onEvent|isComplete|onTimeout)$/.test(id) ||
        (/[0-9a-f]{32}$/.test(id) && !id.startsWith('SingletonLambda')),
    );
}
