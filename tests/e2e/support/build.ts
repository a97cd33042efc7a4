import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Folder of the built extension. Built elsewhere than in `.output`, `SIYAQ_OUTPUT` names the folder that holds it.
 * @throws where there is none, with how to make it
 */
export function builtExtension(browser: 'chrome' | 'firefox'): string {
  const folder = join(process.env.SIYAQ_OUTPUT ?? join(ROOT, '.output'), `${browser}-mv3`);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`${folder}: no built extension there; run "npm test -- build e2e"`);
  return folder;
}

/** A file of the project, by its path from the root. */
export const projectFile = (path: string): string => join(ROOT, path);

/** Where a picture is left: in `SIYAQ_SHOTS`, else among the build's screenshots. */
export function shot(name: string): string {
  const folder = process.env.SIYAQ_SHOTS ?? join(ROOT, '.output/screenshots');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

/** Runs something with a new empty folder, and takes the folder away afterwards. */
export async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'siyaq-e2e-'));
  try {
    await use(folder);
  } finally {
    // A browser that has just ended may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 150 });
  }
}
