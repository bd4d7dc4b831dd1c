'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/icon.tsx'

type PagerButtonsProps = { page: number; count: number; go: (page: number) => void }

/** Back and on, where there is more than fits. */
export function PagerButtons({ page, count, go }: PagerButtonsProps) {
  const t = useTranslations('room')
  if (count === 1) return null
  return (
    <>
      {page > 0 && (
        <button type="button" className="pager left-2" aria-label={t('stage.pageBack')} onClick={() => go(page - 1)}>
          <Icon of={ChevronLeft} />
        </button>
      )}
      {page < count - 1 && (
        <button type="button" className="pager right-2" aria-label={t('stage.pageOn')} onClick={() => go(page + 1)}>
          <Icon of={ChevronRight} />
        </button>
      )}
    </>
  )
}
