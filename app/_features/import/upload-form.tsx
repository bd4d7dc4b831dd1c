'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { IMPORT_MAX_BYTES } from '#core/contract/imports.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { uploadList } from '#app/_client/upload-list.ts'
import { Button } from '#app/_ui/button.tsx'
import { FileField } from '#app/_ui/file-field.tsx'

const ACCEPT = ['.xlsx', '.csv', '.txt', 'text/csv'] as const

type State = { status: 'idle' } | { status: 'sending' } | { status: 'refused'; reason: string }

/** Chooses a file and has it checked. What was chosen stays after an error. */
export function UploadForm() {
  const t = useTranslations('import.file')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<State>({ status: 'idle' })
  const isSending = state.status === 'sending'

  const submit = async () => {
    if (isSending) return
    if (file === null || file.size > IMPORT_MAX_BYTES) {
      setState({ status: 'refused', reason: file === null ? t('none') : t('large') })
      return
    }
    setState({ status: 'sending' })
    try {
      const { batchId } = await uploadList(file)
      router.push(`/office/import/${batchId}`)
    } catch (error) {
      if (!(error instanceof RequestError)) throw error
      // What is wrong with the file itself is said in the language that the file is in.
      const said = error.field === 'file' ? error.message : errors(error.code)
      const reason = locale === 'en' && error.field === 'file' ? t('failed', { reason: said }) : said
      setState({ status: 'refused', reason })
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      className="flex max-w-160 flex-col gap-5"
    >
      <FileField
        label={t('label')}
        chooseLabel={t('choose')}
        dropHint={t('drop')}
        accept={ACCEPT}
        file={file}
        onChoose={(chosen) => {
          setFile(chosen)
          setState({ status: 'idle' })
        }}
        isDisabled={isSending}
        {...(state.status === 'refused' ? { error: state.reason } : {})}
      />
      <div>
        <Button type="submit" tone="primary" busyLabel={isSending ? t('busy') : undefined}>
          {t('submit')}
        </Button>
      </div>
    </form>
  )
}
