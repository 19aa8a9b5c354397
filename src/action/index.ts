import { start } from './start.js';

void start(import.meta.dirname, async () => (await import('./main.js')).main);
