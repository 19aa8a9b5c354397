// Starts a handler under AWS's client up to Node.js 22, as the managed runtimes do: `node start-classic.mjs <client> <task root> <handler>`.
const [, , client, taskRoot, handler] = process.argv;
const { run } = await import(client);
await run(taskRoot, handler);
