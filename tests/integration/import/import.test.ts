import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, signIn } from '#tests/support/city/http-door.ts'
import { xlsxList } from '#tests/support/import/make-list.ts'
import { openImportCity, type ImportCity } from './import-city.ts'

const LIST = [
  ['李明', 'li.ming', '张店区实验中学', '张店区', '初中', '语文', '班主任', ''],
  ['王芳', 'wang.fang', '张店区第九中学', '张店区', '高中', '数学', '', '学校主管干部'],
  ['赵强', 'zhao.qiang', '市直第一中学', '', '', '', '', '教师'],
  // Somebody who is there already: another stage and post.
  ['周雨桐', 'zhouyutong', '桓台县第三初级中学', '', '高中', '语文', '备课组长', ''],
  // And as they are.
  ['马骏', 'majun', '淄川区般阳中学', '', '', '', '', ''],
] as const

let office: ImportCity
beforeEach(async () => {
  office = await openImportCity()
})
afterEach(async () => {
  expect(office.city.errors).toEqual([])
  await office.close()
})

const person = (username: string) =>
  office.city.database.person.findFirstOrThrow({
    where: { user: { username } },
    include: { grants: { orderBy: { id: 'asc' } }, organisation: { include: { parent: true } } },
  })

describe('a list of people', () => {
  it('[IMP9] the check says what would be done, and writes nothing but the batch', async () => {
    const before = await office.snapshot()
    const batchId = await office.upload([...LIST, ['错', '错', '新校', '南区', '大学', '', '', '局长']])
    expect(await office.ask('import.get', { batchId })).toMatchObject({
      ...{ state: 'checked', fileName: '人员.csv', uploadedBy: '耿凤鸣', ignoredColumns: [] },
      counts: { rows: 6, schools: 2, new: 3, changed: 1, same: 1, faulty: 1 },
      newSchools: [
        { name: '张店区第九中学', parent: '张店区教育和体育局' },
        { name: '市直第一中学', parent: '淄博市教育局' },
      ],
    })
    const { rows } = await office.ask('import.rows', { batchId, kind: 'changed' })
    expect(rows).toMatchObject([
      {
        number: 5,
        changes: [
          { field: 'stage', before: '初中', after: '高中' },
          { field: 'post', before: null, after: '备课组长' },
        ],
      },
    ])
    expect(await office.faults(batchId)).toMatchObject([
      { number: 7, faults: [{ column: 'username' }, { column: 'stage' }, { column: 'role' }, { column: 'parent' }] },
    ])
    expect(await office.snapshot()).toEqual(before)
  })

  it('[IMP10] is written as it was checked; the same once more changes nothing', async () => {
    const batchId = await office.bring([...LIST])
    expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'written', doneRows: 4 })
    expect(await person('li.ming')).toMatchObject({
      ...{ name: '李明', stage: '初中', subject: '语文', post: '班主任' },
      organisation: { name: '张店区实验中学' },
      grants: [{ role: 'teacher', scope: 'school' }],
    })
    const wang = await person('wang.fang')
    expect(wang.organisation).toMatchObject({ name: '张店区第九中学', kind: 'school', parent: { shortName: '张店区' } })
    expect(wang.grants).toMatchObject([{ role: 'school-admin', scope: 'school', scopeId: wang.organisationId }])
    expect((await person('zhao.qiang')).organisation.parent).toMatchObject({ kind: 'city-bureau' })
    expect(await person('zhouyutong')).toMatchObject({ stage: '高中', post: '备课组长' })

    const before = await office.snapshot()
    const again = await office.upload(await xlsxList(LIST))
    expect(await office.ask('import.get', { batchId: again })).toMatchObject({
      counts: { schools: 0, new: 0, changed: 0, same: 5, faulty: 0 },
    })
    expect(await office.codeOf('import.confirm', { batchId: again, leavesOutFaulty: false })).toBe('CONFLICT')
    await office.city.imports.run(batchId)
    await office.city.imports.run(again)
    expect(await office.snapshot()).toEqual(before)
    const audit = await office.city.database.auditLog.findMany({
      where: { subject: `import:${batchId}` },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ action }) => action)).toEqual(['import.upload', 'import.confirm', 'import.written'])
  })

  it('[IMP10] ordered twice at once it is written once', async () => {
    const batchId = await office.upload([...LIST])
    const confirm = () => office.codeOf('import.confirm', { batchId, leavesOutFaulty: false })
    expect((await Promise.all([confirm(), confirm()])).sort()).toEqual(['CONFLICT', 'OK'])
    await Promise.all([office.city.imports.run(batchId), office.city.imports.run(batchId)])
    expect(await office.city.database.user.count({ where: { username: { in: ['li.ming', 'wang.fang'] } } })).toBe(2)
  })

  it('[IMP11] rows with faults are left out only where that is said', async () => {
    const batchId = await office.upload([...LIST, ['', 'nobody', '某校', '', '', '', '', '']])
    expect(await office.codeOf('import.confirm', { batchId, leavesOutFaulty: false })).toBe('CONFLICT')
    expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'checked' })
    await office.ask('import.confirm', { batchId, leavesOutFaulty: true })
    await office.city.imports.run(batchId)
    expect(await office.city.database.user.count({ where: { username: 'nobody' } })).toBe(0)
    expect(await office.city.database.organisation.count({ where: { name: '某校' } })).toBe(0)
  })

  it('[IMP12] what has changed between check and writing is not written over: it is checked again first', async () => {
    const batchId = await office.upload([...LIST])
    await office.ask('import.confirm', { batchId, leavesOutFaulty: false })
    await office.city.database.person.update({
      where: { id: (await person('zhouyutong')).id },
      data: { stage: '小学' },
    })
    const before = await office.snapshot()
    await office.city.imports.run(batchId)
    expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'checked', problem: 'outdated' })
    expect(await office.snapshot()).toEqual(before)
    await office.ask('import.check-again', { batchId })
    const { rows } = await office.ask('import.rows', { batchId, kind: 'changed' })
    expect(rows[0]?.changes[0]).toEqual({ field: 'stage', before: '小学', after: '高中' })
    await office.ask('import.confirm', { batchId, leavesOutFaulty: false })
    await office.city.imports.run(batchId)
    expect(await person('zhouyutong')).toMatchObject({ stage: '高中' })
  })

  it('[IMP1] a fault that the city had, not the file, goes by checking again', async () => {
    const batchId = await office.upload([['李明', 'li.ming', '新区中学', '新区', '', '', '', '']])
    expect((await office.faults(batchId))[0]?.faults).toMatchObject([{ kind: 'unknown-parent' }])
    const bureau = await office.city.database.organisation.findFirstOrThrow({ where: { parentId: null } })
    await office.ask('organisation.add', { parentId: bureau.id, kind: 'district', name: '新区' })
    await office.ask('import.check-again', { batchId })
    expect(await office.ask('import.get', { batchId })).toMatchObject({ counts: { new: 1, schools: 1, faulty: 0 } })
  })
})

