// What a test imports as @jest/globals. Files share their modules, and jest gives each file functions of its own: these here are
// the same in all files, and call the ones of the file that runs.
let current = {};

/** Makes all of this call the functions of another file's run. */
export function use(globals) {
  current = globals;
}

/** A function of jest, with the functions that are its members, such as `test.skip.each`. */
function live(find) {
  return new Proxy(() => {}, {
    apply: (_target, self, args) => Reflect.apply(find(), self, args),
    get: (_target, name) => (typeof find()[name] === 'function' ? live(() => find()[name]) : find()[name]),
  });
}

export const afterAll = live(() => current.afterAll);
export const afterEach = live(() => current.afterEach);
export const beforeAll = live(() => current.beforeAll);
export const beforeEach = live(() => current.beforeEach);
export const describe = live(() => current.describe);
export const expect = live(() => current.expect);
export const it = live(() => current.it);
export const jest = live(() => current.jest);
export const test = live(() => current.test);
