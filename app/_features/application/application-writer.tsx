'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ApplicationForm, OwnApplication } from '#core/contract/applications.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { Button } from '#app/_ui/button.tsx'
import { ErrorNotice } from '#app/_ui/notice.tsx'
import { Section } from '#app/_ui/section.tsx'
import { useFieldWords } from './field-words.ts'
import { IntroductionPart } from './introduction-part.tsx'
import { PersonPart } from './person-part.tsx'
import { PhotoPart } from './photo-part.tsx'
import { SavedMark } from './saved-mark.tsx'
import { StudioPart } from './studio-part.tsx'
import { useDraft } from './use-draft.ts'

type ApplicationWriterProps = {
  personId: string
  application: OwnApplication | null
  beginning: { form: ApplicationForm; schoolName: string }
}

type Submitting = { status: 'idle' | 'sending' } | { status: 'failed'; message: string }

/** The form of an application. It saves itself; handing it in checks all of it at once. */
export function ApplicationWriter({ personId, application, beginning }: ApplicationWriterProps) {
  const t = useTranslations('application')
  const errors = useTranslations('common.errors')
  const router = useRouter()
  const draft = useDraft({ personId, application, beginning: beginning.form })
  const [photoUrl, setPhotoUrl] = useState(application?.photoUrl ?? null)
  const [isChecked, setIsChecked] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const [submitting, setSubmitting] = useState<Submitting>({ status: 'idle' })
  const matter = useRef<HTMLFormElement>(null)
  const isReturned = application?.state === 'returned'
  const words = useFieldWords({
    ...{ form: draft.form, isChecked, photoUrl },
    notes: isReturned ? application.notes : {},
    handedIn: application?.handedIn ?? null,
  })

  useEffect(() => {
    if (attempts > 0) matter.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus()
  }, [attempts])

  const submit = async () => {
    if (submitting.status === 'sending') return
    setIsChecked(true)
    if (words.problems.size > 0) {
      setSubmitting({ status: 'failed', message: t('incomplete', { count: words.problems.size }) })
      setAttempts((before) => before + 1)
      return
    }
    setSubmitting({ status: 'sending' })
    try {
      const saved = await draft.settle()
      if (saved) await httpRequest('application.submit', draft.newest())
      setSubmitting(saved ? { status: 'idle' } : { status: 'failed', message: t('notSaved') })
      if (saved) router.refresh()
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      setSubmitting({ status: 'failed', message: errors(error.code) })
    }
  }

  const part = { form: draft.form, words, onChange: draft.change }
  return (
    <form
      ref={matter}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {draft.status.kind === 'conflict' && (
        <ErrorNotice
          className="mb-6 phone:flex-col phone:items-start"
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="small" onPress={() => void draft.keepMine()}>
                {t('conflict.mine')}
              </Button>
              <Button size="small" tone="ghost" onPress={draft.takeTheirs}>
                {t('conflict.theirs')}
              </Button>
            </span>
          }
        >
          {t('conflict.text')}
        </ErrorNotice>
      )}
      <Section title={t('parts.studio')} gap="none">
        <StudioPart {...part} schoolName={application === null ? beginning.schoolName : application.schoolName} />
      </Section>
      <Section title={t('fields.photo')} note={t('photo.size')} gap="small">
        <div className="max-w-184">
          <PhotoPart
            photoUrl={photoUrl}
            error={words.errorOf('photo')}
            note={words.hintOf('photo')}
            settle={() => draft.settle({ evenUntouched: true })}
            onPhoto={setPhotoUrl}
          />
        </div>
      </Section>
      <Section title={t('parts.introduction')} gap="small">
        <IntroductionPart {...part} />
      </Section>
      <Section title={t('parts.person')} note={t('parts.personNote')} gap="small">
        <PersonPart {...part} />
      </Section>
      <div className="sticky bottom-0 z-10 mt-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-2 bg-paper py-3.5">
        <Button type="submit" tone="primary" busyLabel={submitting.status === 'sending' ? t('submitting') : undefined}>
          {t(isReturned ? 'submitAgain' : 'submit')}
        </Button>
        <span role="status">
          <SavedMark status={draft.status} />
        </span>
        {submitting.status === 'failed' && (
          <p role="alert" className="text-meta text-ochre">
            {submitting.message}
          </p>
        )}
      </div>
    </form>
  )
}
