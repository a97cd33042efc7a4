import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.output/browser-tests',
  workers: 1,
  timeout: 45_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1000, height: 800 },
    launchOptions: {
      executablePath: process.env.SIYAQ_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
    },
  },
});
