import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { progress } from './packages.mjs';

const PLACES = {
  chromium: {
    linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium', '/usr/bin/microsoft-edge'],
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};
const VARIABLES = { chromium: 'SIYAQ_CHROMIUM', firefox: 'SIYAQ_FIREFOX' };
const DEBIAN = { chromium: 'chromium', firefox: 'firefox-esr' };

/** Path of a browser on this machine, or null. Branded Chrome is passed over: it loads no unpacked extension. */
export function findBrowser(name) {
  const named = process.env[VARIABLES[name]];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`${VARIABLES[name]} names ${named}, and there is no such file`);
  }
  const found = (PLACES[name][process.platform] ?? []).find((path) => existsSync(path));
  return found ?? (name === 'chromium' ? downloadedChromium() : null);
}

/** Chromium as Playwright downloads it, newest first. */
function downloadedChromium() {
  const caches = { linux: '.cache/ms-playwright', darwin: 'Library/Caches/ms-playwright', win32: 'AppData/Local/ms-playwright' };
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), caches[process.platform] ?? '.cache/ms-playwright');
  if (!existsSync(root)) return null;
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe', 'chrome-win64/chrome.exe'];
  for (const folder of readdirSync(root).filter((f) => /^chromium-\d+$/.test(f)).sort().reverse()) {
    const path = inside.map((p) => join(root, folder, p)).find((p) => existsSync(p));
    if (path) return path;
  }
  return null;
}

/**
 * Finds a browser or installs it: Debian's package where apt and root are at hand, else Playwright's download (Chromium).
 * Returns its path; throws with what to do where none can be had.
 */
export function ensureBrowser(name, root) {
  const found = findBrowser(name);
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    progress(`installing ${name} (Debian's package ${DEBIAN[name]}, with fonts)`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env: environment }).status === 0;
    const packages = [DEBIAN[name], 'fonts-noto-core', 'fonts-noto-color-emoji', 'openssl'];
    const ok = run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...packages);
    const installed = ok ? findBrowser(name) : null;
    if (installed) return installed;
  }
  if (name === 'chromium') {
    progress('downloading Chromium through Playwright');
    const { status } = spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
    const downloaded = status === 0 ? downloadedChromium() : null;
    if (downloaded) return downloaded;
  }
  throw new Error(`No ${name} found, and none could be installed. Install it yourself, or set ${VARIABLES[name]} to the path of one.`);
}
