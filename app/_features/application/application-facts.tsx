import { useTranslations } from 'next-intl'
import type { ApplicationField, ApplicationForm, MendingNotes } from '#core/contract/applications.ts'
import { countCharacters } from '#core/domain/application/count-characters.ts'
import { FactList } from '#app/_ui/fact-list.tsx'
import { PhotoPrint } from './photo-print.tsx'

const SHORT = ['gender', 'bornMonth', 'degree', 'professionalTitle', 'post', 'teachingYears', 'phone'] as const
const LONG = ['honours', 'publicLessons', 'papers'] as const

type ApplicationFactsProps = {
  form: ApplicationForm
  photoUrl: string | null
  schoolName: string
  /** What was asked to be mended the last time, beside the fields it was about. */
  notes: MendingNotes
}

/** An application to be read. */
export function ApplicationFacts({ form, photoUrl, schoolName, notes }: ApplicationFactsProps) {
  const t = useTranslations('application')
  const levels = useTranslations('common.levels')
  const noted = (field: ApplicationField, value: string | number | null) => {
    const note = notes[field]
    return (
      <>
        <span className="break-words whitespace-pre-line">{value === null || value === '' ? t('nothing') : value}</span>
        {note !== undefined && <span className="block text-meta text-ochre">{t('askedToMend', { note })}</span>}
      </>
    )
  }
  const valueOf = (field: (typeof SHORT)[number]) => {
    if (field === 'gender') return form.gender === '' ? null : t(`genders.${form.gender}`)
    return field === 'teachingYears' && form.teachingYears !== null
      ? t('yearsOf', { years: form.teachingYears })
      : form[field]
  }
  const kind = { term: t('fields.kind'), value: noted('kind', `${levels(form.level)}·${t(`kinds.${form.kind}`)}`) }
  const subject = t(form.kind === 'teacher' ? 'fields.subject' : 'fields.schoolType')
  return (
    <div className="flex flex-col gap-6">
      <FactList
        size="small"
        facts={[
          kind,
          { term: subject, value: noted('subject', form.subject) },
          { term: t('school.label'), value: noted('schoolId', schoolName) },
        ]}
      />
      {photoUrl !== null && (
        <div>
          <PhotoPrint url={photoUrl} />
          {notes.photo !== undefined && (
            <p className="mt-1 text-meta text-ochre">{t('askedToMend', { note: notes.photo })}</p>
          )}
        </div>
      )}
      <div>
        <h3 className="text-meta text-ink-3">
          {t('fields.introduction')}
          <span className="ml-2">{t('counted', { count: countCharacters(form.introduction) })}</span>
        </h3>
        <p className="mt-1 text-lead leading-7 break-words whitespace-pre-line">{form.introduction}</p>
        {notes.introduction !== undefined && (
          <p className="text-meta text-ochre">{t('askedToMend', { note: notes.introduction })}</p>
        )}
      </div>
      <FactList
        size="small"
        facts={SHORT.map((field) => ({ term: t(`fields.${field}`), value: noted(field, valueOf(field)) }))}
      />
      {LONG.map((field) => (
        <div key={field}>
          <h3 className="text-meta text-ink-3">{t(`fields.${field}`)}</h3>
          <p className="mt-1">{noted(field, form[field])}</p>
        </div>
      ))}
    </div>
  )
}
