/**
 * `npm test`: installs what is missing, runs everything, and closes with one line that counts. Names of steps behind it
 * (`npm test -- unit types`) run only those.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './setup/build.mjs';
import { ensureBrowser } from './setup/browsers.mjs';
import { ensurePackages, progress } from './setup/packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, '.cache', 'reports');
const bin = (path) => join(root, 'node_modules', path);
const node = process.execPath;
const environment = { ...process.env };

/** A step of one command: it passes or fails as a whole. */
const command = (words) => () => {
  const { status } = run(words);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

function run(words, extra = {}) {
  return spawnSync(node, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...environment, ...extra } });
}

/** Unit tests: the counts are the runner's own. */
function unit() {
  const file = join(reports, 'unit.json');
  const { status } = run([bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  return counted(status, () => {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles(report) };
  });
}

/** Files that failed before any of their tests ran. */
function brokenFiles(report) {
  return report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
}

/** Tests in real browsers: the counts are the runner's own. */
const playwright = (folder) => () => {
  const file = join(reports, `${folder}.json`);
  const { status } = run([bin('playwright/cli.js'), 'test', '-c', `tests/${folder}/playwright.config.ts`, '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return counted(status, () => {
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  });
};

/** A runner that failed without a failed test to show counts as one failure. */
function counted(status, read) {
  try {
    const counts = read();
    return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const STEPS = {
  build: () => {
    const built = ['chrome', 'firefox'].filter((browser) => build(root, browser)).length;
    return { passed: built, failed: 2 - built };
  },
  lint: command([bin('eslint/bin/eslint.js'), '--max-warnings=0', '.']),
  types: command([bin('typescript/bin/tsc'), '--noEmit']),
  unused: command([bin('knip/bin/knip.js')]),
  dataset: command(['--import', 'tsx', 'scripts/dataset.ts', 'check', '--errors']),
  size: command(['--import', 'tsx', 'scripts/size.ts']),
  unit,
  browser: playwright('browser'),
  e2e: playwright('e2e'),
};

try {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in STEPS));
  if (unknown.length > 0) throw new Error(`no step is called ${unknown.join(', ')}: there are ${Object.keys(STEPS).join(', ')}`);
  const names = wanted.length > 0 ? wanted : Object.keys(STEPS);
  ensurePackages(root);
  if (names.some((name) => name === 'browser' || name === 'e2e')) {
    environment.SIYAQ_CHROMIUM = ensureBrowser('chromium', root);
    environment.SIYAQ_FIREFOX = ensureBrowser('firefox', root);
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = names.map((name) => {
    progress(name);
    const started = Date.now();
    const result = STEPS[name]();
    return { name, ...result, seconds: (Date.now() - started) / 1000 };
  });
  const total = results.reduce((sum, r) => ({ passed: sum.passed + r.passed, failed: sum.failed + r.failed }), { passed: 0, failed: 0 });
  console.log('');
  for (const { name, passed, failed, seconds } of results) console.log(`${name.padEnd(8)} ${String(passed).padStart(4)} passed  ${String(failed).padStart(3)} failed  ${seconds.toFixed(1).padStart(6)} s`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
} catch (error) {
  console.error(`test: ${error.message}`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
