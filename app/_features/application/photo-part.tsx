import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { PHOTO_MAX_BYTES, type Framing } from '#core/domain/application/photo-crop.ts'
import { RequestError } from '#app/_client/request-error.ts'
import { uploadPhoto } from '#app/_client/upload-photo.ts'
import { FileField } from '#app/_ui/file-field.tsx'
import { PhotoFramer } from './photo-framer.tsx'
import { PhotoPrint } from './photo-print.tsx'

const ACCEPT = ['image/jpeg', 'image/png', 'image/webp'] as const

type PhotoPartProps = {
  photoUrl: string | null
  error: string | undefined
  note: string | undefined
  /** The application must be on the server's disk first; false where it is not. */
  settle: () => Promise<boolean>
  onPhoto: (photoUrl: string) => void
}

type State =
  | { status: 'idle' }
  | { status: 'framing' | 'sending'; file: File; url: string }
  | { status: 'refused'; reason: string }

/** 2 寸照片: chosen, framed in the page, and made anew by the server. */
export function PhotoPart({ photoUrl, error, note, settle, onPhoto }: PhotoPartProps) {
  const t = useTranslations('application.photo')
  const errors = useTranslations('common.errors')
  const locale = useLocale()
  const [state, setState] = useState<State>({ status: 'idle' })
  const url = state.status === 'framing' || state.status === 'sending' ? state.url : null
  useEffect(() => {
    if (url !== null) return () => URL.revokeObjectURL(url)
  }, [url])

  const refuse = (reason: string) => setState({ status: 'refused', reason })
  const choose = (file: File) => {
    if (file.size > PHOTO_MAX_BYTES) refuse(t('large'))
    else setState({ status: 'framing', file, url: URL.createObjectURL(file) })
  }
  const use = async (framing: Framing) => {
    if (state.status !== 'framing') return
    const { file } = state
    setState({ ...state, status: 'sending' })
    try {
      if (!(await settle())) {
        refuse(t('notSaved'))
        return
      }
      const made = await uploadPhoto(file, framing)
      onPhoto(made.photoUrl)
      setState({ status: 'idle' })
    } catch (failure) {
      if (!(failure instanceof RequestError)) throw failure
      refuse(failure.field === 'photo' && locale !== 'en' ? failure.message : errors(failure.code))
    }
  }
  if (state.status === 'framing' || state.status === 'sending') {
    return (
      <PhotoFramer
        url={state.url}
        isSending={state.status === 'sending'}
        onUse={(framing) => void use(framing)}
        onCancel={() => setState({ status: 'idle' })}
        onUnreadable={() => refuse(t('unreadable'))}
      />
    )
  }
  const wrong = state.status === 'refused' ? state.reason : error
  return (
    <div className="flex flex-wrap items-start gap-6">
      {photoUrl !== null && <PhotoPrint url={photoUrl} />}
      <div className="min-w-0 flex-1">
        <FileField
          label={t('label')}
          chooseLabel={t(photoUrl === null ? 'choose' : 'change')}
          dropHint={t('hint')}
          accept={ACCEPT}
          file={null}
          onChoose={choose}
          {...(wrong === undefined ? {} : { error: wrong })}
        />
        {note !== undefined && <p className="mt-1.5 text-meta text-ink-3">{note}</p>}
      </div>
    </div>
  )
}
