import { handedInState } from '#core/contract/applications.ts'
import type { ApplicationCard, ApplicationDetail } from '#core/contract/applications.ts'
import { decisionsIn } from '#core/domain/application/application-states.ts'
import { countCharacters } from '#core/domain/application/count-characters.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { deskOf, noApplication } from './application-door.ts'
import { photoUrlOf } from './application-photos.ts'
import type { ApplicationRecord, ApplicationSummary } from './ports.ts'

const instantOf = (epochMs: number) => new Date(epochMs).toISOString()

/** What the applicant and those who decide see alike. */
export function presentStanding({ id, version, notes, reason, studioId, events }: ApplicationRecord) {
  return {
    ...{ applicationId: id, version, notes, reason, studioId },
    events: events.map(({ atEpochMs, ...event }) => ({ ...event, at: instantOf(atEpochMs) })),
  }
}

/** For those who decide: what was handed in. Throws `NOT_FOUND` while nothing is. */
export function presentDetail(actor: Actor, record: ApplicationRecord): ApplicationDetail {
  const { handedIn, applicantName, organisation, schoolName, district, titles, sinceEpochMs } = record
  const state = handedInState.safeParse(record.state)
  if (!state.success || handedIn === null) throw noApplication()
  return {
    ...presentStanding(record),
    ...{ state: state.data, form: handedIn.form, applicantName, organisation, schoolName, district, titles },
    photoUrl: photoUrlOf(handedIn.photoKey),
    since: instantOf(sinceEpochMs),
    decisions: decisionsOpenTo(actor, { ...record, districtId: handedIn.districtId }),
  }
}

export function presentCard(actor: Actor, summary: ApplicationSummary): ApplicationCard {
  const { id, version, state, applicantName, schoolName, district, form, titles, sinceEpochMs } = summary
  const { kind, level, subject, name, introduction } = form
  return {
    ...{ applicationId: id, version, state, applicantName, schoolName, district, kind, level, subject, name },
    since: instantOf(sinceEpochMs),
    decisions: decisionsOpenTo(actor, summary),
    introductionCharacters: countCharacters(introduction),
    timesReturned: summary.timesReturned,
    hasTitle: titles.some((title) => title.kind === kind && title.level === level),
  }
}

function decisionsOpenTo(actor: Actor, facts: Parameters<typeof deskOf>[1]) {
  const desk = deskOf(actor, facts)
  return desk === null ? [] : decisionsIn(facts.state, desk)
}
