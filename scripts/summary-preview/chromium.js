import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];

/** The browser that CHROME_PATH names, or the first one on PATH; `undefined` where there is none. */
export function findChromium({ CHROME_PATH, PATH = '' }) {
  if (CHROME_PATH) return existsSync(CHROME_PATH) ? CHROME_PATH : undefined;
  return PATH.split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(existsSync);
}

/** Takes a picture of a whole page: once to learn how high it is, once at that height. */
export function takePicture(chromium, source, file, width) {
  const url = pathToFileURL(source).href;
  const dom = run(chromium, ['--dump-dom', `--window-size=${width},800`, url]);
  const height = /data-height="(\d+)"/.exec(dom)?.[1];
  if (height === undefined) throw new Error(`${chromium} did not tell how high ${source} is.`);
  run(chromium, [`--screenshot=${file}`, `--window-size=${width},${height}`, url]);
}

function run(chromium, args) {
  // Without its sandbox, for it is not to be had where root runs it, as in a container; it reads only our own page.
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=1'];
  const { status, stdout, stderr, error } = spawnSync(chromium, [...flags, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (error !== undefined || status !== 0) throw new Error(`${chromium} failed: ${error?.message ?? stderr}`);
  return stdout;
}
