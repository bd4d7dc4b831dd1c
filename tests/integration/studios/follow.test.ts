import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioRoom } from '#core/contract/studio-room.ts'
import { GUEST } from '#core/domain/policy/actor.ts'
import { publishActivity, unpublishActivity } from '#server/usecases/activities/move-activity.ts'
import { followStudio } from '#server/usecases/studios/follow-studio.ts'
import { getStudio } from '#server/usecases/studios/get-studio.ts'
import { setRoom } from '#server/usecases/studios/set-room.ts'
import { freshActivity } from '#tests/support/city/fresh-activity.ts'
import { foundTestCity, type PersonActor, type TestCity } from '#tests/support/city/test-city.ts'

let world: TestCity
let master: PersonActor
let teacher: PersonActor
let studioId: string

beforeAll(async () => {
  world = await foundTestCity()
  master = await world.actorOf('翟雅琴')
  teacher = await world.actorOf('周雨桐')
  ;({ id: studioId } = await world.database.studio.findFirstOrThrow({ where: { masterId: master.personId } }))
})
afterAll(() => world.close())

const told = (personId: string) => world.database.notification.count({ where: { personId, kind: 'studio.activity' } })
const follow = (follows: boolean) => followStudio(world.city, teacher, { studioId, follows })

describe('a studio and who follows it', () => {
  it('[FOLLOW1] follows once however often it is asked, and is counted; guests only see how many', async () => {
    await follow(true)
    await follow(true)
    expect(await getStudio(world.city, teacher, { studioId })).toMatchObject({ followers: 1, isFollowed: true })
    expect(await getStudio(world.city, GUEST, { studioId })).toMatchObject({ followers: 1, isFollowed: null })
    await expect(followStudio(world.city, GUEST, { studioId, follows: true })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('[FOLLOW2] hears of an activity once it is published, once for each; not of what is for the group, nor after leaving', async () => {
    const activityId = await freshActivity(world, { studioId, state: 'draft', entry: 'city' })
    expect(await told(teacher.personId)).toBe(0)
    await publishActivity(world.city, master, { activityId })
    await unpublishActivity(world.city, master, { activityId })
    await publishActivity(world.city, master, { activityId })
    expect(await told(teacher.personId)).toBe(1)
    await freshActivity(world, { studioId, state: 'published', entry: 'group' })
    expect(await told(teacher.personId)).toBe(1)
    await follow(false)
    await freshActivity(world, { studioId, state: 'published', entry: 'city' })
    expect(await told(teacher.personId)).toBe(1)
    expect(await told(master.personId)).toBe(0)
  })

  it('[STUDIO7] the school room is its master’s to describe, and the log knows', async () => {
    const room = studioRoom.parse({
      plateOn: '2026-09-10',
      place: '三楼东',
      equipment: ['录播设备', '书柜'],
      books: 1200,
    })
    await expect(setRoom(world.city, teacher, { studioId, room })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await setRoom(world.city, master, { studioId, room })
    expect((await getStudio(world.city, GUEST, { studioId })).room).toEqual(room)
    const line = await world.database.auditLog.findFirst({ where: { action: 'studio.set-room' } })
    expect(line?.after).toMatchObject({ plateOn: '2026-09-10', equipment: '录播设备、书柜', books: '1200' })
    expect(studioRoom.safeParse({ ...room, plateOn: '2026-13-01' }).success).toBe(false)
  })
})
