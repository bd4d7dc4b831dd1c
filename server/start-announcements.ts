import type { Database } from './adapters/postgres/database.ts'
import { PostgresAnnouncementTransactions } from './adapters/postgres/postgres-announcement-writes.ts'
import { PostgresAnnouncements } from './adapters/postgres/postgres-announcements.ts'
import type { AnnouncementDeps } from './usecases/announcements/announcement-door.ts'
import { announcementPlaces } from './usecases/announcements/announcement-places.ts'
import { getAnnouncement, listAnnouncements, listReaders } from './usecases/announcements/read-announcements.ts'
import {
  changeAnnouncement,
  confirmAnnouncement,
  createAnnouncement,
  discardAnnouncement,
  publishAnnouncement,
  withdrawAnnouncement,
} from './usecases/announcements/write-announcements.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'

type Options = { database: Database; city: Pick<CityDeps, 'people' | 'clock' | 'ids'> }

export const createAnnouncementDeps = ({ database, city: { people, clock, ids } }: Options): AnnouncementDeps => ({
  announcements: new PostgresAnnouncements(database),
  transactions: new PostgresAnnouncementTransactions(database, { clock, ids }),
  ...{ people, clock, ids },
})

/** 公告. */
export function createAnnouncementUseCases(options: Options) {
  const deps = createAnnouncementDeps(options)
  return {
    'announcements.list': (actor, input) => listAnnouncements(deps, actor, input),
    'announcements.places': (actor) => announcementPlaces(deps, actor),
    'announcement.get': (actor, input) => getAnnouncement(deps, actor, input),
    'announcement.create': (actor, input) => createAnnouncement(deps, actor, input),
    'announcement.change': (actor, input) => changeAnnouncement(deps, actor, input),
    'announcement.discard': (actor, input) => discardAnnouncement(deps, actor, input),
    'announcement.publish': (actor, input) => publishAnnouncement(deps, actor, input),
    'announcement.withdraw': (actor, input) => withdrawAnnouncement(deps, actor, input),
    'announcement.confirm': (actor, input) => confirmAnnouncement(deps, actor, input),
    'announcement.readers': (actor, input) => listReaders(deps, actor, input),
  } satisfies HttpUseCases
}
