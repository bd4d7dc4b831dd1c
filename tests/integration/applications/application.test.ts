import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ApplicationDecision, ApplicationForm, MendingNotes } from '#core/contract/applications.ts'
import { AppError } from '#core/contract/errors.ts'
import { createApplicationDeps } from '#server/start-applications.ts'
import type { ApplicationDeps } from '#server/usecases/applications/application-door.ts'
import { decideApplications } from '#server/usecases/applications/decide-applications.ts'
import { getApplication, listApplications } from '#server/usecases/applications/look-at-applications.ts'
import { findSchools, getOwnApplication } from '#server/usecases/applications/look-at-own.ts'
import {
  saveApplication,
  submitApplication,
  withdrawApplication,
} from '#server/usecases/applications/write-application.ts'
import { fullForm } from '#tests/support/application/full-form.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: ApplicationDeps
let teacher: PersonActor
let district: PersonActor
let otherDistrict: PersonActor
let office: PersonActor
let schoolId: string

beforeAll(async () => {
  world = await foundTestCity()
  deps = createApplicationDeps(world)
  teacher = await world.actorOf('周雨桐')
  district = await world.actorOf('路广平')
  otherDistrict = await world.actorOf('左秀芬')
  office = await world.actorOf('耿凤鸣')
  schoolId = await schoolOf('张店区实验中学')
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.database.studioApplication.deleteMany()
})

async function schoolOf(name: string): Promise<string> {
  return (await world.database.organisation.findFirstOrThrow({ where: { name }, select: { id: true } })).id
}

const codeOf = async (asked: Promise<unknown>) => {
  try {
    await asked
    return 'OK'
  } catch (error) {
    if (error instanceof AppError) return error.field === undefined ? error.code : `${error.code} ${error.field}`
    throw error
  }
}

const putPhoto = (id: string) =>
  world.database.studioApplication.update({ where: { id }, data: { photoKey: `application-photos/${id}` } })

async function handIn(who: PersonActor = teacher, change: Partial<ApplicationForm> = {}) {
  const saved = await saveApplication(deps, who, { version: 0, form: fullForm(schoolId, change) })
  await putPhoto(saved.applicationId)
  const { version } = await submitApplication(deps, who, saved)
  return { applicationId: saved.applicationId, version }
}

type Verdict = { reason?: string; notes?: MendingNotes }
const decide = async (
  who: PersonActor,
  decision: ApplicationDecision,
  items: { applicationId: string; version: number }[],
  { reason = '', notes = {} }: Verdict = {},
) => (await decideApplications(deps, who, { items, decision, reason, notes })).results.map(({ outcome }) => outcome)

