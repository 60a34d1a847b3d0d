// Prints `N passed, N failed` from vitest's JSON report and exits with 1 if anything failed.
//   node count-tests.mjs REPORT STATUS_OF_NPM_TEST FAILED_STEPS
import { existsSync, readFileSync } from 'node:fs';

const [report, testStatus, failedSteps] = process.argv.slice(2);
const { passed, failed } = existsSync(report) ? countsOf(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };

// a type error or an unhandled rejection fails the run without failing a test: it counts once
const unseen = failed === 0 && (Number(testStatus) !== 0 || passed === 0) ? 1 : 0;
const allFailed = failed + unseen + Number(failedSteps);
console.log(`${passed} passed, ${allFailed} failed`);
process.exit(allFailed > 0 ? 1 : 0);

/** A file that does not load has no tests to fail: it counts once. */
function countsOf({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
  });
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}
