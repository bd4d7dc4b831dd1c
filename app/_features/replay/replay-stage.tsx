'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { firstAddressOf } from '#app/_client/replay/first-address.ts'
import { momentWords } from '#app/_client/replay/moment-words.ts'
import type { ReplayTrack } from '#core/contract/replay.ts'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlayerState, useReplay } from './replay-context.ts'
import { ReplayPlate } from './replay-plate.tsx'
import { ResumeNote } from './resume-note.tsx'

const PLATE = 'absolute z-3 bg-[rgb(14_13_11/0.72)] text-[#f3efe6]'

type Spot = 'main' | 'corner' | 'hidden'

/** What one watches. Every camera keeps its element; which one is large, small or out of sight is a matter of classes. */
export function ReplayStage({ resumedAtMs }: { resumedAtMs: number | null }) {
  const t = useTranslations('replay')
  const { manifest, player } = useReplay()
  const picture = usePlayerState((state) => state.picture)
  const isListening = usePlayerState((state) => state.isListening)
  const isWaiting = usePlayerState(({ playing }) => playing.status === 'waiting' && playing.isLong)
  const videos = manifest.tracks.filter(({ kind }) => kind === 'video')
  const main = videos.find(({ id }) => id === picture.mainTrackId)
  const spotOf = ({ id }: ReplayTrack): Spot => {
    if (isListening) return 'hidden'
    if (id === picture.mainTrackId) return 'main'
    return id === picture.cornerTrackId ? 'corner' : 'hidden'
  }
  return (
    <div
      className="relative aspect-video max-h-[calc(max(100dvh,37.5rem)-var(--below))] min-h-44 w-full overflow-hidden rounded-tile bg-[#0e0d0b] phone:max-h-[64dvh] phone:min-h-0 phone:rounded-none in-fullscreen:max-h-none in-fullscreen:min-h-0 in-fullscreen:flex-1 in-fullscreen:rounded-none"
      onClick={() => player.toggle()}
    >
      {videos.map((track) => (
        <TrackVideo key={track.id} track={track} spot={spotOf(track)} />
      ))}
      {(main === undefined || isListening) && <ReplayPlate participantId={picture.speakerId} />}
      {main !== undefined && !isListening && (
        <span className={classNames(PLATE, 'bottom-0 left-0 rounded-tr-control py-[3px] pr-2.5 pl-2 text-caption')}>
          {main.source === 'screen' ? t('screenOf', { name: main.name }) : main.name}
        </span>
      )}
      {isWaiting && (
        <span role="status" className={classNames(PLATE, 'top-3 right-3 rounded-control px-3 py-1 text-meta')}>
          {t('waiting')}
        </span>
      )}
      {resumedAtMs !== null && (
        <ResumeNote
          className={classNames(PLATE, 'top-3 left-3')}
          words={t('resumed', { at: momentWords(resumedAtMs) })}
        />
      )}
    </div>
  )
}

function TrackVideo({ track, spot }: { track: ReplayTrack; spot: Spot }) {
  const t = useTranslations('replay')
  const { player } = useReplay()
  const isStanding = usePlayerState(({ standingTrackIds }) => standingTrackIds.includes(track.id))
  // Stays as it is in the page's HTML: afterwards the player chooses. No poster: a browser keeps it over the first picture.
  const [firstAddress] = useState(() => firstAddressOf(track, player.store.getState()))
  const attach = useCallback(
    (element: HTMLVideoElement | null) => (element === null ? undefined : player.attachVideo(track.id, element)),
    [player, track.id],
  )
  return (
    <span
      data-spot={spot}
      className={classNames(
        'absolute overflow-hidden',
        spot === 'main' && 'inset-0 z-1',
        spot === 'corner' &&
          'right-3 bottom-3 z-2 aspect-video w-[21%] max-w-37 min-w-22 rounded-control bg-[#0e0d0b] shadow-[0_0_0_2px_rgb(14_13_11/0.6)] phone:right-2 phone:bottom-2',
        spot === 'hidden' && 'invisible inset-0',
      )}
    >
      <video
        ref={attach}
        playsInline
        muted
        {...(firstAddress === null ? { preload: 'none' } : { preload: 'auto', src: firstAddress })}
        disablePictureInPicture
        data-track={track.id}
        aria-label={track.source === 'screen' ? t('screenOf', { name: track.name }) : track.name}
        className={classNames('size-full object-contain', isStanding && 'brightness-50 grayscale')}
      />
      {spot === 'main' && isStanding && (
        <span className={classNames(PLATE, 'top-3 right-3 rounded-control px-3 py-1 text-meta')}>{t('noPicture')}</span>
      )}
      {spot === 'corner' && (
        <span className={classNames(PLATE, 'bottom-0 left-0 px-2 text-caption phone:hidden lying:hidden')}>
          {track.name}
        </span>
      )}
    </span>
  )
}
