// Runs test files by Node's own loader in place of one in a context of node:vm. The modules that files share are read and
// compiled once for each worker, as in the product, and not once for each file, which takes several times as long.
const asyncHooks = require('node:async_hooks');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { globalsModule } = require('./globals-module.cjs');

let runs = 0;

class NodeRuntime extends Runtime {
  storages = [];

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    const { use } = await import(pathToFileURL(globalsModule(this._config.rootDir)));
    use(this.jestGlobals.cjsGlobals(path));
    // Watching, a file is run more than once.
    runs += 1;
    return import(`${pathToFileURL(path)}?run=${runs}`);
  }

  /**
   * A module of jest, evaluated for each file: it holds the tests of that file. What it keeps for each promise is let go with the file:
   * what earlier files kept would be gone through for each promise of later ones.
   */
  requireInternalModule(path) {
    const { AsyncLocalStorage } = asyncHooks;
    const { storages } = this;
    asyncHooks.AsyncLocalStorage = class extends AsyncLocalStorage {
      constructor(...args) {
        super(...args);
        storages.push(this);
      }
    };
    try {
      delete require.cache[path];
      return createRequire(path)(path);
    } finally {
      asyncHooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  teardown() {
    for (const storage of this.storages.splice(0)) storage.disable();
    super.teardown();
  }
}

Object.defineProperty(exports, '__esModule', { value: true });
exports.default = NodeRuntime;
