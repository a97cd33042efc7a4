import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the extension for a browser (chrome, firefox); what the builder prints is shown only when it fails. */
export function build(root, browser) {
  const words = [join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser, '--mv3'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status === 0) return true;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  return false;
}
