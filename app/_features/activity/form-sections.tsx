'use client'

import { useTranslations } from 'next-intl'
import type { Me } from '#core/contract/http-requests.ts'
import { Checkbox } from '#app/_ui/checkbox.tsx'
import { DatePicker } from '#app/_ui/date-picker.tsx'
import { RadioGroup } from '#app/_ui/radio-group.tsx'
import { Section } from '#app/_ui/section.tsx'
import { Select } from '#app/_ui/select.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { TextField } from '#app/_ui/text-field.tsx'
import { TimeField } from '#app/_ui/time-field.tsx'
import { ClashNotes } from './clash-notes.tsx'
import { AgendaEditor } from './agenda-editor.tsx'
import { dateValue, endsNextDay, placeOf, timeValue, type ActivityFormValues } from './form-values.ts'
import { AudiencePart, WherePart } from './form-audience.tsx'
import { RegistrationPart } from './registration-part.tsx'
import { PeopleEditor } from './people-editor.tsx'

type FormSectionsProps = {
  /** Null: a new one. */
  activityId: string | null
  values: ActivityFormValues
  places: Me['mayCreateIn']
  /** An activity stays in the place where it was created. */
  isPlaceFixed: boolean
  /** Whether the person may list it among the 全市大型活动. */
  mayAnnounce: boolean
  onChange: (patch: Partial<ActivityFormValues>) => void
  errorOf: (field: string) => string | undefined
}

/** The fields of an activity, in the order in which one thinks of them. */
export function FormSections({
  activityId,
  values,
  places,
  isPlaceFixed,
  mayAnnounce,
  onChange,
  errorOf,
}: FormSectionsProps) {
  const t = useTranslations('activity.form')
  const registering = useTranslations('registration.form')
  const kindNames = useTranslations('common.kinds')
  const kinds = places.find(({ studioId }) => placeOf(studioId) === values.place)?.kinds ?? []
  const minutes = values.agenda.reduce((sum, row) => sum + (Number.isFinite(row.minutes) ? row.minutes : 0), 0)
  return (
    <>
      <Section title={t('whatTitle')} gap="none">
        <div className="flex max-w-160 flex-col gap-5">
          {isPlaceFixed || places.length === 1 ? (
            <p>
              <span className="mb-1.5 block text-meta leading-5.5 text-ink-2">{t('place')}</span>
              {places.find(({ studioId }) => placeOf(studioId) === values.place)?.name}
            </p>
          ) : (
            <Select
              label={t('place')}
              options={places.map(({ studioId, name }) => ({ id: placeOf(studioId), label: name }))}
              value={values.place}
              onChange={(place) => onChange({ place, kind: null })}
              error={errorOf('place')}
            />
          )}
          <RadioGroup
            label={t('kind')}
            isRow
            choices={kinds.map((kind) => ({ id: kind, label: kindNames(kind) }))}
            value={values.kind}
            onChange={(kind) => onChange({ kind })}
            error={errorOf('kind')}
          />
          <TextField
            label={t('title')}
            hint={t('titleHint')}
            value={values.title}
            onChange={(title) => onChange({ title })}
            error={errorOf('title')}
          />
          <TextArea
            label={t('question')}
            hint={t('questionHint')}
            rows={2}
            value={values.question}
            onChange={(question) => onChange({ question })}
            error={errorOf('question')}
          />
        </div>
      </Section>
      <Section title={t('whenTitle')} gap="small">
        <div className="grid max-w-160 grid-cols-[1.6fr_1fr_1fr] items-start gap-4 phone:grid-cols-2 phone:[&>:first-child]:col-span-2">
          <DatePicker
            label={t('date')}
            value={dateValue(values.date)}
            onChange={(date) => onChange({ date: date?.toString() ?? null })}
            error={errorOf('date')}
          />
          <TimeField
            label={t('from')}
            value={timeValue(values.from)}
            onChange={(from) => onChange({ from: from?.toString() ?? null })}
            error={errorOf('from')}
          />
          <TimeField
            label={t('to')}
            value={timeValue(values.to)}
            onChange={(to) => onChange({ to: to?.toString() ?? null })}
            hint={endsNextDay(values) ? t('toNextDay') : undefined}
            error={errorOf('to')}
          />
        </div>
        <ClashNotes activityId={activityId} values={values} />
      </Section>
      <Section title={t('whereTitle')} gap="small">
        <WherePart values={values} onChange={onChange} errorOf={errorOf} />
      </Section>
      <Section title={t('forTitle')} gap="small" note={t('forNote')}>
        <AudiencePart values={values} onChange={onChange} />
      </Section>
      <Section
        title={t('agendaTitle')}
        gap="small"
        {...(values.agenda.length === 0 ? {} : { note: t('agendaNote', { minutes }) })}
      >
        <AgendaEditor rows={values.agenda} onChange={(agenda) => onChange({ agenda })} errorOf={errorOf} />
      </Section>
      <Section title={t('peopleTitle')} gap="small">
        <PeopleEditor people={values.people} onChange={(people) => onChange({ people })} />
      </Section>
      <Section title={t('entryTitle')} gap="small">
        <div className="flex max-w-160 flex-col gap-5">
          <RadioGroup
            label={t('entry')}
            choices={[
              { id: 'city', label: t('entryCity'), note: t('entryCityNote') },
              { id: 'group', label: t('entryGroup'), note: t('entryGroupNote') },
              { id: 'link', label: t('entryLink'), note: t('entryLinkNote') },
            ]}
            value={values.entry}
            onChange={(entry) => onChange({ entry })}
          />
          <Checkbox isSelected={values.willRecord} onChange={(willRecord) => onChange({ willRecord })}>
            {t('record')}
            <span className="block text-meta text-ink-3">{t('recordNote')}</span>
          </Checkbox>
          {mayAnnounce && (
            <Checkbox isSelected={values.isCityEvent} onChange={(isCityEvent) => onChange({ isCityEvent })}>
              {t('cityEvent')}
              <span className="block text-meta text-ink-3">{t('cityEventNote')}</span>
            </Checkbox>
          )}
        </div>
      </Section>
      <Section title={registering('title')} gap="small">
        <RegistrationPart terms={values.registration} onChange={(registration) => onChange({ registration })} />
      </Section>
    </>
  )
}
