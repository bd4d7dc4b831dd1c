import { can } from '#core/domain/policy/can.ts'
import { scopeOf } from '../applications/look-at-applications.ts'
import type { PersonActor } from '../require-person.ts'
import type { Tally, WaitingSource, WaitingThing } from './ports.ts'

const CITY = { kind: 'city' } as const

const many = (tally: Tally, thing: Pick<WaitingThing, 'kind' | 'href'>): WaitingThing[] =>
  tally === null ? [] : [{ ...thing, ...tally, name: '' }]

const studiosLedBy = ({ grants }: PersonActor): string[] =>
  grants.flatMap(({ role, scope, scopeId }) => (role === 'master' && scope === 'studio' ? [scopeId] : []))

const applicationsToReview: WaitingSource = async (reads, actor) => {
  if (!can(actor, 'city.review-applications', CITY)) return []
  const scope = scopeOf(actor)
  const isOffice = scope === 'city'
  const state = isOffice ? 'office-review' : 'district-review'
  const kind = isOffice ? 'application.office' : 'application.district'
  return many(await reads.applications({ state, scope }), { kind, href: '/office/applications' })
}

const ownApplication: WaitingSource = async (reads, { personId }) => {
  const returned = await reads.returnedApplication(personId)
  return returned === null ? [] : [{ kind: 'application.returned', count: 1, href: '/studios/apply', ...returned }]
}

const memberships: WaitingSource = async (reads, actor) => {
  const [proposals, toConfirm] = await Promise.all([
    reads.proposalsTo(actor.personId),
    can(actor, 'city.confirm-members', CITY) ? reads.membersToConfirm() : null,
  ])
  return [
    ...many(proposals, { kind: 'membership.answer', href: '/desk#proposals' }),
    ...many(toConfirm, { kind: 'membership.office', href: '/office/members' }),
  ]
}

const yearPlans: WaitingSource = async (reads, actor) => {
  const [submitted, returned] = await Promise.all([
    can(actor, 'city.file-year-plans', CITY) ? reads.submittedYearPlans() : null,
    reads.returnedYearPlans(studiosLedBy(actor)),
  ])
  return [
    ...many(submitted, { kind: 'year-plan.office', href: '/office/plans' }),
    ...returned.map(({ studioId, studioName: name, year, sinceEpochMs }): WaitingThing => ({
      ...{ kind: 'year-plan.returned', count: 1, name, sinceEpochMs },
      href: `/studios/${studioId}/plan?year=${year}`,
    })),
  ]
}

const registrations: WaitingSource = async (reads, actor) => {
  const host = { personId: actor.personId, studioIds: studiosLedBy(actor) }
  return (await reads.askedRegistrations(host)).map(({ activityId, title: name, ...tally }) => ({
    ...{ kind: 'registration.asked', name, ...tally },
    href: `/activities/${activityId}/registrations`,
  }))
}

const resources: WaitingSource = async (reads, actor) => {
  const [submitted, returned] = await Promise.all([
    reads.submittedResources(studiosLedBy(actor)),
    reads.returnedResources(actor.personId),
  ])
  return [
    ...many(submitted, { kind: 'resource.decide', href: '/resources?show=waiting' }),
    ...many(returned, { kind: 'resource.returned', href: '/resources?show=own' }),
  ]
}

const announcements: WaitingSource = async (reads, { personId }) =>
  many(await reads.unconfirmedAnnouncements(personId), { kind: 'announcement.confirm', href: '/announcements' })

/** Each area brings its own. */
export const WAITING_SOURCES: readonly WaitingSource[] = [
  applicationsToReview,
  ownApplication,
  memberships,
  yearPlans,
  registrations,
  resources,
  announcements,
]
