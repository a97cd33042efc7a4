import { createHash } from 'node:crypto';
import { defineWxtModule } from 'wxt/modules';
import { bundledPackFile } from '../scripts/lib/pack';

/** Compiles dataset/ into the one file the background reads; a dataset with errors stops the build. */
export default defineWxtModule({
  name: 'siyaq:pack',
  setup(wxt) {
    // Names the file's contents to whoever keeps a copy of it; made once for all parts of a build.
    let hash: string | null = null;
    wxt.hook('vite:build:extendConfig', (_, config) => {
      hash ??= createHash('sha256').update(bundledPackFile().bytes).digest('hex');
      config.define = { ...config.define, 'import.meta.env.SIYAQ_PACK': JSON.stringify(hash) };
    });
    wxt.hook('build:publicAssets', (_, assets) => {
      const { path, bytes } = bundledPackFile();
      assets.push({ relativeDest: 'siyaq.pack', absoluteSrc: path });
      wxt.logger.info(`Dataset compiled: ${(bytes.length / 1024).toFixed(0)} kB`);
    });
  },
});
