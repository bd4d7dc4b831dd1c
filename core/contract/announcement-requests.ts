import { z } from 'zod'
import { announcementCard, announcementFilter, announcementInput, announcementPlace } from './announcements.ts'
import { personCard } from './activity.ts'
import { cursor, id, instant, paragraph } from './fields.ts'

const nothing = z.object({})

const limit = z.number().int().min(1).max(60).default(30)
const seen = z.object({ announcementId: id, version: z.number().int().positive() })
const named = announcementPlace.extend({ name: z.string() })

/** 公告. What was seen goes along as `version`: one that somebody has changed since is `CONFLICT`. */
export const announcementRequests = {
  /** Pinned ones first, then the newest. Guests are shown what is for the whole city. */
  'announcements.list': {
    input: z.object({ show: announcementFilter.default('current'), cursor, limit }),
    output: z.object({ items: z.array(announcementCard), nextCursor: z.string().nullable(), mayWrite: z.boolean() }),
  },
  /** `text` is empty, for all but who wrote it, once it is withdrawn. */
  'announcement.get': {
    input: z.object({ announcementId: id }),
    output: announcementCard.extend({
      text: z.string(),
      withdrawReason: z.string(),
      sender: announcementPlace,
      audience: named,
      version: z.number().int(),
      /** When whoever looks has said 已阅. */
      readAt: instant.nullable(),
      may: z.object({ write: z.boolean(), withdraw: z.boolean(), confirm: z.boolean(), seeReaders: z.boolean() }),
    }),
  },
  /** In whose name the actor may write, and to whom. */
  'announcements.places': {
    input: nothing,
    output: z.object({ senders: z.array(named.extend({ audiences: z.array(named) })) }),
  },
  'announcement.create': { input: announcementInput, output: z.object({ announcementId: id }) },
  /** Only a draft: what people have read does not change. */
  'announcement.change': { input: seen.extend({ input: announcementInput }), output: nothing },
  'announcement.discard': { input: seen, output: nothing },
  /** Tells everybody whom it is for. */
  'announcement.publish': { input: seen, output: z.object({ told: z.number().int() }) },
  'announcement.withdraw': {
    input: seen.extend({ reason: paragraph(200).refine((text) => text !== '', '请写明为什么撤回。') }),
    output: nothing,
  },
  /** 已阅. Once more is no fault. */
  'announcement.confirm': { input: z.object({ announcementId: id }), output: nothing },
  /** Who has said 已阅, the latest first, or who has not, by school and name. */
  'announcement.readers': {
    input: z.object({ announcementId: id, show: z.enum(['read', 'unread']).default('unread'), cursor, limit }),
    output: z.object({
      counts: z.object({ read: z.number().int(), unread: z.number().int() }),
      items: z.array(z.object({ person: personCard, readAt: instant.nullable() })),
      nextCursor: z.string().nullable(),
    }),
  },
} as const
