import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announcementInput, WHOLE_CITY_ID, type AnnouncementPlace } from '#core/contract/announcements.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { createAnnouncementDeps } from '#server/start-announcements.ts'
import { createNotificationParts } from '#server/start-notifications.ts'
import { createWaitingUseCases } from '#server/start-waiting.ts'
import type { AnnouncementDeps } from '#server/usecases/announcements/announcement-door.ts'
import { announcementPlaces } from '#server/usecases/announcements/announcement-places.ts'
import { getAnnouncement, listAnnouncements, listReaders } from '#server/usecases/announcements/read-announcements.ts'
import {
  changeAnnouncement,
  confirmAnnouncement,
  createAnnouncement,
  discardAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from '#server/usecases/announcements/write-announcements.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let deps: AnnouncementDeps
let office: PersonActor
let master: PersonActor
/** Of 桓台三中. */
let schoolAdmin: PersonActor
let teacher: PersonActor

const CITY: AnnouncementPlace = { kind: 'city', id: WHOLE_CITY_ID }

beforeAll(async () => {
  world = await foundTestCity()
  deps = createAnnouncementDeps(world)
  office = await world.actorOf('耿凤鸣')
  master = await world.actorOf('翟雅琴')
  schoolAdmin = await world.actorOf('蒲春霞')
  teacher = await world.actorOf('周雨桐')
})
afterAll(() => world.close())

const input = (sender: AnnouncementPlace, audience: AnnouncementPlace, more: object = {}) =>
  announcementInput.parse({ sender, audience, title: '关于报送计划的通知', text: '请于月底前报送。', ...more })

async function published(author: PersonActor, content: ReturnType<typeof input>) {
  const { announcementId } = await createAnnouncement(deps, author, content)
  const { told } = await publishAnnouncement(deps, author, { announcementId, version: 1 })
  return { announcementId, told }
}

const current = (who: Parameters<typeof listAnnouncements>[1], more: object = {}) =>
  listAnnouncements(deps, who, { show: 'current', limit: 30, ...more })

const placeOf = async (kind: 'district' | 'school', name: string): Promise<AnnouncementPlace> => ({
  kind,
  id: (await world.database.organisation.findFirstOrThrow({ where: { kind, shortName: name } })).id,
})
const ownSchool = async () => (await announcementPlaces(deps, schoolAdmin)).senders[0] ?? CITY

describe('announcements', () => {
  it('[ANN1] the office’s reaches the whole city, and guests: one message each, none to its author', async () => {
    const people = await world.database.person.count()
    const { announcementId, told } = await published(office, input(CITY, CITY, { isPinned: true }))
    expect(told).toBe(people - 1)
    expect(await world.database.notification.count({ where: { kind: 'announcement.published' } })).toBe(told)
    const { useCases } = createNotificationParts(world)
    const address = { address: '' }
    const inbox = await useCases['notifications.list']?.(teacher, { limit: 1 }, address)
    expect(inbox?.items[0]).toMatchObject({
      href: `/announcements/${announcementId}`,
      said: { params: { announcementId } },
    })
    for (const who of [GUEST, teacher]) {
      expect((await current(who)).items).toMatchObject([{ id: announcementId, isPinned: true }])
      expect(await getAnnouncement(deps, who, { announcementId })).toMatchObject({ text: '请于月底前报送。' })
    }
  })

  it('[ANN2] everybody writes to their own: a place of others is refused, a draft is nobody else’s', async () => {
    const [school, other] = [await ownSchool(), await placeOf('school', '柳泉小学')]
    await expect(createAnnouncement(deps, schoolAdmin, input(school, other))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(createAnnouncement(deps, schoolAdmin, input(other, other))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(createAnnouncement(deps, schoolAdmin, input(CITY, CITY))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(createAnnouncement(deps, teacher, input(school, school))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { announcementId } = await createAnnouncement(deps, schoolAdmin, input(school, school))
    await expect(getAnnouncement(deps, office, { announcementId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await discardAnnouncement(deps, schoolAdmin, { announcementId, version: 1 })
    await expect(getAnnouncement(deps, schoolAdmin, { announcementId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('[ANN2] a district writes to its schools and to none of another’s; what it writes reaches those of the school', async () => {
    const grants = await world.database.roleGrant.findFirstOrThrow({
      where: { role: 'district-admin' },
      select: { personId: true, scopeId: true },
    })
    const { name } = await world.database.person.findUniqueOrThrow({ where: { id: grants.personId } })
    const district = await world.actorOf(name)
    const own: AnnouncementPlace = { kind: 'district', id: grants.scopeId }
    const { senders } = await announcementPlaces(deps, district)
    const schools = senders[0]?.audiences.filter(({ kind }) => kind === 'school') ?? []
    expect(schools.length).toBeGreaterThan(0)
    const foreign = await world.database.organisation.findFirstOrThrow({
      where: { kind: 'school', parentId: { not: own.id } },
    })
    await expect(
      createAnnouncement(deps, district, input(own, { kind: 'school', id: foreign.id })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { told } = await published(district, input(own, schools[0] ?? own))
    expect(told).toBe(await world.database.person.count({ where: { organisationId: schools[0]?.id ?? '' } }))
    const below = await published(district, input(own, own))
    const where = { OR: [{ organisationId: own.id }, { organisation: { parentId: own.id } }] }
    expect(below.told).toBe((await world.database.person.count({ where })) - 1)
  })

  it('[ANN3] where it is asked, who has said 已阅 and who has not add up to the group; the first time stands', async () => {
    const studio = (await announcementPlaces(deps, master)).senders[0] ?? CITY
    const { announcementId, told } = await published(master, input(studio, studio, { asksReceipt: true }))
    const member = await world.actorOf('荆文涛')
    expect((await current(member)).items.find(({ id }) => id === announcementId)).toMatchObject({ waitsForMe: true })
    const waiting = async () => (await createWaitingUseCases(world)['waiting.list'](member))?.lines ?? []
    expect((await waiting()).find(({ kind }) => kind === 'announcement.confirm')).toMatchObject({ count: 1 })

    await confirmAnnouncement(deps, member, { announcementId })
    const first = (await getAnnouncement(deps, member, { announcementId })).readAt
    await confirmAnnouncement(deps, member, { announcementId })
    expect((await getAnnouncement(deps, member, { announcementId })).readAt).toBe(first)
    expect((await waiting()).some(({ kind }) => kind === 'announcement.confirm')).toBe(false)

    const unread = await listReaders(deps, master, { announcementId, show: 'unread', limit: 60 })
    // Who published it has read it.
    expect(unread.counts).toEqual({ read: 2, unread: told - 1 })
    expect(unread.items).toHaveLength(told - 1)
    const read = await listReaders(deps, master, { announcementId, show: 'read', limit: 60 })
    expect(read.items.map(({ person }) => person.name)).toEqual(['荆文涛', '翟雅琴'])
    await expect(listReaders(deps, member, { announcementId, show: 'read', limit: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(confirmAnnouncement(deps, teacher, { announcementId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('[ANN6] waits in 待办 until its last day is over, by the clock of the process', async () => {
    const place = await ownSchool()
    await published(schoolAdmin, input(place, place, { asksReceipt: true, lastDay: '2099-12-31' }))
    const waitsAt = async (instant: string) => {
      const clock = { nowEpochMs: () => Date.parse(instant) }
      const { lines } = await createWaitingUseCases({ database: world.database, city: { clock } })['waiting.list'](
        teacher,
      )
      return lines.some(({ kind }) => kind === 'announcement.confirm')
    }
    expect(await waitsAt('2099-12-31T15:59:59Z')).toBe(true)
    expect(await waitsAt('2099-12-31T16:00:00Z')).toBe(false)
  })

  it('[ANN3] both lists of readers page by key without losing or doubling anybody', async () => {
    const { announcementId, told } = await published(office, input(CITY, CITY, { asksReceipt: true, title: '分页' }))
    for (const name of ['荆文涛', '周雨桐', '翟雅琴'])
      await confirmAnnouncement(deps, await world.actorOf(name), { announcementId })
    for (const [show, expected] of [
      ['read', 4],
      ['unread', told - 3],
    ] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listReaders(deps, office, {
          announcementId,
          show,
          limit: 3,
          ...(cursor === undefined ? {} : { cursor }),
        })
        seen.push(...page.items.map(({ person }) => person.id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toHaveLength(expected)
      expect(new Set(seen).size).toBe(expected)
    }
  })

  it('[ANN4] what was published does not change; withdrawn, it keeps its title and says why, and shows its text to its sender alone', async () => {
    const { announcementId } = await published(office, input(CITY, CITY, { title: '写错了的' }))
    await expect(
      changeAnnouncement(deps, office, { announcementId, version: 2, input: input(CITY, CITY) }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(publishAnnouncement(deps, office, { announcementId, version: 2 })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(
      withdrawAnnouncement(deps, office, { announcementId, version: 1, reason: '日期错了' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
    await withdrawAnnouncement(deps, office, { announcementId, version: 2, reason: '日期错了' })
    expect(await getAnnouncement(deps, teacher, { announcementId })).toMatchObject({
      ...{ state: 'withdrawn', text: '', withdrawReason: '日期错了', title: '写错了的' },
    })
    expect((await getAnnouncement(deps, office, { announcementId })).text).not.toBe('')
    expect((await current(teacher)).items.map(({ id }) => id)).not.toContain(announcementId)
    const lines = await world.database.auditLog.findMany({
      where: { subject: `announcement:${announcementId}` },
      orderBy: { id: 'asc' },
      select: { action: true },
    })
    expect(lines.map(({ action }) => action)).toEqual([
      'announcement.create',
      'announcement.publish',
      'announcement.withdraw',
    ])
  })

  it('[ANN5] pinned first, then the newest, by pages; one whose last day is over moves to the past ones', async () => {
    const { announcementId } = await published(office, input(CITY, CITY, { title: '到期', lastDay: '2099-01-01' }))
    expect((await getAnnouncement(deps, office, { announcementId })).lastDay).toBe('2099-01-01')
    const data = { expiresAt: new Date(Date.now() - 1_000) }
    await world.database.announcement.update({ where: { id: announcementId }, data })
    const all = (await current(teacher)).items
    expect(all[0]).toMatchObject({ isPinned: true })
    expect(all.map(({ id }) => id)).not.toContain(announcementId)
    expect((await current(teacher, { show: 'past' })).items).toMatchObject([{ id: announcementId, isOver: true }])
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await current(teacher, { limit: 1, ...(cursor === undefined ? {} : { cursor }) })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(all.map(({ id }) => id))
    const own = await current(office, { show: 'own' })
    expect(own.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['写错了的', '到期']))
    const late = input(CITY, CITY, { lastDay: '2020-01-01' })
    const made = await createAnnouncement(deps, office, late)
    await expect(
      publishAnnouncement(deps, office, { announcementId: made.announcementId, version: 1 }),
    ).rejects.toMatchObject({ code: 'INVALID' })
  })
})
