// npm test: everything that has to hold, on a machine with nothing but Node and npm.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, installPackages, root, run } from './bootstrap.mjs';

installPackages();
process.env.CHROMIUM_PATH = ensureChromium();

const steps = [
  step('types', 'tsc', '--noEmit'),
  step('lint', 'biome', 'check', '--error-on-warnings'),
  step('unused code', 'knip'),
  vitest('unit'),
  step('build for Chrome', 'wxt', 'build'),
  step('build for Firefox', 'wxt', 'build', '-b', 'firefox', '--mv3'),
  vitest('e2e'),
];

let passed = 0;
let failed = 0;
for (const { name, execute } of steps) {
  console.log(`\n── ${name} ──`);
  const result = execute();
  passed += result.passed;
  failed += result.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** A step that passes or fails as one. */
function step(name, ...command) {
  const execute = () => {
    const ok = run('npx', ['--no-install', ...command]);
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  };
  return { name, execute };
}

/** A Vitest project, each of whose tests counts. A test that did not run counts as failed. */
function vitest(project) {
  const report = `.cache/${project}.json`; // relative: a shell would split a path with spaces
  const execute = () => {
    rmSync(join(root, report), { force: true });
    const ok = run('npx', [
      ...['--no-install', 'vitest', 'run', '--project', project],
      ...['--reporter', project === 'e2e' ? 'verbose' : 'default'],
      ...['--reporter', 'json', '--outputFile.json', report],
    ]);
    const counts = countIn(join(root, report));
    // A file that could not be loaded has no tests to count.
    if (!ok && counts.failed === 0) counts.failed = 1;
    return counts;
  };
  return { name: `${project} tests`, execute };
}

function countIn(report) {
  try {
    const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
