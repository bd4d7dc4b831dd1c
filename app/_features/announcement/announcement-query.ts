import { z } from 'zod'
import { announcementFilter, type AnnouncementFilter } from '#core/contract/announcements.ts'

const query = z.object({
  show: announcementFilter.catch('current'),
  cursor: z.string().optional().catch(undefined),
})

/** What the address asks for; what it gets wrong is left out. */
export const readAnnouncementQuery = (params: unknown) => query.parse(params)

export const hrefOfAnnouncements = ({ show, cursor }: { show: AnnouncementFilter; cursor?: string }): string => {
  const params = new URLSearchParams({
    ...(show === 'current' ? {} : { show }),
    ...(cursor === undefined ? {} : { cursor }),
  })
  return params.size === 0 ? '/announcements' : `/announcements?${params.toString()}`
}

const readersQuery = z.object({
  readers: z.enum(['read', 'unread']).catch('unread'),
  cursor: z.string().optional().catch(undefined),
})
export const readReadersQuery = (params: unknown) => readersQuery.parse(params)
