/** `node scripts/run.mjs NAME ARGS`: one of the tools in TypeScript, its packages installed first where they are missing. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './setup/packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);

try {
  ensurePackages(root);
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(`${name}: ${error.message}`);
  process.exitCode = 1;
}
