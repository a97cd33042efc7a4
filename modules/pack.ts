import { defineWxtModule } from 'wxt/modules';
import { bundledPackFile } from '../scripts/lib/pack';

/** Compiles dataset/ into the one file the background reads; a dataset with errors stops the build. */
export default defineWxtModule({
  name: 'siyaq:pack',
  setup(wxt) {
    wxt.hook('build:publicAssets', (_, assets) => {
      const { path, bytes } = bundledPackFile();
      assets.push({ relativeDest: 'siyaq.pack', absoluteSrc: path });
      wxt.logger.info(`Dataset compiled: ${(bytes.length / 1024).toFixed(0)} kB`);
    });
  },
});
