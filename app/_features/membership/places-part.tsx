'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MEMBER_LIMIT_MAX } from '#core/contract/membership-requests.ts'
import { Button } from '#app/_ui/button.tsx'
import { NumberField } from '#app/_ui/number-field.tsx'
import type { Act } from './use-acts.ts'

type PlacesPartProps = { studioId: string; limit: number; isBusy: boolean; act: Act }

/** 名额, for the office. */
export function PlacesPart({ studioId, limit, isBusy, act }: PlacesPartProps) {
  const t = useTranslations('membership.places')
  const [wanted, setWanted] = useState(limit)
  return (
    <div className="flex flex-wrap items-end gap-3">
      <NumberField
        label={t('label')}
        hint={t('hint')}
        unit={t('unit')}
        minValue={1}
        maxValue={MEMBER_LIMIT_MAX}
        value={wanted}
        onChange={setWanted}
      />
      <Button
        isDisabled={wanted === limit || Number.isNaN(wanted)}
        onPress={() => void act('studio.set-member-limit', { studioId, limit: wanted })}
        busyLabel={isBusy ? t('busy') : undefined}
      >
        {t('save')}
      </Button>
    </div>
  )
}
