import { z } from 'zod'
import { id, instant, line, paragraph, personColour } from './fields.ts'
import { schoolStage, schoolSubject } from './schooling.ts'
import { NO_REGISTRATION, registrationTerms } from './registration-terms.ts'
import { roomRole } from './roles.ts'

export const activityKind = z.enum([
  'lesson-study', // 课例研讨
  'master-guidance', // 名师导教
  'research-project', // 课题研究
  'online-seminar', // 在线研讨
  'case-study', // 案例研讨
  'experience-exchange', // 经验交流
  'group-preparation', // 集体备课
])
export type ActivityKind = z.infer<typeof activityKind>

/** What of product.md §4 is stored; the other states are told from these (decision 012). */
export const activityState = z.enum(['draft', 'published', 'live', 'ended', 'cancelled'])
export type ActivityState = z.infer<typeof activityState>

/** Who may enter: 全市教师 | 组内 | 任何人凭链接. */
export const activityEntry = z.enum(['city', 'group', 'link'])
export type ActivityEntry = z.infer<typeof activityEntry>

/** 线上 | 到校 | 线上加到校. `where` is empty for what is online alone. */
export const activityVenue = z
  .object({ mode: z.enum(['online', 'school', 'both']), where: z.union([z.literal(''), line(60)]) })
  .refine(({ mode, where }) => mode === 'online' || where !== '', { path: ['where'], message: '请写到哪里参加。' })
export type ActivityVenue = z.infer<typeof activityVenue>
export const ONLINE: ActivityVenue = { mode: 'online', where: '' }

/** For whom it is meant; empty: everybody. */
const audience = {
  subjects: z.array(schoolSubject).max(10),
  stages: z.array(schoolStage).max(5),
}

export const titleLevel = z.enum(['qilu', 'city', 'district'])
export type TitleLevel = z.infer<typeof titleLevel>

export const agendaItemInput = z.object({
  id: id.optional(),
  title: line(60),
  minutes: z.number().int().min(1).max(600),
  note: line(80).optional(),
})
export type AgendaItemInput = z.infer<typeof agendaItemInput>

export const activityRoleInput = z.object({
  personId: id,
  role: roomRole.extract(['presenter', 'speaker', 'note-taker', 'observer', 'host']),
})

export const activityInput = z
  .object({
    studioId: id.nullable(),
    kind: activityKind,
    title: line(60),
    question: paragraph(200).default(''),
    startsAt: instant,
    endsAt: instant,
    entry: activityEntry,
    agenda: z.array(agendaItemInput).max(40).default([]),
    roles: z.array(activityRoleInput).max(60).default([]),
    /** Students may be heard or seen: shown before entering. */
    willRecord: z.boolean().default(true),
    /** 全市大型活动: set by the office alone. */
    isCityEvent: z.boolean().default(false),
    registration: registrationTerms.default(NO_REGISTRATION),
    venue: activityVenue.default(ONLINE),
    subjects: audience.subjects.default([]),
    stages: audience.stages.default([]),
  })
  .refine((a) => Date.parse(a.endsAt) > Date.parse(a.startsAt), { path: ['endsAt'], message: '结束时间要在开始之后。' })
  .refine((a) => Date.parse(a.endsAt) - Date.parse(a.startsAt) <= 24 * 3_600_000, {
    path: ['endsAt'],
    message: '一场活动不超过二十四小时。',
  })
export type ActivityInput = z.input<typeof activityInput>
export type ParsedActivityInput = z.output<typeof activityInput>

/** A person as others see them. */
export const personCard = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  /** 区县, short; null for people of the city itself. */
  district: z.string().nullable(),
  colour: personColour,
  portraitUrl: z.string().nullable(),
})
export type PersonCard = z.infer<typeof personCard>

export const agendaItem = z.object({
  id,
  title: z.string(),
  minutes: z.number().int(),
  note: z.string().nullable(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const activityCard = z.object({
  id,
  kind: activityKind,
  state: activityState,
  title: z.string(),
  question: z.string(),
  startsAt: instant,
  endsAt: instant,
  entry: activityEntry,
  isCityEvent: z.boolean(),
  venue: z.object({ mode: activityVenue.shape.mode, where: z.string() }),
  ...audience,
  studio: z.object({ id, name: z.string(), level: titleLevel, subject: z.string() }).nullable(),
  district: z.string().nullable(),
  host: personCard,
  /** How many sit in the room now; 0 when it is not live. */
  presentCount: z.number().int(),
  /** Seconds of the replay, null while there is none. */
  replayDurationMs: z.number().int().nullable(),
  coverUrl: z.string().nullable(),
  /** Needed by guests to enter an activity open by link; null otherwise. */
  linkToken: z.string().nullable(),
})
export type ActivityCard = z.infer<typeof activityCard>
