'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { httpRequest } from '#app/_client/http-client.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { DropField } from '#app/_ui/drop-field.tsx'
import { TextArea } from '#app/_ui/text-area.tsx'
import { SentFile } from './sent-file.tsx'
import { ACCEPTED_FILES, useUploadQueue } from './use-upload-queue.ts'

const NOTE_MAX_CHARS = 200

/** A newer file in place of the one that is there; the older ones stay to be had. */
export function AddVersion({ resourceId, onAdded }: { resourceId: string; onAdded: () => void }) {
  const t = useTranslations('resource')
  const [isOpen, setIsOpen] = useState(false)
  const [note, setNote] = useState('')
  const { queue, items } = useUploadQueue(async (uploadId) => {
    await httpRequest('resource.add-version', { resourceId, uploadId, note })
    setIsOpen(false)
    onAdded()
    return { resourceId }
  })
  const [item] = items.filter(({ state }) => state.status !== 'done')
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{t('manage.addVersion')}</Button>
      <Dialog isOpen={isOpen} onOpenChange={setIsOpen} title={t('manage.addVersion')} width="wide">
        <div className="flex flex-col gap-5 pt-3">
          <TextArea label={t('manage.note')} value={note} onChange={setNote} maxLength={NOTE_MAX_CHARS} rows={2} />
          {item === undefined ? (
            <DropField
              label={t('send.list')}
              chooseLabel={t('send.choose')}
              accept={ACCEPTED_FILES}
              onChoose={(files) => queue?.add(files)}
            >
              <p className="text-meta text-ink-3">{t('send.drop')}</p>
            </DropField>
          ) : (
            <ul>
              <SentFile
                item={item}
                onPause={() => queue?.pause(item.key)}
                onResume={() => queue?.resume(item.key)}
                onRemove={() => queue?.remove(item.key)}
              />
            </ul>
          )}
        </div>
      </Dialog>
    </>
  )
}
