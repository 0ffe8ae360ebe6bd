import { describe, expect, it } from 'vitest'
import { countCheck } from './count-check.mjs'
import { countRunner } from './count-runner.mjs'
import { readPlaywrightReport } from './read-playwright-report.mjs'
import { readReportFile } from './read-report-file.mjs'
import { readVitestReport } from './read-vitest-report.mjs'
import { formatTally, sumTallies } from './tally.mjs'

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] }],
}

const playwrightReport = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2 }, errors: [] }

describe('countRunner', () => {
  it('believes a report that agrees with the exit code', () => {
    const report = readVitestReport(vitestReport)
    expect(countRunner(report, 0)).toMatchObject({ passed: 3, failed: 0, skipped: 2 })
  })

  it('counts a bad end without a failed test as one failure', () => {
    const report = readVitestReport(vitestReport)
    expect(countRunner(report, 1)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('counts a missing report as a failure, whatever the exit code', () => {
    expect(countRunner(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('takes tests that told why they could not run for neither passed nor failed', () => {
    const notRun = [{ count: 5, reason: 'no gateway' }]
    const report = { passed: 0, failed: 0, skipped: 0, notRun }
    expect(countRunner(report, 0)).toEqual(report)
  })

  it('counts a run without any test as a failure', () => {
    const empty = { ...vitestReport, numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }
    expect(countRunner(readVitestReport(empty), 0)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('readVitestReport', () => {
  it('counts a file that failed to load', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
    const report = { ...vitestReport, testResults: [...vitestReport.testResults, broken] }
    expect(readVitestReport(report)).toMatchObject({ passed: 3, failed: 1 })
  })

  it('does not count a failed test twice, once as its file', () => {
    const file = { name: 'b.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }] }
    const report = { ...vitestReport, numFailedTests: 1, testResults: [file] }
    expect(readVitestReport(report).failed).toBe(1)
  })

  it('counts what passed only when it was run again as failed, and names it', () => {
    const flaky = {
      status: 'passed',
      ancestorTitles: ['a list'],
      title: 'scrolls',
      failureMessages: ['Error: no row\n    at a.test.ts:1'],
    }
    const file = { name: 'b.test.ts', status: 'passed', assertionResults: [flaky] }
    const tally = readVitestReport({ ...vitestReport, testResults: [file] })
    expect(tally).toMatchObject({ passed: 2, failed: 1 })
    expect(tally.flaky).toEqual(['a list › scrolls: Error: no row'])
  })
})

describe('reasons of tests that could not run', () => {
  it('are read from the titles of Vitest, and not counted as skipped once more', () => {
    const skipped = (...ancestorTitles: readonly string[]) => ({
      status: 'skipped',
      ancestorTitles,
    })
    const results = [skipped('not run: no gateway', 'put'), skipped('put'), { status: 'passed' }]
    const file = { name: 'b.test.ts', status: 'passed', assertionResults: results }
    expect(readVitestReport({ ...vitestReport, testResults: [file] })).toMatchObject({
      skipped: 1,
      notRun: [{ count: 1, reason: 'no gateway' }],
    })
  })

  it('are read from the annotations of Playwright, however deep the group', () => {
    const annotations = [{ type: 'skip', description: 'no gateway' }]
    const specs = [{ tests: [{ status: 'skipped', annotations }, { status: 'skipped' }] }]
    const report = { ...playwrightReport, suites: [{ suites: [{ specs }] }] }
    expect(readPlaywrightReport(report)).toMatchObject({
      passed: 4,
      skipped: 1,
      notRun: [{ count: 1, reason: 'no gateway' }],
    })
  })
})

describe('readPlaywrightReport', () => {
  it('counts errors outside of tests as failed', () => {
    const stats = { ...playwrightReport.stats, unexpected: 1 }
    const report = { stats, errors: [{ message: 'The server did not start.' }] }
    expect(readPlaywrightReport(report)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
      notRun: [],
      notes: ['The server did not start.'],
      flaky: [],
    })
  })

  it('counts what passed only when it was run again as failed, and names it', () => {
    const results = [{ error: { message: 'Timed out\nwaiting' } }, {}]
    const tests = [{ status: 'flaky', projectName: 'firefox', results }]
    const stats = { ...playwrightReport.stats, flaky: 1 }
    const report = { stats, errors: [], suites: [{ specs: [{ title: 'uploads', tests }] }] }
    expect(readPlaywrightReport(report)).toMatchObject({
      passed: 4,
      failed: 1,
      flaky: ['firefox › uploads: Timed out'],
    })
  })
})

describe('readReportFile', () => {
  it('gives nothing for a file that is not there', () => {
    expect(readReportFile('/nowhere/report.json', readVitestReport)).toBeUndefined()
  })

  it('gives nothing for a file that is no report', () => {
    expect(readReportFile(import.meta.filename, readVitestReport)).toBeUndefined()
  })
})

describe('countCheck', () => {
  it('passes or fails once', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('formatTally', () => {
  it('names what was skipped only where there is something', () => {
    const sum = sumTallies([countCheck(0), countCheck(1)])
    expect(formatTally(sum)).toBe('1 passed, 1 failed')
    expect(formatTally({ ...sum, skipped: 2 })).toBe('1 passed, 1 failed, 2 skipped')
  })
})
