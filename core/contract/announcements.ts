import { z } from 'zod'
import { id, instant, line, paragraph } from './fields.ts'

/** Where an announcement comes from and whom it is for: the city, a district, a school, or a studio's group. */
export const announcementPlaceKind = z.enum(['city', 'district', 'school', 'studio'])
export type AnnouncementPlaceKind = z.infer<typeof announcementPlaceKind>

/** The city has no organisation of its own that everybody belongs to: this is what it is called. */
export const WHOLE_CITY_ID = 'city'

export const announcementPlace = z.object({ kind: announcementPlaceKind, id })
export type AnnouncementPlace = z.infer<typeof announcementPlace>

export const announcementState = z.enum(['draft', 'published', 'withdrawn'])
export type AnnouncementState = z.infer<typeof announcementState>

export const ANNOUNCEMENT_TITLE_MAX_CHARS = 60
export const ANNOUNCEMENT_TEXT_MAX_CHARS = 4_000

export const announcementInput = z.object({
  sender: announcementPlace,
  audience: announcementPlace,
  title: line(ANNOUNCEMENT_TITLE_MAX_CHARS),
  text: paragraph(ANNOUNCEMENT_TEXT_MAX_CHARS).pipe(z.string().min(1)),
  /** Stands before the others while it is valid. */
  isPinned: z.boolean().default(false),
  /** Whoever it is for is asked to say that they have read it. */
  asksReceipt: z.boolean().default(false),
  /** The last day on which it stands among the current ones; null: until it is withdrawn. */
  lastDay: z.iso.date().nullable().default(null),
})
export type AnnouncementInput = z.infer<typeof announcementInput>

export const announcementCard = z.object({
  id,
  title: z.string(),
  senderName: z.string(),
  audience: z.object({ kind: announcementPlaceKind, name: z.string() }),
  isPinned: z.boolean(),
  asksReceipt: z.boolean(),
  state: announcementState,
  /** Null while it is a draft. */
  publishedAt: instant.nullable(),
  lastDay: z.iso.date().nullable(),
  isOver: z.boolean(),
  /** 已阅 is asked of whoever looks, and not said yet. */
  waitsForMe: z.boolean(),
})
export type AnnouncementCard = z.infer<typeof announcementCard>

/** 当前 | 过期 | 我们发的, drafts and withdrawn ones among them. */
export const announcementFilter = z.enum(['current', 'past', 'own'])
export type AnnouncementFilter = z.infer<typeof announcementFilter>
