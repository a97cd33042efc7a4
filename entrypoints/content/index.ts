import { defineContentScript } from 'wxt/utils/define-content-script';
import { answer, send } from '../../utils/browser/content-messages';
import { readSettings, watchSettings } from '../../utils/browser/settings-store';
import { isOff, SITE_MATCHES } from '../../utils/browser/sites';
import { PageSession } from './session';
import './marks.css';

export default defineContentScript({
  // Read when the manifest is written; the list itself need not be carried into every article.
  matches: import.meta.env.ENTRYPOINT ? [] : SITE_MATCHES,
  runAt: 'document_end',
  registration: 'manifest',
  async main(ctx) {
    let session: PageSession | null = null;
    // Nobody tells an orphan that it is one: it looks before it asks, and so is gone with the first thing asked.
    const ask: typeof send = (...question) => (ctx.isInvalid ? Promise.reject(new Error('The extension was replaced')) : send(...question));
    const configure = (settings: Awaited<ReturnType<typeof readSettings>>): void => {
      if (ctx.isInvalid) return;
      if (isOff(settings, location.hostname)) {
        if (!session) return;
        session.destroy();
        session = null;
        // Nothing is marked here any longer; the badge says so.
        send('found', { count: 0 }).catch(() => undefined);
      } else if (session) session.configure(settings);
      else session = new PageSession({ send: ask, settings });
    };

    const stops = [
      answer('pageState', () => session?.state() ?? { on: false, date: null, dateSource: null, cast: [], unclear: 0 }),
      answer('jump', ({ entity }) => {
        session?.jump(entity);
        return null;
      }),
      answer('command', ({ name }) => {
        session?.command(name);
        return null;
      }),
      watchSettings(configure),
    ];
    // After an update or removal this script is an orphan: it can ask nobody, and must leave nothing behind.
    ctx.onInvalidated(() => {
      session?.destroy();
      session = null;
      for (const stop of stops) {
        try {
          stop();
        } catch {
          // The browser's side of it is gone already.
        }
      }
    });
    configure(await readSettings());
  },
});
