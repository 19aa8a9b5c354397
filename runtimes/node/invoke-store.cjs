'use strict';

const keys = {
  REQUEST_ID: Symbol.for('_AWS_LAMBDA_REQUEST_ID'),
  X_RAY_TRACE_ID: Symbol.for('_AWS_LAMBDA_X_RAY_TRACE_ID'),
  TENANT_ID: Symbol.for('_AWS_LAMBDA_TENANT_ID'),
};
const protectedKeys = Object.values(keys);

/**
 * The store of the current invocation: `awslambda.InvokeStore` from Node.js 24 on. A process has one invocation at a time,
 * so a single object is enough.
 * @see https://github.com/awslabs/aws-lambda-invoke-store
 */
class InvokeStore {
  static PROTECTED_KEYS = keys;

  #current;

  run(context, callback) {
    this.#current = context;
    return callback();
  }

  getContext() {
    return this.#current;
  }

  hasContext() {
    return this.#current !== undefined;
  }

  get(key) {
    return this.#current?.[key];
  }

  set(key, value) {
    if (this.isProtectedKey(key)) throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
    this.#current ??= {};
    this.#current[key] = value;
  }

  isProtectedKey(key) {
    return protectedKeys.includes(key);
  }

  getRequestId() {
    return this.get(keys.REQUEST_ID) ?? '-';
  }

  getXRayTraceId() {
    return this.get(keys.X_RAY_TRACE_ID);
  }

  getTenantId() {
    return this.get(keys.TENANT_ID);
  }
}

exports.InvokeStore = InvokeStore;

/** The store's content at the start of an invocation. AWS's client has a key for the tenant, but does not set it. */
exports.storeContents = (headers) => ({
  [keys.REQUEST_ID]: headers['lambda-runtime-aws-request-id'],
  [keys.X_RAY_TRACE_ID]: headers['lambda-runtime-trace-id'] ?? '',
});
