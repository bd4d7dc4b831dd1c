'use client'

import { useTranslations } from 'next-intl'
import { Empty } from '#app/_ui/empty.tsx'

/** In place of a plan that one may not see any more. */
export function AccessLost() {
  const t = useTranslations('plan')
  return (
    <Empty title={t('accessLost')} size="part">
      {t('accessLostNote')}
    </Empty>
  )
}
