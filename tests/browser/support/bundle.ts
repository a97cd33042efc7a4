import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

let bundled: Promise<string> | undefined;

/** The content side of the extension as one script that leaves `siyaq` behind: what `in-page.ts` exports. */
export function pageBundle(): Promise<string> {
  bundled ??= makeBundle();
  return bundled;
}

async function makeBundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('in-page.ts', import.meta.url)), formats: ['iife'], name: 'siyaq' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!('output' in output)) throw new Error('The bundle was not built');
  return output.output[0].code.replace(/^(?:'use strict';\s*)?(?:var|const) siyaq\s*=/m, 'globalThis.siyaq =');
}
