/**
 * The environment of what installs something for the tests. Certificates that a machine adds to those of Node.js make each start of it
 * take twice as long, so that nothing else in the tests has them (`scripts/jest/set-up.js`).
 */
export function installEnvironment(): NodeJS.ProcessEnv {
  const certificates = process.env['INVOKE_LOCAL_TEST_CERTIFICATES'];
  return certificates === undefined ? process.env : { ...process.env, NODE_EXTRA_CA_CERTS: certificates };
}
