import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * What ncc's loader for assets may change: a module with the path of its own, one that asks for another module than by a literal name, and
 * one that loads an add-on.
 */
const concerned =
  /__(?:dirname|filename|non_webpack_require__)\b|\bimport\.meta\b|\brequire\b(?!\((?:"[^"\n]*"|'[^'\n]*')\))|\.node\b|\b(?:bindings|nbind|node-(?:pre-)?gyp\S*)['"]/;

/**
 * Spares ncc's loader for assets the modules that it leaves as they are, which are nearly all: it parses each and walks through it, which
 * takes as long as the rest of bundling.
 */
export function relocateOnlyWhatIsConcerned() {
  const path = require.resolve('@vercel/ncc/dist/ncc/loaders/relocate-loader.js');
  const relocate = require(path);
  /** @this {import('webpack').LoaderContext<unknown>} */
  function relocateWhereConcerned(source, map) {
    if (!this.resourcePath.endsWith('.node') && !concerned.test(String(source))) this.callback(null, source, map);
    else relocate.call(this, source, map);
  }
  // ncc finds the loader by its path.
  require.cache[path].exports = Object.assign(relocateWhereConcerned, relocate);
}
