import { readActivityQuery } from '#app/_features/activity/activity-query.ts'
import { readResourceQuery } from '#app/_features/resource/resource-query.ts'
import { readStudioQuery } from '#app/_features/studio/studio-query.ts'
import { everyItem, type ExportList } from './export-list.ts'

const AT_ONCE = 60

export const studios: ExportList = {
  heads: ['name', 'kind', 'level', 'subject', 'district', 'school', 'master', 'openedYear', 'members', 'activities'],
  async *rows({ ask, say, parameters }) {
    const { cursor: _from, ...query } = readStudioQuery(parameters)
    const found = everyItem((cursor) => ask('studios.list', { ...query, ...cursor, limit: AT_ONCE }))
    for await (const studio of found) {
      yield [
        ...[studio.name, say(`studio.list.${studio.kind}`), say(`common.levels.${studio.level}`), studio.subject],
        ...[studio.district, studio.school, studio.master.name, studio.openedYear],
        ...[studio.memberCount, studio.activityCount],
      ]
    }
  },
}

export const activities: ExportList = {
  heads: ['title', 'kind', 'state', 'startsAt', 'endsAt', 'studio', 'host', 'district', 'place', 'stages', 'subjects'],
  async *rows({ ask, say, parameters }) {
    const { cursor: _from, ...query } = readActivityQuery(parameters)
    const found = everyItem((cursor) => ask('activities.list', { ...query, ...cursor, limit: AT_ONCE }))
    for await (const { title, kind, state, startsAt, endsAt, studio, host, district, ...card } of found) {
      const { venue, stages, subjects } = card
      yield [
        ...[title, say(`common.kinds.${kind}`), say(`common.states.${state}`), new Date(startsAt), new Date(endsAt)],
        ...[studio?.name ?? host.organisation, host.name, district],
        ...[venue.where === '' ? say('activity.form.venues.online') : venue.where],
        ...[stages.join('、'), subjects.join('、')],
      ]
    }
  },
}

export const resources: ExportList = {
  heads: [
    'title',
    'kind',
    'stages',
    'subjects',
    'studio',
    'uploader',
    'school',
    'state',
    'since',
    'viewers',
    'downloads',
  ],
  async *rows({ ask, say, parameters }) {
    const { cursor: _from, show, search, ...filter } = readResourceQuery(parameters)
    const found = everyItem((cursor) => ask('resources.list', { show, search, filter, ...cursor, limit: AT_ONCE }))
    for await (const { title, kind, stage, subject, studio, uploader, state, at, viewers, downloads } of found) {
      yield [
        ...[title, say(`resource.kinds.${kind}`), stage, subject, studio.name, uploader.name, uploader.organisation],
        ...[say(`resource.states.${state}`), new Date(at), viewers, downloads],
      ]
    }
  },
}
