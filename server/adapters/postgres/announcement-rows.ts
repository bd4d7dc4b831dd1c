import { z } from 'zod'
import { announcementPlaceKind, announcementState } from '#core/contract/announcements.ts'
import type {
  AnnouncementPosition,
  AnnouncementRecord,
  AnnouncementSummary,
} from '#server/usecases/announcements/ports.ts'
import { Prisma } from './generated/client.ts'

/** What a list shows of an announcement `a`, to the reader whose receipt is `r`. */
export const SUMMARY_COLUMNS = Prisma.sql`
  a.id, a."senderKind", a."senderId", a."senderName", a."audienceKind", a."audienceId", a."audienceName", a.title,
  a."isPinned", a."asksReceipt", a."expiresAt", a.state, a."publishedAt", r."readAt"`

const summaryRow = z.object({
  id: z.string(),
  senderKind: announcementPlaceKind,
  senderId: z.string(),
  senderName: z.string(),
  audienceKind: announcementPlaceKind,
  audienceId: z.string(),
  audienceName: z.string(),
  title: z.string(),
  isPinned: z.boolean(),
  asksReceipt: z.boolean(),
  expiresAt: z.date().nullable(),
  state: announcementState,
  publishedAt: z.date().nullable(),
  readAt: z.date().nullable(),
})
export const listedRow = summaryRow.extend({ pinnedKey: z.boolean(), atKey: z.date() })
export const recordRow = summaryRow.extend({
  text: z.string(),
  version: z.number(),
  withdrawReason: z.string(),
  districtId: z.string().nullable(),
})

export const toSummary = (row: z.output<typeof summaryRow>): AnnouncementSummary => ({
  ...{ id: row.id, title: row.title, isPinned: row.isPinned, asksReceipt: row.asksReceipt, state: row.state },
  sender: { kind: row.senderKind, id: row.senderId, name: row.senderName },
  audience: { kind: row.audienceKind, id: row.audienceId, name: row.audienceName },
  expiresAtEpochMs: row.expiresAt?.getTime() ?? null,
  publishedAtEpochMs: row.publishedAt?.getTime() ?? null,
  readAtEpochMs: row.readAt?.getTime() ?? null,
})

export const toRecord = (row: z.output<typeof recordRow>): AnnouncementRecord => ({
  ...toSummary(row),
  ...{ text: row.text, version: row.version, withdrawReason: row.withdrawReason, districtId: row.districtId },
})

export const positionOf = ({ pinnedKey, atKey, id }: z.output<typeof listedRow>): AnnouncementPosition => [
  pinnedKey,
  atKey.getTime(),
  id,
]
