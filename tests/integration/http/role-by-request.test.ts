import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActivityEntry, ActivityState } from '#core/contract/activity.ts'
import { httpRequestNames, httpSchemasOf, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import type { Capability } from '#core/domain/policy/capabilities.ts'
import { HTTP_REQUEST_NEEDS } from '#core/domain/policy/http-request-needs.ts'
import { resourceOf } from '#server/usecases/activities/find-activity.ts'
import {
  applicationToAskAbout,
  isAboutApplications,
  type AskedApplication,
} from '#tests/support/application/application-to-ask-about.ts'
import {
  announcementToAskAbout,
  isAnnouncementRequest,
  type AskedAnnouncement,
} from '#tests/support/city/announcement.ts'
import { activityOf, freshActivity } from '#tests/support/city/fresh-activity.ts'
import { everybody, PEOPLE, type Comer } from '#tests/support/city/everybody.ts'
import { codeOf, openHttpDoor, type HttpDoor } from '#tests/support/city/http-door.ts'
import { FIXED_INPUTS, hasFixedInput } from './fixed-inputs.ts'
import { isYearPlanRequest, writtenYearPlan, yearPlanInput, type YearPlanIds } from '#tests/support/city/year-plan.ts'
import {
  isResourceRequest,
  resourceToAskAbout,
  type AskedResource,
} from '#tests/support/resource/resource-to-ask-about.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'
import { openSmtpInbox, type SmtpInbox } from '#tests/support/mail/smtp-inbox.ts'

/** What is asked of a replay needs one: role-by-replay.test.ts. */
type OtherRequest = Exclude<HttpRequestName, `replay.${string}`>
const isOther = (name: HttpRequestName): name is OtherRequest => !name.startsWith('replay.')
const NAMES = httpRequestNames.filter(isOther)

const WORLDS = [
  ['draft', 'city'],
  ['published', 'city'],
  ['published', 'group'],
  ['published', 'link'],
] as const satisfies readonly (readonly [ActivityState, ActivityEntry])[]

/** The others are answered alike whatever an activity is. */
const aboutActivity = (name: HttpRequestName) =>
  ['activity.', 'plan.', 'registrations.'].some((area) => name.startsWith(area))

let inbox: SmtpInbox
let city: TestCity
let door: HttpDoor
let studioId: string
let comers: ReadonlyMap<string, Comer>
let schoolId: string
let bureauId: string
let personId: string
let strangerId: string
let membership: { id: string; personId: string }
let batchId: string
let yearPlan: YearPlanIds
let application: AskedApplication
let announcement: AskedAnnouncement
let resource: AskedResource
/** Of the right shape, and given to nobody. */
const NO_LINK = 'x'.repeat(43)
let accounts = 0
const addressOf = (role: string) => `10.0.0.${[...comers.keys()].indexOf(role) + 1}`
const account = () => ({ name: '某老师', username: `somebody-${(accounts += 1)}` })

beforeAll(async () => {
  inbox = await openSmtpInbox()
  city = await foundTestCity({ smtpUrl: inbox.url })
  door = await openHttpDoor({ ...city.app, limiter: { take: () => Promise.resolve({ allowed: true }) } })
  comers = await everybody(city, door)
  const { id, hostSchoolId, masterId } = await city.database.studio.findFirstOrThrow({
    where: { name: '翟雅琴名师工作室' },
    select: { id: true, hostSchoolId: true, masterId: true },
  })
  studioId = id
  schoolId = hostSchoolId
  personId = masterId
  const file = Buffer.from('姓名,用户名,单位\n某某,role.by.request,某某中学\n')
  const read = () => Promise.resolve(file)
  ;({ batchId } = await city.app.imports.upload(await city.actorOf('耿凤鸣'), { fileName: '人员.csv', read }))
  yearPlan = await writtenYearPlan(city, { studioId })
  const select = { id: true, personId: true }
  membership = await city.database.membership.findFirstOrThrow({
    where: { studioId, person: { name: '荆文涛' } },
    select,
  })
  const none = { none: {} }
  ;({ id: strangerId } = await city.database.person.findFirstOrThrow({ where: { memberships: none, mastered: none } }))
  application = await applicationToAskAbout(city, { applicant: '周雨桐', schoolId })
  announcement = await announcementToAskAbout(city, { studioId, master: '翟雅琴' })
  resource = await resourceToAskAbout(city, { studioId, master: '翟雅琴' })
  bureauId = (await city.database.organisation.findFirstOrThrow({ where: { parentId: null }, select: { id: true } })).id
})
afterAll(async () => {
  await door.close()
  await city.close()
  await inbox.close()
})

function inputFor(name: OtherRequest, { activityId, entry }: { activityId: string; entry: ActivityEntry }): unknown {
  if (isAboutApplications(name)) return application.inputFor(name)
  if (isAnnouncementRequest(name)) return announcement.inputFor(name)
  if (isResourceRequest(name)) return resource.inputFor(name)
  if (isYearPlanRequest(name)) return yearPlanInput(name, { ...yearPlan, activityId })
  if (hasFixedInput(name)) return FIXED_INPUTS[name]
  switch (name) {
    case 'activity.create':
      return activityOf(studioId, entry)
    case 'activity.clashes':
      return { ...activityOf(studioId, entry), activityId, personIds: [personId] }
    case 'activity.update':
      return { activityId, input: activityOf(studioId, entry) }
    case 'registrations.invite':
      return { activityId, personIds: [personId] }
    case 'registrations.decide':
      return { activityId, decision: 'approve', people: [{ personId, version: 1 }] }
    case 'search.city':
    case 'people.search':
      return { query: '翟' }
    case 'setup.check':
    case 'password.check':
      return { link: NO_LINK }
    case 'setup.found':
      return { ...account(), link: NO_LINK, organisation: '某市教育局', password: 'a long password' }
    case 'password.set':
      return { link: NO_LINK, password: 'a long password' }
    case 'organisation.add':
      return { parentId: bureauId, kind: 'school', name: '某校' }
    case 'person.add':
      return { ...account(), organisationId: schoolId, role: 'teacher' }
    case 'person.renew-link':
      return { personId }
    case 'notifications.read':
      return { notificationIds: [personId] }
    case 'notifications.read-all':
      return { upToId: personId }
    case 'notifications.unread':
      return { readAt: '2030-01-02T11:00:00Z' }
    case 'import.get':
    case 'import.check-again':
    case 'import.take-back':
    case 'import.waiting':
      return { batchId }
    case 'import.rows':
      return { batchId, kind: 'new' }
    case 'import.confirm':
      return { batchId, leavesOutFaulty: false }
    case 'import.make-slips':
      return { batchId, organisationId: schoolId }
    case 'studio.open':
      return { name: '某工作室', kind: 'teacher', level: 'city', subject: '语文', schoolId, masterId: personId }
    case 'studio.get':
    case 'studio.group':
      return { studioId }
    case 'studio.set-member-limit':
      return { studioId, limit: 20 }
    case 'membership.propose':
      return { studioId, personId: strangerId, reason: '常来听课。' }
    case 'membership.withdraw':
    case 'membership.remove':
    case 'membership.leave':
      return { studioId, membershipId: membership.id, version: 999, reason: '换了学校。' }
    case 'membership.answer':
      return { membershipId: membership.id, version: 999, answer: 'consent' }
    case 'memberships.decide':
      return { decision: 'confirm', memberships: [{ membershipId: membership.id, version: 999 }] }
    case 'studio.follow':
      return { studioId, follows: true }
    case 'studio.set-room':
      return { studioId, room: { plateOn: null, place: '三楼', equipment: [], books: 300 } }
    case 'studio.set-motto':
      return { studioId, motto: '一课一得。' }
    case 'activity.add-material':
      return { activityId, resourceId: resource.id, phase: 'before' }
    case 'activity.remove-material':
      return { activityId, resourceId: resource.id }
    case 'activity.materials':
    case 'activity.get':
    case 'activity.publish':
    case 'activity.unpublish':
    case 'activity.cancel':
    case 'activity.open-room':
    case 'activity.register':
    case 'activity.cancel-registration':
    case 'registrations.list':
    case 'calendar.event':
    case 'plan.get':
      return { activityId }
    default:
      return name satisfies never
  }
}

const isOwnMembership = (name: OtherRequest) => name === 'membership.answer' || name === 'membership.leave'

/** What the contract's table and the policy say; undefined where it is permitted. */
async function refusal(
  name: OtherRequest,
  { actor, activityId }: { actor: Actor; activityId: string },
): Promise<string | undefined> {
  const needs: Capability | 'anyone' | 'signed-in' = HTTP_REQUEST_NEEDS[name]
  const missing = actor.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
  const record = await city.city.activities.record(activityId)
  const studio = await city.city.studios.facts(studioId)
  if (record === null || studio === null) throw new Error('the world is not complete')
  const activity = resourceOf(record)
  if (isAnnouncementRequest(name)) return announcement.refusal(actor, name)
  if (isResourceRequest(name)) return resource.refusal(actor, name)
  switch (needs) {
    case 'anyone':
      return undefined
    case 'signed-in':
      if (actor.kind !== 'person') return 'UNAUTHENTICATED'
      // What is somebody else's is not there.
      return isOwnMembership(name) && actor.personId !== membership.personId ? 'NOT_FOUND' : undefined
    case 'link.use':
      return 'NOT_FOUND'
    case 'application.see':
    case 'application.write':
      return application.refusal(actor, needs)
    case 'city.review-applications':
    case 'city.read-audit':
    case 'city.manage-people':
    case 'city.file-year-plans':
    case 'city.open-studio':
    case 'city.confirm-members':
      return can(actor, needs, { kind: 'city' }) ? undefined : missing
    case 'studio.see':
    case 'studio.edit':
    case 'studio.propose-member':
    case 'studio.see-group':
    case 'studio.write-year-plan':
    case 'studio.add-resource':
    case 'studio.claim-task':
    case 'studio.see-year-plan':
    case 'studio.create-activity':
      return can(actor, needs, studio.resource) ? undefined : missing
    case 'plan.read':
      return can(actor, needs, { ...activity, kind: 'plan', roomRole: null }) ? undefined : 'NOT_FOUND'
    case 'activity.see':
    case 'activity.manage-materials':
    case 'activity.edit':
    case 'activity.publish':
    case 'activity.cancel':
    case 'activity.open-room':
    case 'activity.register':
    case 'activity.decide-registrations':
      if (!can(actor, 'activity.see', activity)) return 'NOT_FOUND'
      return can(actor, needs, activity) ? undefined : missing
    default:
      throw new Error(`no request of this test needs ${needs}`)
  }
}

const stateOf = (activityId: string) =>
  city.database.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { state: true, title: true, updatedAt: true },
  })

