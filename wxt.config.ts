import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { fileURLToPath } from 'node:url';

/** Extension pages load nothing but their own files, and send nothing anywhere. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'public/icon.svg' },
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  vite: () => ({
    plugins: [preact()],
    // WXT's own tells the page that the extension is there: see content-context.ts.
    resolve: { alias: { 'wxt/utils/content-script-context': fileURLToPath(new URL('utils/browser/content-context.ts', import.meta.url)) } },
    build: { sourcemap: false },
  }),
  manifest: ({ browser }) => ({
    default_locale: 'ar',
    name: '__MSG_ext_name__',
    short_name: 'سياق',
    description: '__MSG_ext_description__',
    permissions: ['storage', 'scripting', 'activeTab'],
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_ext_name__' },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // Four at most may suggest a key; the reader rebinds them in the browser's own page.
    commands: {
      'next-mention': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_command_next_mention__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_command_previous_mention__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_open_card__' },
      'toggle-site': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_command_toggle_site__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'siyaq@siyaq.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
