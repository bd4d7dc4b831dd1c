'use client'

import { useTranslations } from 'next-intl'
import type { ReplayTrack } from '#core/contract/replay.ts'
import type { View } from '#app/_client/replay/choose-picture.ts'
import { Avatar } from '#app/_ui/avatar.tsx'
import { classNames } from '#app/_ui/class-names.ts'
import { usePlayerState, useReplay } from './replay-context.ts'

/** What can be watched: who speaks, or one camera or screen. Stills; words on a laptop; on phones they scroll. */
export function ReplayCameras() {
  const t = useTranslations('replay')
  const { manifest } = useReplay()
  const picture = usePlayerState((state) => state.picture)
  const videos = manifest.tracks.filter(({ kind }) => kind === 'video')
  const screensFirst = videos.toSorted((a, b) => Number(b.source === 'screen') - Number(a.source === 'screen'))
  const current = videos.find(({ id }) => id === picture.mainTrackId)
  if (videos.length === 0) return null
  return (
    <div
      role="group"
      aria-label={t('cameras')}
      className="flex shrink-0 gap-2.5 overflow-x-auto p-1 -m-1 [scrollbar-width:thin] laptop:gap-5 phone:m-0 phone:gap-2 phone:px-3 phone:py-1.5 in-fullscreen:hidden"
    >
      <Choice view={{ kind: 'follow' }} words={t('follow')} still={current} />
      {screensFirst.map((track) => (
        <Choice
          key={track.id}
          view={{ kind: 'track', trackId: track.id }}
          words={track.source === 'screen' ? t('screenOf', { name: track.name }) : track.name}
          still={track}
        />
      ))}
    </div>
  )
}

type ChoiceProps = { view: View; words: string; still: ReplayTrack | undefined }

function Choice({ view, words, still }: ChoiceProps) {
  const { player } = useReplay()
  const isChosen = usePlayerState((state) =>
    view.kind === 'follow'
      ? state.view.kind === 'follow'
      : state.view.kind === 'track' && state.view.trackId === view.trackId,
  )
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => player.setView(view)}
      className={classNames(
        'min-w-26 max-w-34.5 flex-1 text-left text-caption leading-5 laptop:min-w-0 laptop:max-w-none laptop:flex-none laptop:pb-0.5 phone:min-w-19 phone:flex-none phone:text-[11px]',
        isChosen ? 'font-semibold text-ink laptop:shadow-[0_2px_var(--bamboo)]' : 'text-ink-3 hovered:text-ink',
      )}
    >
      <span
        className={classNames(
          'relative mb-1 grid aspect-video place-items-center overflow-hidden rounded-[4px] bg-[#0e0d0b] laptop:hidden',
          isChosen && 'outline-2 outline-offset-2 outline-bamboo',
        )}
      >
        {still !== undefined && still.thumbnailUrl !== null ? (
          // Already small; cut by the server.
          // eslint-disable-next-line @next/next/no-img-element
          <img
            src={still.thumbnailUrl}
            alt=""
            // The film that one came for goes first; a browser has six ways to a server.
            fetchPriority="low"
            className="absolute inset-0 size-full object-cover"
          />
        ) : (
          still !== undefined && (
            <span data-theme="dark">
              <Avatar name={still.name} colour={still.colour} />
            </span>
          )
        )}
      </span>
      <span className="block truncate">{words}</span>
    </button>
  )
}