describe('first passwords', () => {
  it('[IMP13] nobody signs in to an account of a list, whatever the password, until its link was used', async () => {
    const batchId = await office.bring([...LIST])
    const answers = await Promise.all(
      ['', '!', 'li.ming', '123456', 'null', ' ', '\0'].map((password) =>
        office.door.post('/api/auth/sign-in', { body: { username: 'li.ming', password } }),
      ),
    )
    for (const answer of answers) expect(['UNAUTHENTICATED', 'INVALID']).toContain(codeOf(answer))
    expect(await office.city.database.authSession.count({ where: { user: { username: 'li.ming' } } })).toBe(0)

    const { organisations } = await office.ask('import.waiting', { batchId })
    expect(organisations.map(({ name, waiting }) => [name, waiting]).sort()).toEqual(
      [
        ['张店区实验中学', 1],
        ['张店区第九中学', 1],
        ['市直第一中学', 1],
      ].sort(),
    )
    const organisationId = organisations.find(({ name }) => name === '张店区实验中学')?.id ?? ''
    const [first] = (await office.ask('import.make-slips', { batchId, organisationId })).slips
    const { slips } = await office.ask('import.make-slips', { batchId, organisationId })
    expect(slips).toMatchObject([{ name: '李明', username: 'li.ming', organisation: '张店区实验中学' }])
    const choose = (link = '') => office.codeOf('password.set', { link, password: 'chosen by myself' })
    expect(await choose(first?.link)).toBe('NOT_FOUND')
    expect(await choose(slips[0]?.link)).toBe('OK')
    await signIn(office.door, { username: 'li.ming', password: 'chosen by myself' })
    expect((await office.ask('import.waiting', { batchId })).organisations).toHaveLength(2)
    expect((await office.ask('import.make-slips', { batchId, organisationId })).slips).toEqual([])
  })
})

