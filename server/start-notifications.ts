import type { IncomingMessage } from 'node:http'
import { INBOX_PATH } from '#core/contract/protocol.ts'
import type { Database } from './adapters/postgres/database.ts'
import { InboxChanges } from './adapters/postgres/inbox-changes.ts'
import { PostgresInbox } from './adapters/postgres/postgres-inbox.ts'
import type { HttpFront } from './lifecycle/http-front.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import { InboxSockets } from './realtime/inbox-sockets.ts'
import type { StartedCity } from './start-city.ts'
import type { CityDeps, HttpUseCases } from './usecases/http/use-cases.ts'
import type { Inbox } from './usecases/notifications/ports.ts'
import {
  countUnread,
  listNotifications,
  markAllAsRead,
  markAsRead,
  markAsUnread,
} from './usecases/notifications/read-notifications.ts'
import type { Log } from './usecases/ports.ts'

export interface NotificationParts {
  inbox: Inbox
  useCases: HttpUseCases
}

/** What people are told. */
export function createNotificationParts({
  database,
  city: { clock },
}: {
  database: Database
  city: Pick<CityDeps, 'clock'>
}): NotificationParts {
  const inbox = new PostgresInbox(database)
  const deps = { inbox, clock }
  return {
    inbox,
    useCases: {
      'notifications.list': (actor, input) => listNotifications(deps, actor, input),
      'notifications.count': (actor) => countUnread(deps, actor),
      'notifications.read': (actor, input) => markAsRead(deps, actor, input),
      'notifications.read-all': (actor, input) => markAllAsRead(deps, actor, input),
      'notifications.unread': (actor, input) => markAsUnread(deps, actor, input),
    },
  }
}

export interface StartNotificationsOptions extends Pick<StartedCity, 'city' | 'database' | 'identity'> {
  databaseUrl: string
  front: HttpFront
  publicUrl: URL
  lifecycle: Lifecycle
  log: Log
  addressOf: (request: IncomingMessage) => string
}

/** The same, with the sockets on which open pages hear of it at once. */
export async function startNotifications(
  options: StartNotificationsOptions,
): Promise<NotificationParts & { sockets: InboxSockets }> {
  const { database, databaseUrl, city, identity, front, publicUrl, lifecycle, log, addressOf } = options
  const parts = createNotificationParts({ database, city })
  const sockets = new InboxSockets({
    httpServer: front.server,
    inbox: parts.inbox,
    actorOf: (headers) => identity.actorOf(headers),
    publicOrigins: [publicUrl.origin],
    addressOf,
    log,
  })
  lifecycle.onStop({ name: 'inbox-sockets', deadlineMs: 1_000, stop: () => sockets.close() })
  const changes = await InboxChanges.follow({ url: databaseUrl, listener: (change) => sockets.heard(change), log })
  lifecycle.onStop({ name: 'inbox-changes', deadlineMs: 500, stop: () => changes.close() })
  front.claimUpgrades(INBOX_PATH)
  return { ...parts, sockets }
}
