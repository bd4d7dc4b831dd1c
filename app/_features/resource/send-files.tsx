'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { HttpOutput } from '#core/contract/http-requests.ts'
import { httpRequest } from '#app/_client/http-client.ts'
import { DropField } from '#app/_ui/drop-field.tsx'
import { Select } from '#app/_ui/select.tsx'
import { SentFile } from './sent-file.tsx'
import { ACCEPTED_FILES, useUploadQueue } from './use-upload-queue.ts'

type SendFilesProps = {
  studios: HttpOutput<'resources.places'>['studios']
  first: string
  /** That they come from. */
  activityId: string | null
}

/** Chooses files and sends them; each becomes a draft of the chosen studio. */
export function SendFiles({ studios, first, activityId }: SendFilesProps) {
  const t = useTranslations('resource.send')
  const [studioId, setStudioId] = useState(first)
  const { queue, items } = useUploadQueue((uploadId) => httpRequest('resource.add', { uploadId, studioId, activityId }))
  const done = items.filter(({ state }) => state.status === 'done').length
  return (
    <div className="flex max-w-200 flex-col gap-7">
      {studios.length > 1 && (
        <Select
          className="max-w-80"
          label={t('studio')}
          options={studios.map(({ id, name }) => ({ id, label: name }))}
          value={studioId}
          onChange={setStudioId}
        />
      )}
      <DropField
        allowsMany
        label={t('list')}
        chooseLabel={t('choose')}
        accept={ACCEPTED_FILES}
        onChoose={(files) => queue?.add(files)}
      >
        <p className="text-meta text-ink-3">{t('drop')}</p>
      </DropField>
      {items.length > 0 && (
        <section aria-label={t('list')}>
          <p role="status" className="pb-2 text-meta text-ink-3">
            {t('total', { done, all: items.length })}
          </p>
          <ul className="border-t border-line-2">
            {items.map((item) => (
              <SentFile
                key={item.key}
                item={item}
                onPause={() => queue?.pause(item.key)}
                onResume={() => queue?.resume(item.key)}
                onRemove={() => queue?.remove(item.key)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
