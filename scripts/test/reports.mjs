/** Counts of a report that vitest wrote (reporter json). A test file that could not be loaded counts as one failure. */
export function readVitestReport({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const notLoaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + notLoaded.length, skipped: numPendingTests + numTodoTests }
}

/** Counts of a report that Playwright wrote (reporter json). A test that passed at its second try counts as failed. */
export function readPlaywrightReport({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}
