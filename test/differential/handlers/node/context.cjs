'use strict';

const { dispatch } = require('./dispatch.cjs');

const atImport = { trace: process.env._X_AMZN_TRACE_ID ?? null, keys: Object.keys(process.env).sort() };
let count = 0;

module.exports = dispatch({
  'the members of the context': async (_event, context) => Object.keys(context),
  'the values of the context': async (_event, context) => context,
  'the types of the members': async (_event, context) =>
    Object.fromEntries(Object.entries(context).map(([name, value]) => [name, typeof value])),
  'the prototype of the context': async (_event, context) => Object.getPrototypeOf(context) === Object.prototype,
  'the remaining time': async (_event, context) => {
    const left = context.getRemainingTimeInMillis();
    const { getRemainingTimeInMillis } = context;
    return [left > 0, left <= 3_000, Number.isInteger(left), getRemainingTimeInMillis() <= left];
  },
  'a context that is changed': async (_event, context) => {
    context.functionName = 'changed';
    context.own = 1;
    return [context.functionName, context.own];
  },
  'the client context': async (_event, { clientContext }) => clientContext ?? 'none',
  'the identity': async (_event, { identity }) => identity ?? 'none',
  'the tenant': async (_event, { tenantId }) => {
    console.log('of a tenant');
    return tenantId ?? 'none';
  },
  'the trace': async () => process.env._X_AMZN_TRACE_ID ?? 'none',
  'the environment at import': async () => ({ trace: atImport.trace, keys: atImport.keys }),
  'the environment in the handler': async () => {
    const { AWS_LAMBDA_RUNTIME_API, ...rest } = process.env;
    return { ...rest, AWS_LAMBDA_RUNTIME_API: typeof AWS_LAMBDA_RUNTIME_API };
  },
  'the working directory': async () => process.cwd() === process.env.LAMBDA_TASK_ROOT,
  'the global awslambda': async () => Object.keys(globalThis.awslambda ?? {}).sort(),
  'the invoke store': async () => {
    const store = globalThis.awslambda?.InvokeStore;
    if (store === undefined) return 'none';
    store.set('own', 1);
    let refusal;
    try {
      store.set(Symbol.for('_AWS_LAMBDA_REQUEST_ID'), 'x');
    } catch (error) {
      refusal = error.message;
    }
    return [
      store.getRequestId(),
      store.getXRayTraceId() ?? null,
      store.getTenantId() ?? null,
      store.get('own'),
      store.hasContext(),
      refusal,
    ];
  },
  'state that is kept': async () => ++count > 0,
});
