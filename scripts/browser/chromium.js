import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

// Best the one that is nothing but the engine: the others start the whole browser around it, without its window.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];

/** The browser that CHROME_PATH names, or the best one on PATH; `undefined` where there is none. */
export function findChromium({ CHROME_PATH, PATH = '' }) {
  if (CHROME_PATH) return existsSync(CHROME_PATH) ? CHROME_PATH : undefined;
  const folders = PATH.split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Starts a browser without a window.
 * @param {string} executablePath
 */
export function launchChromium(executablePath) {
  // Without its sandbox, for it is not to be had where root runs it, as in a container; it reads only our own pages.
  return chromium.launch({ executablePath, chromiumSandbox: false });
}

/**
 * Takes a picture of a page: of all of it, or of what a window of that height shows.
 * @param {import('playwright-core').Browser} browser
 * @param {{ source: string, file: string, width: number, height?: number, hash?: string, colorScheme?: 'light' | 'dark' }} picture
 */
export async function takePicture(browser, { source, file, width, height, hash = '', colorScheme = 'light' }) {
  const page = await browser.newPage({ viewport: { width, height: height ?? 800 }, colorScheme });
  try {
    await page.goto(pathToFileURL(source).href + hash);
    await page.screenshot({ path: file, fullPage: height === undefined });
  } finally {
    await page.close();
  }
}

/**
 * Has pictures taken with the browser of this machine. Where there is none, it says so, and the process fails.
 * @param {(browser: import('playwright-core').Browser) => Promise<void>} take
 */
export async function takePictures(take) {
  const executable = findChromium(process.env);
  if (executable === undefined) {
    console.error(
      'There is no Chromium to take pictures with. Install it (Debian: apt-get install chromium), or let CHROME_PATH name one.',
    );
    process.exitCode = 1;
    return;
  }
  const browser = await launchChromium(executable);
  try {
    await take(browser);
  } finally {
    await browser.close();
  }
}
