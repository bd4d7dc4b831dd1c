import { z } from 'zod'
import { titleLevel } from './activity.ts'
import { id, instant, paragraph } from './fields.ts'

/** 草稿 → 区县初审 → 市办审核 → 已开通; back to the applicant as 退回补正; or 不予开通. */
export const applicationState = z.enum(['draft', 'district-review', 'office-review', 'returned', 'opened', 'rejected'])
export type ApplicationState = z.infer<typeof applicationState>

/** What others than the applicant may look for: a draft is nobody's business. */
export const handedInState = applicationState.exclude(['draft'])
export type HandedInState = z.infer<typeof handedInState>

const typed = (maxChars: number) => paragraph(maxChars).default('')

/** The longest of each field; what is meant to be short is one line on the page. */
export const APPLICATION_MAX_CHARS = {
  subject: 20,
  name: 30,
  introduction: 2_000,
  bornMonth: 12,
  degree: 30,
  professionalTitle: 30,
  post: 30,
  phone: 20,
  honours: 1_000,
  publicLessons: 1_000,
  papers: 1_000,
} as const

/** What the applicant types, as it stands: a draft may lack anything. What may be submitted is the domain's to say. */
export const applicationForm = z.object({
  kind: z.enum(['teacher', 'principal']).default('teacher'),
  level: titleLevel.default('city'),
  /** Of a principal, the type of school. */
  subject: typed(APPLICATION_MAX_CHARS.subject),
  name: typed(APPLICATION_MAX_CHARS.name),
  schoolId: id.nullable().default(null),
  /** 个人简介. */
  introduction: typed(APPLICATION_MAX_CHARS.introduction),
  // 个人信息统计表.
  gender: z.enum(['', 'female', 'male']).default(''),
  bornMonth: typed(APPLICATION_MAX_CHARS.bornMonth),
  degree: typed(APPLICATION_MAX_CHARS.degree),
  professionalTitle: typed(APPLICATION_MAX_CHARS.professionalTitle),
  post: typed(APPLICATION_MAX_CHARS.post),
  teachingYears: z.number().int().min(0).max(60).nullable().default(null),
  phone: typed(APPLICATION_MAX_CHARS.phone),
  honours: typed(APPLICATION_MAX_CHARS.honours),
  publicLessons: typed(APPLICATION_MAX_CHARS.publicLessons),
  papers: typed(APPLICATION_MAX_CHARS.papers),
})
export type ApplicationForm = z.infer<typeof applicationForm>

/** Whatever can be wrong with an application, or be asked to be mended. */
export const applicationField = z.enum([...applicationForm.keyof().options, 'photo'])
export type ApplicationField = z.infer<typeof applicationField>

/** What is to be mended, beside the field it is about. */
export const mendingNotes = z.partialRecord(applicationField, paragraph(200).pipe(z.string().min(1)))
export type MendingNotes = z.infer<typeof mendingNotes>

export const applicationDecision = z.enum(['approve', 'return', 'reject'])
export type ApplicationDecision = z.infer<typeof applicationDecision>

export const applicationStep = z.enum(['submit', 'withdraw', ...applicationDecision.options])
export type ApplicationStep = z.infer<typeof applicationStep>

/** One line of 经过. */
export const applicationEvent = z.object({
  id,
  at: instant,
  actorName: z.string(),
  step: applicationStep,
  to: applicationState,
  reason: z.string(),
})
export type ApplicationEvent = z.infer<typeof applicationEvent>

const standing = z.object({
  applicationId: id,
  version: z.number().int(),
  state: applicationState,
  form: applicationForm,
  schoolName: z.string(),
  /** 2 寸照片; null where there is none yet. */
  photoUrl: z.string().nullable(),
  notes: mendingNotes,
  /** Of the last decision. */
  reason: z.string(),
  /** Once it is opened. */
  studioId: id.nullable(),
  events: z.array(applicationEvent),
})

/** As its applicant sees it: what they type. */
export const ownApplication = standing.extend({
  /** As it was last handed in; null before. */
  handedIn: z.object({ form: applicationForm, photoUrl: z.string().nullable() }).nullable(),
  may: z.object({ edit: z.boolean(), withdraw: z.boolean() }),
})
export type OwnApplication = z.infer<typeof ownApplication>

const heldTitle = z.object({ kind: z.enum(['teacher', 'principal']), level: titleLevel, batch: z.string() })

/** As those see it who decide: what was handed in. */
export const applicationDetail = standing.extend({
  state: handedInState,
  applicantName: z.string(),
  organisation: z.string(),
  /** Empty: a school of the city's own. */
  district: z.string(),
  since: instant,
  titles: z.array(heldTitle),
  decisions: z.array(applicationDecision),
})
export type ApplicationDetail = z.infer<typeof applicationDetail>

/** One line of the list. */
export const applicationCard = applicationDetail
  .pick({ applicationId: true, version: true, state: true, applicantName: true, schoolName: true, district: true })
  .extend({
    since: instant,
    decisions: z.array(applicationDecision),
    ...applicationForm.pick({ kind: true, level: true, subject: true, name: true }).shape,
    introductionCharacters: z.number().int(),
    timesReturned: z.number().int(),
    /** Holds the title that goes with such a studio. */
    hasTitle: z.boolean(),
  })
export type ApplicationCard = z.infer<typeof applicationCard>

/** `changed`: somebody else has decided, or it is no longer what was looked at. */
export const decisionResult = z.object({
  applicationId: id,
  outcome: z.enum(['done', 'changed', 'refused']),
  message: z.string(),
})
export type DecisionResult = z.infer<typeof decisionResult>

export const schoolCard = z.object({ id, name: z.string(), district: z.string() })
export type SchoolCard = z.infer<typeof schoolCard>
