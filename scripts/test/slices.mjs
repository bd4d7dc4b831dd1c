import { readPlaywrightReport, readVitestReport } from './reports.mjs'

const REPORTS = '.cache/reports'

/** One check, which passes or fails as a whole. */
const check = (name, title, command, args) => ({ name, title, kind: 'check', command, args })

const vitest = (name, title, projects = [name]) => {
  const report = `${REPORTS}/${name}.json`
  const chosen = projects.map((project) => `--project=${project}`)
  const args = ['run', ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return { name, title, kind: 'tests', command: 'vitest', args, report, readReport: readVitestReport }
}

/** In the order in which they run: what is quick to tell comes first. */
export const slices = [
  check('types', '类型', 'tsc', ['--noEmit', '-p', '.']),
  check('lint', '代码规范', 'eslint', ['.', '--max-warnings=0']),
  check('format', '排版', 'prettier', ['--check', '.']),
  check('rules', '导入规则', 'node', ['scripts/check-imports.mjs']),
  check('dead', '无用代码', 'knip', []),
  vitest('unit', '单元测试'),
  vitest('integration', '集成测试', ['integration', 'live']),
  {
    name: 'e2e',
    title: '浏览器测试',
    kind: 'tests',
    command: 'playwright',
    args: ['test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${REPORTS}/e2e.json` },
    report: `${REPORTS}/e2e.json`,
    readReport: readPlaywrightReport,
  },
]
