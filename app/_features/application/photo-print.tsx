import { useTranslations } from 'next-intl'
import { PHOTO_PX } from '#core/domain/application/photo-crop.ts'

/** 2 寸照片 as it was made, smaller. */
export function PhotoPrint({ url }: { url: string }) {
  const t = useTranslations('application.photo')
  return (
    // Small, of our own making, and only for some: nothing for an optimiser that keeps copies.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={url}
      alt={t('label')}
      {...PHOTO_PX}
      className="h-auto w-30 shrink-0 rounded-paper border border-line bg-well"
    />
  )
}
