'use client'

import { useTranslations } from 'next-intl'
import { usePlayerState, useReplay } from './replay-context.ts'
import { useLaneScale } from './use-lane-scale.ts'

/** The chapters as stretches of the line; the present one is a faint band behind all lanes. */
export function ReplayRuler() {
  const t = useTranslations('replay')
  const { chapters } = useReplay()
  const { left, width } = useLaneScale()
  const current = usePlayerState(({ positionMs }) => chapters.findLastIndex(({ fromMs }) => fromMs <= positionMs))
  const band = chapters[current]
  return (
    <>
      <div className="replay-ruler" aria-hidden>
        <span />
        <div className="replay-lane-line">
          {chapters.map(({ id, title, fromMs, toMs }, index) => (
            <span
              key={id}
              className={index === current ? 'is-current' : ''}
              style={{ left: left(fromMs), width: width(fromMs, toMs) }}
            >
              {title ?? t('beforeAgenda')}
            </span>
          ))}
        </div>
      </div>
      {band !== undefined && chapters.length > 1 && (
        <div aria-hidden className="replay-band">
          <span style={{ left: left(band.fromMs), width: width(band.fromMs, band.toMs) }} />
        </div>
      )}
    </>
  )
}