describe.each(['访客', ...Object.keys(PEOPLE)])('[ROLE4] %s', (role) => {
  it.each(NAMES.filter((name) => name !== 'me.sign-out-everywhere'))(
    '%s is answered as the policy says',
    async (name) => {
      const who = comers.get(role)
      if (who === undefined) throw new Error(`nobody plays ${role}`)
      for (const world of aboutActivity(name) ? WORLDS : WORLDS.slice(0, 1)) {
        const activityId = await freshActivity(city, { studioId, state: world[0], entry: world[1] })
        const expected = await refusal(name, { actor: who.actor, activityId })
        const before = await stateOf(activityId)
        const answer = await door.post(`/api/rpc/${name}`, {
          body: inputFor(name, { activityId, entry: world[1] }),
          ...(who.cookie === undefined ? {} : { cookie: who.cookie }),
          // Everybody at a machine of their own: wrong links are counted for each address.
          headers: { 'x-forwarded-for': addressOf(role) },
        })
        const where = `${name} as ${role} on ${world.join(' ')}`
        if (expected === undefined) {
          // A draft is not unpublished: the domain may say no where the policy says yes.
          expect(['OK', 'CONFLICT'], where).toContain(codeOf(answer))
          if (answer.body.ok) httpSchemasOf(name).output.parse(answer.body.data)
        } else {
          expect(codeOf(answer), where).toBe(expected)
          expect(await stateOf(activityId), where).toEqual(before)
        }
      }
    },
  )
})

it('[ROLE4] signing out everywhere needs somebody who is signed in', async () => {
  expect(codeOf(await door.post('/api/rpc/me.sign-out-everywhere', { body: {} }))).toBe('UNAUTHENTICATED')
})

it('[ROLE4] no request was answered by a bug', () => {
  expect(city.errors).toEqual([])
})
