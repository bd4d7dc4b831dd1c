import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#core/contract/errors.ts'
import { importColumn, importedRole, importFault, type ImportCells, type ImportFault } from '#core/contract/imports.ts'
import { checkLine } from '#core/domain/import/check-line.ts'
import { EXAMPLE_ROW, readLines, TEMPLATE_HEADERS } from '#core/domain/import/columns.ts'
import { toCsv } from '#core/domain/import/csv.ts'
import { faultWords } from '#core/domain/import/fault-words.ts'
import { planImport, type ImportWorld, type KnownPerson } from '#core/domain/import/plan-import.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { rolesGivenByList } from '#core/domain/policy/imported-roles.ts'

const roles = importedRole.options

const person = (change: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ personId: 'p-li', name: '李老师', organisationId: 'first', stage: '初中', subject: '语文', post: null },
  grants: [{ role: 'teacher', scope: 'school', scopeId: 'first' }],
  ...change,
})

const world = (people: Record<string, KnownPerson> = {}): ImportWorld => ({
  organisations: [
    { id: 'bureau', parentId: null, kind: 'city-bureau', name: '某市教育局', shortName: '市教育局' },
    { id: 'east', parentId: 'bureau', kind: 'district', name: '东区教育局', shortName: '东区' },
    { id: 'west', parentId: 'bureau', kind: 'district', name: '西区教育局', shortName: '西区' },
    { id: 'first', parentId: 'east', kind: 'school', name: '东区第一中学', shortName: '东区一中' },
    { id: 'east-hope', parentId: 'east', kind: 'school', name: '希望小学', shortName: '希望小学' },
    { id: 'west-hope', parentId: 'west', kind: 'school', name: '希望小学', shortName: '希望小学' },
  ],
  people: new Map(Object.entries(people)),
})

const plan = (rows: ImportCells[], people: Record<string, KnownPerson> = {}) =>
  planImport(
    rows.map((cells, index) => ({ number: index + 2, cells })),
    { world: world(people), roles },
  )
const li = { name: '李老师', username: 'li', organisation: '东区第一中学' }

const faultsOf = (cells: ImportCells, people: Record<string, KnownPerson> = {}): ImportFault[] => {
  const [row] = plan([cells], people).rows
  return row?.kind === 'faulty' ? row.faults : []
}

describe('what a row may say', () => {
  it.each([
    ['no name', { ...li, name: '' }, { kind: 'missing', column: 'name' }],
    ['no organisation', { ...li, organisation: '' }, { kind: 'missing', column: 'organisation' }],
    ['a user name no keyboard has', { ...li, username: '李老师' }, { kind: 'bad-username', column: 'username' }],
    ['a name that is too long', { ...li, name: '长'.repeat(21) }, { kind: 'too-long', column: 'name', max: 20 }],
    ['a line break within a cell', { ...li, post: '组长\n校长' }, { kind: 'unreadable', column: 'post' }],
    ['an unknown stage', { ...li, stage: '大学' }, { kind: 'unknown', column: 'stage' }],
    ['a role that lists do not give', { ...li, role: '市办管理员' }, { kind: 'unknown', column: 'role' }],
    ['an unknown district', { ...li, organisation: '新校', parent: '南区' }, { kind: 'unknown-parent' }],
    ['a school as parent', { ...li, organisation: '新校', parent: '东区第一中学' }, { kind: 'unknown-parent' }],
    [
      'a name that two schools have',
      { ...li, organisation: '希望小学' },
      { kind: 'ambiguous', choices: ['东区教育局', '西区教育局'] },
    ],
    ['a district’s role at a school', { ...li, role: '区县管理员' }, { kind: 'wrong-place', needs: 'district' }],
  ])('[IMP1] %s is said at its cell, with what to write instead', (_what, cells, fault) => {
    const [found, ...others] = faultsOf(cells)
    expect(found).toMatchObject(fault)
    expect(others).toEqual([])
    if (found === undefined) return
    for (const locale of ['zh-CN', 'en']) expect(faultWords(found, locale)).toMatch(/\S{4}/)
  })

  it('[IMP1] a user name of somebody else, or twice in the file, is at fault; each names the other', () => {
    expect(faultsOf({ ...li, name: '王老师' }, { li: person() })).toMatchObject([
      { kind: 'other-name', name: '李老师' },
    ])
    expect(faultsOf(li, { li: person({ personId: null }) })).toMatchObject([{ kind: 'taken' }])
    const { rows } = plan([li, { ...li, name: '王老师' }, { ...li, username: 'wang' }])
    expect(rows.map((row) => (row.kind === 'faulty' ? row.faults : row.kind))).toMatchObject([
      [{ kind: 'twice', otherRow: 3 }],
      [{ kind: 'twice', otherRow: 2 }],
      'new',
    ])
  })

  it('[IMP1] whatever stands in the cells, a row is checked without throwing, and says what it says within bounds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('', '教师', '东区', 'li', '初中'),
    )
    const cells = fc.record(Object.fromEntries(importColumn.options.map((column) => [column, cell])), {
      requiredKeys: [],
    })
    fc.assert(
      fc.property(cells, (one) => {
        const { faults } = checkLine(one, { roles })
        for (const fault of [...faults, ...faultsOf(one, { li: person() })]) {
          importFault.parse(fault)
          expect(fault.found.length).toBeLessThan(130)
          expect(faultWords(fault, 'zh-CN')).not.toBe('')
        }
      }),
    )
  })

  it('[IMP2] only who may manage people gives roles by list', () => {
    expect(rolesGivenByList(GUEST)).toEqual([])
    expect(faultsOf({ ...li, role: '教师' })).toEqual([])
    const refused = planImport([{ number: 2, cells: { ...li, role: '教师' } }], { world: world(), roles: [] })
    expect(refused.rows[0]?.kind).toBe('faulty')
  })
})

