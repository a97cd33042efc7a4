import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest() as never],
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
