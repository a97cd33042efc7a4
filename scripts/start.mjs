/** `npm start [-- URL|FILE] [--headless]`: everything from a fresh checkout to the extension at work in a browser. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './setup/browsers.mjs';
import { ensurePackages, progress } from './setup/packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  ensurePackages(root);
  const chromium = ensureBrowser('chromium', root);
  progress('building the extension for Chromium');
  const build = spawnSync(process.execPath, [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '--level', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (build.status !== 0) throw new Error('the build failed: see the lines above');
  const args = ['--import', 'tsx', join(root, 'scripts/start/open.ts'), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, SIYAQ_CHROMIUM: chromium } });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
}
