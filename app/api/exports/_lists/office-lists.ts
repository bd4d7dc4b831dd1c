import { handedInState } from '#core/contract/applications.ts'
import { id } from '#core/contract/fields.ts'
import { readAuditQuery } from '#app/_features/audit/audit-query.ts'
import { readRegistrantState } from '#app/_features/registration/registrants-query.ts'
import { readOfficePlansQuery } from '#app/_features/year-plan/plan-year-query.ts'
import { requestTime } from '#app/_server/request-time.ts'
import { everyItem, type ExportList } from './export-list.ts'

const AT_ONCE = 50

export const registrations: ExportList = {
  heads: ['name', 'school', 'district', 'state', 'since'],
  async *rows({ ask, say, parameters }) {
    const activityId = id.catch('none').parse(parameters['activity'])
    const state = readRegistrantState(parameters['state'])
    const found = everyItem((cursor) =>
      ask('registrations.list', { activityId, ...(state === undefined ? {} : { state }), ...cursor, limit: AT_ONCE }),
    )
    for await (const { person, state: standing, askedAt } of found)
      yield [
        person.name,
        person.organisation,
        person.district,
        say(`audit.values.state.${standing}`),
        new Date(askedAt),
      ]
  },
}

export const applications: ExportList = {
  heads: ['name', 'applicant', 'kind', 'level', 'subject', 'school', 'district', 'state', 'since', 'timesReturned'],
  async *rows({ ask, say, parameters }) {
    const state = handedInState.safeParse(parameters['state']).data
    const found = everyItem((cursor) =>
      ask('applications.list', { ...(state === undefined ? {} : { state }), ...cursor, limit: AT_ONCE }),
    )
    for await (const { name, applicantName, kind, level, subject, schoolName, ...card } of found) {
      yield [
        ...[name, applicantName, say(`studio.list.${kind}`), say(`common.levels.${level}`), subject, schoolName],
        ...[card.district, say(`audit.values.state.${card.state}`), new Date(card.since), card.timesReturned],
      ]
    }
  },
}

export const yearPlans: ExportList = {
  heads: ['studio', 'year', 'state', 'tasks', 'unclaimed', 'held', 'planned'],
  async *rows({ ask, say, parameters }) {
    const { cursor: _from, ...query } = readOfficePlansQuery(parameters, { nowEpochMs: requestTime() })
    const found = everyItem((cursor) => ask('year-plans.list', { ...query, ...cursor, limit: AT_ONCE }))
    for await (const { studioName, year, state, tasks, unclaimed, progress } of found)
      yield [studioName, year, say(`audit.values.state.${state}`), tasks, unclaimed, progress.held, progress.items]
  },
}

const told = (facts: Readonly<Record<string, string>>) =>
  Object.entries(facts)
    .map(([field, value]) => `${field}: ${value}`)
    .join('\n')

export const audit: ExportList = {
  heads: ['since', 'actor', 'school', 'address', 'act', 'subject', 'before', 'after'],
  async *rows({ ask, say, parameters }) {
    const { cursor: _from, ...query } = readAuditQuery(parameters)
    const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''))
    const found = everyItem((cursor) => ask('audit.list', { ...asked, ...cursor, limit: AT_ONCE }))
    for await (const { at, actor, address, action, subject, before, after } of found) {
      yield [
        ...[
          new Date(at),
          actor?.name ?? say('audit.server'),
          actor?.organisation ?? null,
          address,
          say(`audit.actions.${action}`),
        ],
        ...[subject.name ?? `${subject.kind} ${subject.id}`, told(before), told(after)],
      ]
    }
  },
}
