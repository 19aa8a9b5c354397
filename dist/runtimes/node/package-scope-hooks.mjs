// The hooks of package-scope.cjs, for a Node whose hooks run in a thread of their own: up to 22.14.
import scope from './package-scope.cjs';

let hooks;

export function initialize(data) {
  hooks = scope.scopeHooks(data);
}

export function resolve(specifier, context, next) {
  return hooks.resolve(specifier, context, next);
}

export function load(url, context, next) {
  return hooks.load(url, context, next);
}
