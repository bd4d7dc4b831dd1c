import { useTranslations } from 'next-intl'
import type { ApplicationField, ApplicationForm, MendingNotes, OwnApplication } from '#core/contract/applications.ts'
import { checkForm } from '#core/domain/application/check-form.ts'

interface FieldWordsOptions {
  form: ApplicationForm
  /** What was asked to be mended, and how the fields stood then. */
  notes: MendingNotes
  handedIn: OwnApplication['handedIn']
  photoUrl: string | null
  /** What is missing is said once somebody has tried to hand it in. */
  isChecked: boolean
}

/** What stands under a field beside its own hint: what is wrong with it, or was asked to be mended. */
export function useFieldWords({ form, notes, handedIn, photoUrl, isChecked }: FieldWordsOptions) {
  const t = useTranslations('application')
  const problems = checkForm(form, { hasPhoto: photoUrl !== null })
  const isMended = (field: ApplicationField) => {
    if (handedIn === null) return false
    return field === 'photo' ? handedIn.photoUrl !== photoUrl : handedIn.form[field] !== form[field]
  }
  return {
    problems,
    errorOf: (field: ApplicationField): string | undefined => {
      const problem = problems.get(field)
      if (isChecked && problem !== undefined) return t(`problems.${problem}`)
      const note = notes[field]
      return note === undefined || isMended(field) ? undefined : t('toMend', { note })
    },
    hintOf: (field: ApplicationField, hint?: string): string | undefined => {
      const note = notes[field]
      return note !== undefined && isMended(field) ? t('mended', { note }) : hint
    },
  }
}

export type FieldWords = ReturnType<typeof useFieldWords>
