import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { planDocumentName } from '#core/contract/plan.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { openPlanChannel, openRawSocket, textOf, until } from '#tests/support/plan/open-plan-channel.ts'
import { ACTIVITY_ID, LINK_TOKEN, PLAN_ID, seedPlanWorld } from '#tests/support/plan/seed-plan-world.ts'
import { startPlanServer, type PlanServer } from '#tests/support/plan/start-plan-server.ts'

let world: TestDatabase
let server: PlanServer
const roomRole = new Map<string, RoomRole>()

beforeEach(async () => {
  roomRole.clear()
  world = await createTestDatabase()
  await seedPlanWorld(world.database)
  server = await startPlanServer({
    databaseUrl: world.url,
    deps: { roomRoles: { roleOf: (_activityId, personId) => Promise.resolve(roomRole.get(personId) ?? null) } },
  })
})
afterEach(async () => {
  await server.close()
  await world.close()
})

/** Every letter of what was ever written to disk after the template. */
const authorsInLog = async () => {
  const log = await new PostgresPlanStore(world.database).log(PLAN_ID, { untilEpochMs: Date.now() + 1_000 })
  return log.flatMap(({ personId }) => personId ?? [])
}

it('[PLAN10] who may not edit reads along, and their changes reach neither the others nor the disk', async () => {
  const bi = await openPlanChannel({ url: server.url, person: 'teacher' })
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  expect(await bi.message(({ type }) => type === 'access')).toEqual({ type: 'access', access: 'comment' })
  bi.write('不该有的话')
  bi.mark(1)
  await bi.message(({ type }) => type === 'saved')
  jing.write('可以有的话')
  await until(bi.doc, () => textOf(bi.doc).includes('可以有的话'))
  expect(textOf(jing.doc)).not.toContain('不该有的话')
  jing.mark(1)
  await jing.message((message) => message.type === 'saved' && message.mark === 1)
  expect(await authorsInLog()).toEqual(['presenter'])
  bi.close()
  jing.close()
})

it('[PLAN11] a Yjs message made by hand does not get past a read-only connection', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  const bi = await openPlanChannel({ url: server.url, person: 'teacher' })
  const forged = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('伪造')])
  forged.getXmlFragment('plan').insert(0, [paragraph])
  for (const step of [1, 2]) {
    const update = Y.encodeStateAsUpdate(forged)
    const name = new TextEncoder().encode(planDocumentName(PLAN_ID))
    // Message type 0 is sync; step 1 is SyncStep2 in its protocol, 2 an update. Both lengths are below 128.
    expect(update.byteLength).toBeLessThan(128)
    const frame = new Uint8Array([name.length, ...name, 0, step, update.byteLength, ...update])
    bi.provider.configuration.websocketProvider.send(frame)
  }
  bi.mark(7)
  await bi.message((message) => message.type === 'saved' && message.mark === 7)
  jing.write('真的')
  await until(bi.doc, () => textOf(bi.doc).includes('真的'))
  expect(textOf(jing.doc)).not.toContain('伪造')
  bi.close()
  jing.close()
})

it('[PLAN12] a right taken away ends at once, and given back begins at once', async () => {
  const yu = await openPlanChannel({ url: server.url, person: 'note-taker' })
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  roomRole.set('note-taker', 'viewer')
  await server.collab.recheckAccess(ACTIVITY_ID)
  await yu.message((message) => message.type === 'access' && message.access === 'comment')
  yu.write('收回之后')
  yu.mark(1)
  await yu.message((message) => message.type === 'saved' && message.mark === 1)
  expect(textOf(jing.doc)).not.toContain('收回之后')
  roomRole.set('note-taker', 'note-taker')
  await server.collab.recheckAccess(ACTIVITY_ID)
  expect(yu.told.at(-1)).not.toEqual({ type: 'access', access: 'none' })
  yu.provider.forceSync()
  await until(jing.doc, () => textOf(jing.doc).includes('收回之后'))
  yu.close()
  jing.close()
})

it('[PLAN13] who may not see it any more is told, and cut off', async () => {
  const bi = await openPlanChannel({ url: server.url, person: 'teacher' })
  await world.database.activity.update({ where: { id: ACTIVITY_ID }, data: { entry: 'group' } })
  await server.collab.recheckAccess(ACTIVITY_ID)
  await bi.message((message) => message.type === 'access' && message.access === 'none')
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  jing.write('只给组内')
  jing.mark(1)
  await jing.message((message) => message.type === 'saved' && message.mark === 1)
  expect(textOf(bi.doc)).not.toContain('只给组内')
  await expect(openPlanChannel({ url: server.url, person: 'teacher' })).rejects.toThrow('refused: not-found')
  bi.close()
  jing.close()
})

