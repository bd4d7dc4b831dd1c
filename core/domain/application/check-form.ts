import type { ApplicationField, ApplicationForm } from '#core/contract/applications.ts'
import { countCharacters } from './count-characters.ts'

export const INTRODUCTION_CHARACTERS = { min: 250, max: 350 } as const

/** `short` and `long` are about 个人简介; `shape` is a month that is none. */
export type FormProblem = 'missing' | 'short' | 'long' | 'shape'

/** In the order in which they stand on the page. */
const NEEDED = [
  ...(['name', 'subject', 'schoolId', 'photo', 'introduction'] as const),
  ...(['gender', 'bornMonth', 'degree', 'professionalTitle', 'post', 'teachingYears', 'phone'] as const),
] satisfies ApplicationField[]

/** 1980-05, 1980.5, 1980年5月. */
const MONTH = /^(19|20)\d{2}\s*[-./年]\s*(0?[1-9]|1[0-2])\s*月?$/

/** What stands in the way of handing in an application, by field. */
export function checkForm(
  form: ApplicationForm,
  { hasPhoto }: { hasPhoto: boolean },
): ReadonlyMap<ApplicationField, FormProblem> {
  const problems = new Map<ApplicationField, FormProblem>()
  for (const field of NEEDED) {
    const isThere = field === 'photo' ? hasPhoto : form[field] !== null && form[field] !== ''
    if (!isThere) problems.set(field, 'missing')
  }
  if (form.bornMonth !== '' && !MONTH.test(form.bornMonth)) problems.set('bornMonth', 'shape')
  const characters = countCharacters(form.introduction)
  if (characters > INTRODUCTION_CHARACTERS.max) problems.set('introduction', 'long')
  else if (characters > 0 && characters < INTRODUCTION_CHARACTERS.min) problems.set('introduction', 'short')
  return problems
}
