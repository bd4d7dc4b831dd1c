import { z } from 'zod'
import { personCard } from './activity.ts'
import { schoolStage } from './schooling.ts'
import { id, instant, line, paragraph } from './fields.ts'

export const RESOURCE_TITLE_MAX_CHARS = 60
export const RESOURCE_SUMMARY_MAX_CHARS = 500
export const RESOURCE_FILE_MAX_BYTES = 2 * 1024 ** 3
/** A file is looked at in this many parts of equal length: which of them somebody has seen is what is kept of a view. */
export const VIEW_PARTS = 50

/** What it is for. */
export const resourceKind = z.enum([
  'lesson-plan', // 教学设计
  'slides', // 课件
  'exercise', // 习题
  'lesson-video', // 课例视频
  'paper', // 论文与案例
  'material', // 素材
])
export type ResourceKind = z.infer<typeof resourceKind>

/** product.md §4: 上传 → 检查 → 工作室审 → 发布 → 下架. A file is checked before there is a resource. */
export const resourceState = z.enum(['draft', 'submitted', 'returned', 'published', 'withdrawn'])
export type ResourceState = z.infer<typeof resourceState>

/** What others may do with it. */
export const resourceLicence = z.enum(['city-teaching', 'cc-by', 'cc-by-nc', 'all-rights'])
/** Who may take the file along. */
export const resourceDownloads = z.enum(['everyone', 'signed-in', 'nobody'])
export type ResourceDownloads = z.infer<typeof resourceDownloads>

/** How a file is shown in the page: by what is in it, never by its name. */
export const fileShape = z.enum(['picture', 'audio', 'video', 'pdf', 'office'])
export type FileShape = z.infer<typeof fileShape>

const words = (maxChars: number) => z.union([z.literal(''), line(maxChars)])

export const resourceInput = z.object({
  title: line(RESOURCE_TITLE_MAX_CHARS),
  summary: paragraph(RESOURCE_SUMMARY_MAX_CHARS),
  kind: resourceKind,
  subject: words(20),
  stage: schoolStage.nullable(),
  /** 教材版本 · 册 · 单元. */
  edition: words(20),
  volume: words(20),
  unit: words(40),
  licence: resourceLicence,
  downloads: resourceDownloads,
  /** The activity that it came from. */
  activityId: id.nullable(),
})
export type ResourceInput = z.output<typeof resourceInput>

export const resourceFilter = z.object({
  kind: resourceKind.optional(),
  subject: line(20).optional(),
  stage: schoolStage.optional(),
  shape: fileShape.optional(),
  studioId: id.optional(),
})
export type ResourceFilter = z.infer<typeof resourceFilter>

/** Of the published; of the actor's own; of what waits in the studios that the actor leads. */
export const resourceShow = z.enum(['published', 'own', 'waiting'])
export type ResourceShow = z.infer<typeof resourceShow>

export const resourceCard = z.object({
  id,
  title: z.string(),
  kind: resourceKind,
  state: resourceState,
  shape: fileShape,
  sizeBytes: z.number().int(),
  subject: z.string(),
  stage: schoolStage.nullable(),
  studio: z.object({ id, name: z.string() }),
  uploader: personCard,
  /** Since when it is in its state. */
  at: instant,
  thumbnailUrl: z.string().nullable(),
  viewers: z.number().int(),
  downloads: z.number().int(),
})
export type ResourceCard = z.infer<typeof resourceCard>

export const resourceVersion = z.object({
  number: z.number().int(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  shape: fileShape,
  addedBy: z.string(),
  addedAt: instant,
  note: z.string(),
})
export type ResourceVersion = z.infer<typeof resourceVersion>

/** 会前 | 会后. */
export const materialPhase = z.enum(['before', 'after'])
export type MaterialPhase = z.infer<typeof materialPhase>