it('[PLAN14] a guest reads the plan of an activity that is open to everybody, and of no other', async () => {
  await expect(openPlanChannel({ url: server.url, token: LINK_TOKEN })).rejects.toThrow('refused: not-found')
  await world.database.activity.update({ where: { id: ACTIVITY_ID }, data: { entry: 'link' } })
  const guest = await openPlanChannel({ url: server.url, token: LINK_TOKEN })
  expect(await guest.message(({ type }) => type === 'access')).toEqual({ type: 'access', access: 'read' })
  guest.close()
})

it('[PLAN15] a token says nothing of who one is: a name in it does not open the pen', async () => {
  await expect(openPlanChannel({ url: server.url, token: 'person=host' })).rejects.toThrow('refused: not-found')
})

it('[PLAN16] a plan that does not exist and another kind of name are refused alike', async () => {
  await expect(openPlanChannel({ url: server.url, person: 'host', planId: 'nothing' })).rejects.toThrow('not-found')
  await expect(openPlanChannel({ url: server.url, person: 'host', planId: '../x' })).rejects.toThrow('not-found')
})

it('[PLAN17] a page of another site gets no channel', async () => {
  await expect(openPlanChannel({ url: server.url, person: 'host', origin: 'https://evil.example' })).rejects.toThrow(
    'no connection',
  )
})

it('[PLAN18] nobody shows a caret under another name', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  const yu = await openPlanChannel({ url: server.url, person: 'note-taker' })
  yu.provider.setAwarenessField('user', { personId: 'host', name: '翟雅琴', colour: 1 })
  const seen = () => jing.provider.awareness?.getStates().get(yu.doc.clientID)
  await expect.poll(seen).toMatchObject({ user: { personId: 'note-taker', name: '于欣然', colour: 3 }, access: 'edit' })
  jing.close()
  yu.close()
})

it('[PLAN20] a guest takes part in presence without a name, whatever they say of themselves', async () => {
  await world.database.activity.update({ where: { id: ACTIVITY_ID }, data: { entry: 'link' } })
  const guest = await openPlanChannel({ url: server.url })
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  guest.provider.setAwarenessField('user', { personId: 'host', name: '翟雅琴', colour: 1 })
  const seen = () => jing.provider.awareness?.getStates().get(guest.doc.clientID)
  await expect.poll(seen).toEqual({ guest: true })
  guest.close()
  jing.close()
})

it('[PLAN21] a connection that answers no ping is cut; one that is merely silent stays', async () => {
  const quick = await startPlanServer({ databaseUrl: world.url, deps: { pingEveryMs: 100 } })
  const silent = await openRawSocket(quick.url, 'presenter')
  let silentClosed = false
  silent.on('close', () => (silentClosed = true))
  const dead = new WebSocket(quick.url, { autoPong: false })
  await once(dead, 'open')
  await once(dead, 'close')
  expect(silentClosed).toBe(false)
  await quick.close()
})

it('[PLAN19] malformed frames end their own connection at most; the server and the others go on', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  const name = new TextEncoder().encode(planDocumentName(PLAN_ID))
  const frames: (Uint8Array | string)[] = [
    new Uint8Array(),
    new Uint8Array([255]),
    new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
    new Uint8Array([name.length, ...name]),
    new Uint8Array([name.length, ...name, 2]),
    new Uint8Array([name.length, ...name, 99, 1, 2, 3]),
    new Uint8Array([name.length, ...name, 0, 9, 1]),
    new Uint8Array([name.length, ...name, 0, 2, 255, 255, 3]),
    new Uint8Array([name.length, ...name, 1, 3, 1, 2, 3]),
    'text',
    new Uint8Array(3_000_000),
  ]
  for (const frame of frames) {
    const raw = await openRawSocket(server.url, 'presenter')
    raw.on('error', () => undefined)
    raw.send(frame)
    raw.close()
    await once(raw, 'close')
  }
  // The same on a connection that has been let in.
  for (const frame of frames.filter((one) => one instanceof Uint8Array && one.length < 100)) {
    const open = await openPlanChannel({ url: server.url, person: 'note-taker' })
    open.provider.configuration.websocketProvider.send(frame)
    open.provider.sendStateless('{not json')
    open.provider.sendStateless('{"type":"mark","mark":-1}')
    open.close()
  }
  const bi = await openPlanChannel({ url: server.url, person: 'teacher' })
  jing.write('还在')
  await until(bi.doc, () => textOf(bi.doc).includes('还在'))
  bi.close()
  jing.close()
})