describe('which organisation a row means', () => {
  it.each([
    ['by its full name', { organisation: '东区第一中学' }],
    ['by the name people say', { organisation: '东区一中' }],
    ['below its district', { organisation: '东区第一中学', parent: '东区' }],
    ['below its district by full name', { organisation: '东区一中', parent: '东区教育局' }],
  ])('[IMP3] %s', (_how, where) => {
    expect(plan([{ ...li, ...where }])).toMatchObject({ newSchools: [], rows: [{ kind: 'new', at: { id: 'first' } }] })
  })

  it('[IMP3] one of several of a name, by its district', () => {
    expect(plan([{ ...li, organisation: '希望小学', parent: '西区' }]).rows).toMatchObject([
      { at: { id: 'west-hope' } },
    ])
  })

  it('[IMP3] a new school is made once, below what its row says or the bureau; rows that leave the parent out find it', () => {
    const { newSchools, rows } = plan([
      { ...li, organisation: '实验学校' },
      { ...li, username: 'aa', organisation: '实验学校', parent: '西区' },
      { ...li, username: 'bb', organisation: '市直中学' },
      { ...li, username: 'cc', organisation: '市直中学', parent: '' },
    ])
    expect(rows.map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'new'])
    expect(newSchools).toMatchObject([
      { name: '实验学校', parentId: 'west' },
      { name: '市直中学', parentId: 'bureau' },
    ])
  })

  it('[IMP3] a row with a fault makes no school', () => {
    expect(plan([{ ...li, name: '', organisation: '新校' }]).newSchools).toEqual([])
  })
})

describe('what is changed', () => {
  it('[IMP4] what is said and differs; an empty cell says nothing', () => {
    const cells = { ...li, stage: '高中', subject: '语文', post: '', role: '教师' }
    expect(plan([cells], { li: person({ post: '组长' }) }).rows).toMatchObject([
      { kind: 'changed', changes: [{ field: 'stage', before: '初中', after: '高中' }], grant: null },
    ])
    expect(plan([li], { li: person() }).rows).toMatchObject([{ kind: 'same' }])
  })

  it('[IMP4] a new right is added to those held', () => {
    const [row] = plan([{ ...li, role: '学校主管干部' }], { li: person() }).rows
    expect(row).toMatchObject({ changes: [{ field: 'role', after: '学校主管干部' }], grant: { role: 'school-admin' } })
    const held = person({ grants: [{ role: 'school-admin', scope: 'school', scopeId: 'first' }] })
    expect(plan([{ ...li, role: '学校主管干部' }], { li: held }).rows).toMatchObject([{ kind: 'same' }])
  })
})

describe('the header', () => {
  const row = (number: number, ...cells: string[]) => ({ number, cells })

  it('[IMP5] names its columns in whatever order and spelling; others are named and ignored', () => {
    const read = readLines([
      row(1, '', ''),
      row(3, ' 用户名（必填） ', '电话', '*姓名', '学校'),
      row(4, ' ＬＩ ', '139', '李　明', '东区 一中'),
      row(5, '', '', '', ''),
      row(9, 'wang', '', '王\u200b五', '东区一中'),
    ])
    expect(read.ignoredColumns).toEqual(['电话'])
    expect(read.lines).toEqual([
      { number: 4, cells: { username: 'li', name: '李明', organisation: '东区一中' } },
      { number: 9, cells: { username: 'wang', name: '王五', organisation: '东区一中' } },
    ])
  })

  it('[IMP5] what is no list of people is refused as a whole', () => {
    const refusalOf = (...rows: { number: number; cells: string[] }[]) => {
      try {
        readLines(rows)
      } catch (error) {
        return error instanceof AppError ? error.message : error
      }
      return undefined
    }
    expect(refusalOf()).toBe('这张表是空的。')
    expect(refusalOf(row(1, '姓名', '电话'))).toBe('第 1 行是表头，其中没有“用户名”、“单位”。请对照模板补上。')
    expect(refusalOf(row(1, '姓名', '用户名', '单位', '学校'))).toContain('“单位”有两列')
    expect(refusalOf(row(1, '姓名', '用户名', '单位'))).toBe('这张表只有表头，没有人。')
    const example = importColumn.options.map((column) => EXAMPLE_ROW[column])
    expect(refusalOf(row(1, ...TEMPLATE_HEADERS), row(2, ...example))).toBe('这张表只有表头，没有人。')
  })
})

it('[IMP6] CSV says nothing that a spreadsheet takes for a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', ' =', '\t=', '＝'), fc.string(), (begin, rest) => {
      const cell = toCsv([[`${begin}${rest}`]]).replace(/^\ufeff"?/, '')
      expect(cell.startsWith("'")).toBe(true)
    }),
  )
  expect(toCsv([['a,b', 'say "hi"', 3]])).toBe('\ufeff"a,b","say ""hi""",3\r\n')
})
