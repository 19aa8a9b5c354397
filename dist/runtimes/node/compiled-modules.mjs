// Loads compiled modules in the place of their sources. INVOKE_LOCAL_COMPILED_MODULES maps the sources' URLs to those of the
// compiled files, as JSON.
import * as nodeModule from 'node:module';

const variable = 'INVOKE_LOCAL_COMPILED_MODULES';
const compiled = JSON.parse(process.env[variable]);
delete process.env[variable];

if (nodeModule.registerHooks === undefined) {
  nodeModule.register('./compiled-modules-hooks.mjs', import.meta.url, { data: compiled });
} else {
  nodeModule.registerHooks({ resolve: (specifier, context, next) => next(compiled[specifier] ?? specifier, context) });
}
