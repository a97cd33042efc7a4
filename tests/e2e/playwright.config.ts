import { defineConfig } from '@playwright/test';

/** The built extension in both browsers. One worker: timings are measured, and browsers share the machine. */
export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../../.output/e2e-tests',
  workers: 1,
  timeout: 40_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'chromium', testDir: './chromium' },
    { name: 'firefox', testDir: './firefox' },
  ],
});