describe('taking a batch back', () => {
  it('[IMP14] leaves everything as it was before', async () => {
    const before = await office.snapshot()
    const batchId = await office.bring([...LIST, ['田甜', 'tiantian', '新的学校', '张店区', '', '', '', '专家']])
    expect(await office.ask('import.get', { batchId })).toMatchObject({
      state: 'written',
      counts: { schools: 3, changed: 2 },
    })
    const { organisations } = await office.ask('import.waiting', { batchId })
    for (const { id } of organisations) await office.ask('import.make-slips', { batchId, organisationId: id })
    await office.takeBack(batchId)
    expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'taken-back', keptFields: 0 })
    expect(await office.snapshot()).toEqual(before)
    expect(await office.codeOf('import.take-back', { batchId })).toBe('CONFLICT')
  })

  it('[IMP15] as a whole or not at all: who has been used since stands in the way, and is named', async () => {
    const batchId = await office.bring([...LIST])
    const { database, city } = office.city
    const [li, wang, zhao] = await Promise.all(['li.ming', 'wang.fang', 'zhao.qiang'].map(person))
    const studio = await database.studio.findFirstOrThrow()
    await database.membership.create({
      data: { id: city.ids.next(), studioId: studio.id, personId: li?.id ?? '', since: new Date() },
    })
    await database.activity.updateMany({ where: { studioId: studio.id }, data: { hostId: wang?.id ?? '' } })
    await database.person.updateMany({
      where: { user: { username: 'majun' } },
      data: { organisationId: zhao?.organisationId ?? '' },
    })
    const before = await office.snapshot()
    await office.takeBack(batchId)
    expect(await office.ask('import.get', { batchId })).toMatchObject({
      ...{ state: 'written', problem: 'in-use', blockerCount: 3 },
      blockers: [
        { name: '李明', uses: ['studio'] },
        { name: '王芳', uses: ['activity'] },
        { name: '市直第一中学', uses: ['people'] },
      ],
    })
    expect(await office.snapshot()).toEqual(before)
  })

  it('[IMP15] who has chosen a password is in use, and whom a later list has changed', async () => {
    const batchId = await office.bring([...LIST])
    const later = await office.bring([['赵强', 'zhao.qiang', '市直第一中学', '', '小学', '', '', '']])
    const { organisations } = await office.ask('import.waiting', { batchId })
    const organisationId = organisations.find(({ name }) => name === '张店区第九中学')?.id ?? ''
    const { slips } = await office.ask('import.make-slips', { batchId, organisationId })
    await office.ask('password.set', { link: slips[0]?.link ?? '', password: 'chosen by myself' })
    await office.takeBack(batchId)
    const { blockers } = await office.ask('import.get', { batchId })
    expect(blockers.map(({ name, uses }) => [name, uses])).toEqual(
      expect.arrayContaining([
        ['王芳', ['signed-in']],
        ['赵强', ['later-import']],
      ]),
    )
    await office.takeBack(later)
    expect((await person('zhao.qiang')).stage).toBeNull()
  })

  it('[IMP16] a field that somebody has changed since stays as they left it', async () => {
    const batchId = await office.bring([...LIST])
    const { id } = await person('zhouyutong')
    await office.city.database.person.update({ where: { id }, data: { post: '教务主任' } })
    await office.takeBack(batchId)
    expect(await person('zhouyutong')).toMatchObject({ stage: '初中', post: '教务主任' })
    expect(await office.ask('import.get', { batchId })).toMatchObject({ state: 'taken-back', keptFields: 1 })
  })
})
