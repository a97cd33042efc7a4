/** `npm start [-- URL|FILE] [--headless]`: everything from a fresh checkout to the extension at work in a browser. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './setup/build.mjs';
import { ensureBrowser } from './setup/browsers.mjs';
import { ensurePackages, progress } from './setup/packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  ensurePackages(root);
  const chromium = ensureBrowser('chromium', root);
  progress('building the extension for Chromium');
  if (!build(root, 'chrome')) throw new Error('the build failed: see the lines above');
  const args = ['--import', 'tsx', join(root, 'scripts/start/open.ts'), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, SIYAQ_CHROMIUM: chromium } });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
}
