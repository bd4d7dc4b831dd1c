import { z } from 'zod'
import { cursor, id, line, paragraph } from './fields.ts'
import {
  materialPhase,
  resourceCard,
  resourceFilter,
  resourceInput,
  resourceShow,
  resourceVersion,
  VIEW_PARTS,
} from './resources.ts'

const nothing = z.object({})
const limit = z.number().int().min(1).max(60).default(24)
const seen = z.object({ resourceId: id, version: z.number().int().positive() })
const search = z
  .string()
  .trim()
  .max(60)
  .regex(/^[^\p{Cc}]*$/u)
  .optional()
const uploadId = id

/** 资源库. What was seen goes along as `version`: one that somebody has changed since is `CONFLICT`. */
export const resourceRequests = {
  /** The newest first. */
  'resources.list': {
    input: z.object({
      show: resourceShow.default('published'),
      filter: resourceFilter.default({}),
      search,
      cursor,
      limit,
    }),
    output: z.object({ items: z.array(resourceCard), nextCursor: z.string().nullable() }),
  },
  /** The subjects that published resources are of, those of most first. */
  'resources.subjects': {
    input: nothing,
    output: z.object({ subjects: z.array(z.object({ value: z.string(), count: z.number().int() })) }),
  },
  /** The studios in whose name the actor may upload. */
  'resources.places': {
    input: nothing,
    output: z.object({ studios: z.array(z.object({ id, name: z.string(), leads: z.boolean() })) }),
  },
  'resource.get': {
    input: z.object({ resourceId: id }),
    output: resourceCard.extend({
      summary: z.string(),
      edition: z.string(),
      volume: z.string(),
      unit: z.string(),
      licence: resourceInput.shape.licence,
      downloadsFor: resourceInput.shape.downloads,
      activity: z.object({ id, title: z.string() }).nullable(),
      /** Why it was returned or withdrawn. */
      reason: z.string(),
      version: z.number().int(),
      /** The newest first; never empty. */
      versions: z.array(resourceVersion),
      /** `waiting`: a job is at it. `none`: this file can only be downloaded. */
      preview: z.enum(['ready', 'waiting', 'none']),
      /** Mean of how much its viewers have seen, 0…1; null without viewers. */
      meanCoverage: z.number().min(0).max(1).nullable(),
      may: z.object({
        change: z.boolean(),
        addVersion: z.boolean(),
        submit: z.boolean(),
        decide: z.boolean(),
        withdraw: z.boolean(),
        discard: z.boolean(),
        download: z.boolean(),
      }),
    }),
  },
  /**
   * Checks a finished upload and makes a draft of it. Once more with the same upload is no fault, and answers the same.
   * `INVALID` with field `file` where the file cannot be taken, and then the upload is gone.
   */
  'resource.add': {
    input: z.object({ uploadId, studioId: id, activityId: id.nullable().default(null) }),
    output: z.object({ resourceId: id }),
  },
  /** The same for a newer file of what is there. */
  'resource.add-version': {
    input: z.object({ resourceId: id, uploadId, note: paragraph(200) }),
    output: z.object({ number: z.number().int() }),
  },
  'resource.change': { input: seen.extend({ input: resourceInput }), output: z.object({ version: z.number().int() }) },
  /** To the studio's master; one's own as a master is published at once. */
  'resource.submit': { input: seen, output: z.object({ state: resourceCard.shape.state }) },
  'resource.decide': {
    input: seen.extend({
      decision: z.discriminatedUnion('to', [
        z.object({ to: z.literal('published') }),
        z.object({ to: z.literal('returned'), reason: line(200) }),
      ]),
    }),
    output: nothing,
  },
  'resource.withdraw': { input: seen.extend({ reason: line(200) }), output: nothing },
  /** Only what was never published. */
  'resource.discard': { input: seen, output: nothing },
  /** Which of the `VIEW_PARTS` parts whoever looks has seen since the last time. */
  'resource.note-view': {
    input: z.object({
      resourceId: id,
      parts: z
        .array(
          z
            .number()
            .int()
            .min(0)
            .max(VIEW_PARTS - 1),
        )
        .min(1)
        .max(VIEW_PARTS),
    }),
    output: nothing,
  },
  /** What people are given before an activity or take along after it, and what came from it; only what the actor may see. */
  'activity.materials': {
    input: z.object({ activityId: id, link: z.string().max(64).optional() }),
    output: z.object({
      materials: z.array(z.object({ resource: resourceCard, phase: materialPhase, cameFromIt: z.boolean() })),
      /** Choose resources, and in whose name one may upload new ones; null where the actor may not. */
      manage: z.object({ studioId: id.nullable() }).nullable(),
    }),
  },
  /** Once more is no fault; with another phase it moves. */
  'activity.add-material': {
    input: z.object({ activityId: id, resourceId: id, phase: materialPhase }),
    output: nothing,
  },
  'activity.remove-material': { input: z.object({ activityId: id, resourceId: id }), output: nothing },
} as const
