import { z } from 'zod'
import { titleLevel } from './activity.ts'
import { id, line, paragraph } from './fields.ts'
import { studioKind } from './studio-filter.ts'
import { studioRoom } from './studio-room.ts'

const nothing = z.object({})

/** What is done to a studio. */
export const studioRequests = {
  'studio.set-motto': { input: z.object({ studioId: id, motto: paragraph(80) }), output: nothing },
  /** The 学校工作室: by its master, or the office. */
  'studio.set-room': { input: z.object({ studioId: id, room: studioRoom }), output: nothing },
  /** Hears of its activities from now on, or no more. Once more is no fault. */
  'studio.follow': { input: z.object({ studioId: id, follows: z.boolean() }), output: nothing },
  /** Gives its master the title and the role. */
  'studio.open': {
    input: z.object({
      name: line(30),
      kind: studioKind,
      level: titleLevel,
      subject: line(20),
      schoolId: id,
      masterId: id,
    }),
    output: z.object({ studioId: id }),
  },
} as const