const stateOf = async (id: string) =>
  (await world.database.studioApplication.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

/** Acts of the audit log about one application, in order. */
const actsOn = async (applicationId: string) =>
  (
    await world.database.auditLog.findMany({
      where: { subject: `application:${applicationId}` },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, actorId }) => `${action} ${actorId ?? ''}`)

const toldTo = async ({ personId }: PersonActor) =>
  (await world.database.notification.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describe('[APP3] a draft', () => {
  it('is kept whatever it lacks, begins with what is known, and is nobody else’s business', async () => {
    const { application, beginning } = await getOwnApplication(deps, teacher)
    expect(application).toBeNull()
    expect(beginning.form.name).toBe('周雨桐名师工作室')
    const saved = await saveApplication(deps, teacher, {
      version: 0,
      form: { ...beginning.form, introduction: '写到一半' },
    })
    const mine = await getOwnApplication(deps, teacher)
    expect(mine.application).toMatchObject({ ...saved, state: 'draft', form: { introduction: '写到一半' } })
    expect(await codeOf(getApplication(deps, office, saved))).toBe('NOT_FOUND')
    expect(await codeOf(submitApplication(deps, teacher, saved))).toMatch(/^INVALID/)
    expect((await listApplications(deps, office, { limit: 50 })).counts).toEqual({})
  })

  it('of two pages that write, the second is told, and nothing of the first is overwritten', async () => {
    const form = fullForm(schoolId)
    const { version } = await saveApplication(deps, teacher, { version: 0, form })
    expect(await codeOf(saveApplication(deps, teacher, { version: 0, form }))).toBe('CONFLICT')
    await saveApplication(deps, teacher, { version, form: { ...form, papers: '第一页写的' } })
    expect(await codeOf(saveApplication(deps, teacher, { version, form: { ...form, papers: '第二页写的' } }))).toBe(
      'CONFLICT',
    )
    expect((await getOwnApplication(deps, teacher)).application?.form.papers).toBe('第一页写的')
  })

  it('schools are found by parts of their name or district', async () => {
    const { schools } = await findSchools(deps, teacher, { query: '张店 实验' })
    expect(schools).toEqual([{ id: schoolId, name: '张店区实验中学', district: '张店区' }])
  })
})

describe('[APP2] from hand to hand', () => {
  it('district, then office; the studio, its master and their role come with the last step, and all of it is written down', async () => {
    const { applicationId, version } = await handIn()
    expect(await decide(office, 'approve', [{ applicationId, version }])).toEqual(['refused'])
    expect(await decide(district, 'approve', [{ applicationId, version }])).toEqual(['done'])
    expect(await stateOf(applicationId)).toBe('office-review')
    expect(await decide(office, 'approve', [{ applicationId, version: version + 1 }])).toEqual(['done'])

    const { application } = await getOwnApplication(deps, teacher)
    expect(application?.state).toBe('opened')
    expect(application?.events.map(({ step, actorName }) => `${step} ${actorName}`)).toEqual([
      'submit 周雨桐',
      'approve 路广平',
      'approve 耿凤鸣',
    ])
    const studio = await world.database.studio.findUniqueOrThrow({ where: { id: application?.studioId ?? '' } })
    expect(studio).toMatchObject({ name: '周雨桐名师工作室', masterId: teacher.personId, hostSchoolId: schoolId })
    const actor = await world.actorOf('周雨桐')
    expect(actor.grants).toContainEqual({ role: 'master', scope: 'studio', scopeId: studio.id })
    expect(await actsOn(applicationId)).toEqual([
      `application.submit ${teacher.personId}`,
      `application.approve ${district.personId}`,
      `application.approve ${office.personId}`,
    ])
    expect((await toldTo(teacher)).slice(-2)).toEqual(['application.passed-on', 'studio.opened'])
  })

  it('a school of the city itself goes to the office at once', async () => {
    const { id: parentId } = await world.database.organisation.findFirstOrThrow({ where: { parentId: null } })
    const own = { id: 'city-school', parentId, kind: 'school', name: '市直第一中学', shortName: '市直一中' }
    await world.database.organisation.create({ data: own })
    const { applicationId } = await handIn(teacher, { schoolId: own.id })
    expect(await stateOf(applicationId)).toBe('office-review')
    expect(await codeOf(getApplication(deps, district, { applicationId }))).toBe('NOT_FOUND')
  })

  it('a district neither sees nor decides what is another’s; nobody decides on their own', async () => {
    const { applicationId, version } = await handIn()
    expect(await codeOf(getApplication(deps, otherDistrict, { applicationId }))).toBe('NOT_FOUND')
    expect(await decide(otherDistrict, 'approve', [{ applicationId, version }])).toEqual(['refused'])
    expect((await listApplications(deps, otherDistrict, { limit: 50 })).items).toEqual([])
    const own = await handIn(district, { name: '路广平名师工作室' })
    expect(await decide(district, 'approve', [own])).toEqual(['refused'])
    expect(await stateOf(own.applicationId)).toBe('district-review')
  })

  it('a step of nobody’s is refused, and what was refused has left nothing', async () => {
    const { applicationId, version } = await handIn()
    expect(
      await codeOf(
        decideApplications(deps, teacher, {
          items: [{ applicationId, version }],
          decision: 'approve',
          reason: '',
          notes: {},
        }),
      ),
    ).toBe('FORBIDDEN')
    expect(await decide(district, 'reject', [{ applicationId, version }], { reason: '不合适' })).toEqual(['refused'])
    expect(await actsOn(applicationId)).toHaveLength(1)
  })
})

describe('[APP4] 退回补正', () => {
  it('says what to mend, field by field; mended, it is read again from the beginning', async () => {
    const { applicationId, version } = await handIn()
    expect(await codeOf(decide(district, 'return', [{ applicationId, version }]))).toBe('INVALID reason')
    const notes = { honours: '请写明年份。' }
    expect(await decide(district, 'return', [{ applicationId, version }], { notes })).toEqual(['done'])
    const { application } = await getOwnApplication(deps, teacher)
    expect(application).toMatchObject({ state: 'returned', notes, may: { edit: true } })
    const form = fullForm(schoolId, { honours: '2019 年市教学能手' })
    const saved = await saveApplication(deps, teacher, { version: application?.version ?? 0, form })
    // What is being mended is nobody else's business yet.
    expect((await getApplication(deps, district, { applicationId })).form.honours).toBe('')
    await submitApplication(deps, teacher, saved)
    const detail = await getApplication(deps, district, { applicationId })
    expect(detail).toMatchObject({ state: 'district-review', form: { honours: '2019 年市教学能手' }, notes })
    const { items } = await listApplications(deps, district, { limit: 50 })
    expect(items[0]).toMatchObject({ timesReturned: 1, introductionCharacters: 300 })
  })

  it('不予开通 needs a reason, is told, and a new application may be begun', async () => {
    const { applicationId, version } = await handIn()
    await decide(district, 'approve', [{ applicationId, version }])
    const item = { applicationId, version: version + 1 }
    expect(await codeOf(decide(office, 'reject', [item]))).toBe('INVALID reason')
    expect(await decide(office, 'reject', [item], { reason: '本批名额已满。' })).toEqual(['done'])
    expect((await toldTo(teacher)).at(-1)).toBe('application.rejected')
    await handIn()
  })

  it('is taken back while nobody has decided, and not after', async () => {
    const { applicationId, version } = await handIn()
    await withdrawApplication(deps, teacher, { applicationId, version })
    expect(await stateOf(applicationId)).toBe('draft')
    const again = await submitApplication(deps, teacher, { applicationId, version: version + 1 })
    await decide(district, 'approve', [{ applicationId, ...again }])
    const late = withdrawApplication(deps, teacher, { applicationId, version: again.version + 1 })
    expect(await codeOf(late)).toBe('CONFLICT')
  })
})

describe('[APP5] many at once', () => {
  const names = ['韩雪', '宗立新', '巴玉婷', '谭思齐', '仇海燕'] as const

  it('each is decided by itself: what others have decided meanwhile is told, the rest is done', async () => {
    const items = []
    for (const name of names) items.push(await handIn(await world.actorOf(name), { name: `${name}名师工作室` }))
    const [first, second] = items
    if (first === undefined || second === undefined) throw new Error('five applications')
    await decide(district, 'return', [second], { reason: '请补充。' })
    expect(await decide(district, 'approve', items)).toEqual(['done', 'changed', 'done', 'done', 'done'])
    // One who looked before the district decided.
    expect(await decide(office, 'approve', [first])).toEqual(['changed'])
  })

  it('two who decide in the same moment: one is done, the other is told, and one studio is opened', async () => {
    const { applicationId, version } = await handIn(await world.actorOf('韩雪'), { name: '韩雪名师工作室' })
    await decide(district, 'approve', [{ applicationId, version }])
    const item = { applicationId, version: version + 1 }
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => decide(office, 'approve', [item])))
    expect(outcomes.flat().sort()).toEqual(['changed', 'changed', 'changed', 'done'])
    expect(await world.database.studio.count({ where: { name: '韩雪名师工作室' } })).toBe(1)
  })

  it('are listed with what has waited longest first, a page at a time, without a question for each', async () => {
    for (const name of names) await handIn(await world.actorOf(name), { name: `${name}名师工作室` })
    const first = await listApplications(deps, district, { limit: 3 })
    expect(first.items.map(({ applicantName }) => applicantName)).toEqual(names.slice(0, 3))
    expect(first.counts).toEqual({ 'district-review': 5 })
    const rest = await listApplications(deps, district, { limit: 3, cursor: first.nextCursor ?? '' })
    expect(rest.items.map(({ applicantName }) => applicantName)).toEqual(names.slice(3))
    expect(rest.nextCursor).toBeNull()
  })
})
