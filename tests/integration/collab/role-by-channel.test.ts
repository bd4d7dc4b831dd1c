import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { activityEntry, activityState } from '#core/contract/activity.ts'
import type { PlanAccess } from '#core/contract/plan.ts'
import { roomRole, type RoomRole } from '#core/contract/roles.ts'
import { personIdOf } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { openPlanChannel, textOf } from '#tests/support/plan/open-plan-channel.ts'
import { ACTIVITY_ID, LINK_TOKEN, PEOPLE, PLAN_ID, seedPlanWorld } from '#tests/support/plan/seed-plan-world.ts'
import { actorOfCookie, startPlanServer, type PlanServer } from '#tests/support/plan/start-plan-server.ts'

interface Comer {
  person?: string
  token?: string
  role: RoomRole | null
}

/** Everybody as they are, the one without a part in every role of the room, and a guest with the link and without. */
const COMERS: Comer[] = [
  ...PEOPLE.map(({ id }) => ({ person: id, role: null })),
  ...roomRole.options.map((role) => ({ person: 'teacher', role })),
  { role: null },
  { token: LINK_TOKEN, role: null },
]
const WORLDS = activityState.options.flatMap((state) => activityEntry.options.map((entry) => ({ state, entry })))

let database: TestDatabase
let server: PlanServer
let roleNow: RoomRole | null = null

beforeAll(async () => {
  database = await createTestDatabase()
  await seedPlanWorld(database.database)
})
afterAll(() => database.close())
beforeEach(async () => {
  server = await startPlanServer({
    databaseUrl: database.url,
    deps: { roomRoles: { roleOf: () => Promise.resolve(roleNow) } },
  })
})
afterEach(() => server.close())

async function permitted({ person, token, role }: Comer): Promise<PlanAccess> {
  const plan = await new PostgresPlanStore(database.database).findById(PLAN_ID)
  if (plan === null) throw new Error('The plan is not there.')
  const actor = actorOfCookie(new Headers(person === undefined ? {} : { cookie: `person=${person}` }))
  const resource = {
    kind: 'plan',
    activity: plan.facts,
    linkPresented: token === plan.linkToken,
    roomRole: personIdOf(actor) === null ? null : role,
  } as const
  if (can(actor, 'plan.edit', resource)) return 'edit'
  if (can(actor, 'plan.comment', resource)) return 'comment'
  return can(actor, 'plan.read', resource) ? 'read' : 'none'
}

/** What the channel tells the comer; they write, whatever it tells. */
async function comeAndWrite(comer: Comer, text: string): Promise<PlanAccess> {
  roleNow = comer.role
  const { person, token } = comer
  const options = { ...(person === undefined ? {} : { person }), ...(token === undefined ? {} : { token }) }
  const channel = await openPlanChannel({ url: server.url, ...options }).catch((error: Error) => {
    expect(error.message).toBe('refused: not-found')
    return null
  })
  if (channel === null) return 'none'
  const told = await channel.message(({ type }) => type === 'access')
  channel.write(text)
  channel.mark(1)
  await channel.message((message) => message.type === 'saved' && message.mark === 1)
  channel.close()
  return told.type === 'access' ? told.access : 'none'
}

describe('every role × the plan’s channel', () => {
  it.each(WORLDS)('[PLAN22] $state, open to $entry: the channel gives what the policy allows', async (world) => {
    await database.database.activity.update({ where: { id: ACTIVITY_ID }, data: world })
    const written: string[] = []
    for (const [index, comer] of COMERS.entries()) {
      const text = `${world.state} ${world.entry} ${index};`
      const access = await permitted(comer)
      expect([comer, await comeAndWrite(comer, text)]).toEqual([comer, access])
      if (access === 'edit') written.push(text)
    }
    roleNow = null
    const reader = await openPlanChannel({ url: server.url, person: 'host' })
    const found = textOf(reader.doc).match(new RegExp(`${world.state} ${world.entry} \\d+;`, 'g')) ?? []
    reader.close()
    expect(found).toEqual(written)
  })
})
