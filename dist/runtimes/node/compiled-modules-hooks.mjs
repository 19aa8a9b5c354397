// The same as compiled-modules.mjs, for a Node whose hooks run in a thread of their own: up to 22.14.
let compiled = {};

export function initialize(data) {
  compiled = data;
}

export function resolve(specifier, context, next) {
  return next(compiled[specifier] ?? specifier, context);
}
