import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { bundleRoomPage, launchBrowser, openPage } from './room-browser.ts'
import { HOST, openTestRoom } from './test-city.ts'
import { TestRoom } from './test-room.ts'

describe('the media client in Chromium', () => {
  let database: TestDatabase
  let room: TestRoom
  let browser: Browser
  let host: Page
  let teacher: Page
  let hostId: string
  let teacherId: string

  beforeAll(async () => {
    database = await createTestDatabase()
    await openTestRoom(database.database, { 'person-teacher': 'participant', 'person-late': 'participant' })
    room = await TestRoom.start({ database: database.database, pageScript: await bundleRoomPage(), mediaPort: 15_050 })
    browser = await launchBrowser()
    host = await openPage(browser, { room, personId: HOST })
    teacher = await openPage(browser, { room, personId: 'person-teacher' })
  })
  afterAll(async () => {
    await browser.close()
    await room.close()
    await database.close()
  })

  const sees = (page: Page, participantId: string, { moreThan = 5 }: { moreThan?: number } = {}) =>
    page.waitForFunction(
      ([id, frames]) => {
        const pictures = window.page.pictures(id)
        return pictures !== null && !pictures.isBlack && pictures.frames > frames ? pictures : null
      },
      [participantId, moreThan] as const,
    )
  const join = (page: Page) =>
    page.evaluate(async () => {
      await window.page.room.join()
      return window.page.room.store.getState().me ?? ''
    })

  it('[MEDIA5] the path is prewarmed in the lobby', async () => {
    await host.waitForFunction(() => window.page.media.store.getState().path === 'ready')
    await teacher.waitForFunction(() => window.page.media.store.getState().path === 'ready')
  })

  it('[MEDIA5] what one receives by is up in the lobby, and carries nothing', async () => {
    await teacher.waitForFunction(() => window.page.connected() === 1)
    expect(await teacher.evaluate(() => window.page.media.store.getState().received)).toEqual({})
  })

  it('[MEDIA4] what is looked at is seen, in the layer that the tile needs', async () => {
    hostId = await join(host)
    teacherId = await join(teacher)
    await host.evaluate(() => window.page.publishCamera())
    await teacher.evaluate((id) => window.page.look(id, 160), hostId)
    await sees(teacher, hostId)
    await teacher.waitForFunction(
      (id) =>
        Object.values(window.page.media.store.getState().received).some(
          (view) => view?.kind === 'audio' && view.participantId === id,
        ),
      hostId,
    )
  })

  it('[MEDIA4] on entering, pictures come before their tiles are laid out, and end where none comes', async () => {
    const late = await openPage(browser, { room, personId: 'person-late' })
    await join(late)
    // Nobody has looked yet.
    await sees(late, hostId, { moreThan: 1 })
    await late.waitForFunction((id) => {
      const { received } = window.page.media.store.getState()
      return Object.values(received).some((view) => view?.participantId === id && view.picture.status === 'hidden')
    }, hostId)
    await late.evaluate((id) => window.page.look(id, 640), hostId)
    const { frames } = (await (await sees(late, hostId)).jsonValue()) ?? { frames: 0 }
    await sees(late, hostId, { moreThan: frames + 5 })
    await late.context().close()
  })

  it('[MEDIA10] whose browser knows no H.264 sees all the same, and who has seen goes on', async () => {
    const late = await openPage(browser, { room, personId: 'person-late', knowsH264: false })
    await join(late)
    const before = await late.evaluate(() => Object.values(window.page.room.store.getState().producers))
    await late.evaluate((id) => window.page.look(id, 640), hostId)
    const { frames } = (await (await sees(teacher, hostId)).jsonValue()) ?? { frames: 0 }
    await sees(late, hostId)
    const after = await late.evaluate(() => Object.values(window.page.room.store.getState().producers))
    const idOf = (producers: typeof before, kind: string) => producers.find((own) => own.kind === kind)?.producerId
    expect(idOf(after, 'video')).not.toBe(idOf(before, 'video'))
    expect(idOf(after, 'audio')).toBe(idOf(before, 'audio'))
    await sees(teacher, hostId, { moreThan: frames + 5 })
    await late.context().close()
  })

  it('[MEDIA6] a teacher below the stage is refused, and is seen once brought up', async () => {
    const code = await teacher.evaluate(() =>
      window.page.publishCamera().catch((error: { code: string }) => error.code),
    )
    expect(code).toBe('FORBIDDEN')
    await host.evaluate((participantId) => window.page.room.request('stage.bring', { participantId }), teacherId)
    await teacher.waitForFunction((id) => window.page.room.store.getState().room.stage.includes(id), teacherId)
    await teacher.evaluate(() => window.page.publishCamera())
    await host.evaluate((id) => window.page.look(id, 640), teacherId)
    await sees(host, teacherId)
  })

  it('[MEDIA3] the host mutes: the microphone is paused and its owner knows', async () => {
    await host.evaluate(
      (participantId) => window.page.room.request('participant.mute', { participantId, source: 'microphone' }),
      teacherId,
    )
    await teacher.waitForFunction(() => window.page.media.store.getState().sent.microphone?.state === 'muted')
    await host.waitForFunction(
      (id) => window.page.room.store.getState().room.participants[id]?.media.microphone === 'muted',
      teacherId,
    )
  })

  it('[MEDIA1] a killed worker: everybody is told, and sees again by themselves, never black in between', async () => {
    const { frames } = (await (await sees(host, teacherId)).jsonValue()) ?? { frames: 0 }
    const [worker] = room.pool.health()
    if (worker?.pid === undefined || worker.pid === null) throw new Error('No worker.')
    await host.evaluate(() => window.page.forgetBlack())
    process.kill(worker.pid, 'SIGKILL')
    await host.waitForFunction(() => window.page.resets() === 1)
    await host.waitForFunction(
      ([id, before]) => {
        const pictures = window.page.pictures(id)
        return pictures !== null && pictures.frames > before + 10
      },
      [teacherId, frames] as const,
    )
    await sees(teacher, hostId)
    // Chromium draws nothing while it changes tracks: a frame or two, where a reconnecting stream takes a second.
    expect(await host.evaluate((id) => window.page.longestBlackMs(id), teacherId)).toBeLessThan(250)
  })

  it('[MEDIA2] leaving the stage ends what one sends', async () => {
    await host.evaluate((participantId) => window.page.room.request('stage.dismiss', { participantId }), teacherId)
    await host.waitForFunction(
      (id) =>
        !Object.values(window.page.room.store.getState().producers).some(({ participantId }) => participantId === id),
      teacherId,
    )
    await teacher.waitForFunction(() => Object.keys(window.page.media.store.getState().sent).length === 0)
  })
})
