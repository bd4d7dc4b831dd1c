'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { mediaSlot } from '#app/_client/media-store.ts'
import { Avatar, type AvatarSize } from '#app/_ui/avatar.tsx'
import type { Participant } from '#core/contract/room-state.ts'
import type { MediaSource } from '#core/contract/timeline.ts'
import { useMedia, useOwn, useRoom } from '../session/seminar-context.tsx'
import { StreamVideo } from './stream-video.tsx'
import { useTileSize } from './use-tile-size.ts'

type PersonPictureProps = { person: Participant; avatarSize: AvatarSize }

/** The camera of a person, or their name's first character while there is no picture. */
export function PersonPicture({ person, avatarSize }: PersonPictureProps) {
  const isMe = useRoom((state) => state.me === person.id)
  return isMe ? (
    <OwnPicture person={person} avatarSize={avatarSize} />
  ) : (
    <TheirPicture person={person} avatarSize={avatarSize} />
  )
}

function OwnPicture({ person, avatarSize }: PersonPictureProps) {
  const track = useOwn(({ camera }) => (camera.status === 'on' ? camera.track : null))
  const stream = useMemo(() => (track === null ? null : new MediaStream([track])), [track])
  return (
    <div className="size-full">
      {stream === null ? (
        <NoPicture person={person} avatarSize={avatarSize} />
      ) : (
        <StreamVideo stream={stream} {...(track === null ? {} : { keptBy: track })} isMirrored />
      )}
    </div>
  )
}

function TheirPicture({ person, avatarSize }: PersonPictureProps) {
  const slot = mediaSlot(person.id, 'camera')
  const tile = useTileSize(slot)
  const received = useMedia((state) => state.received[slot])
  const status = received?.picture.status
  const isOff = (person.media.camera ?? 'off') !== 'on' && status !== 'frozen'
  const hasPicture = received !== undefined && received.stream.getTracks().length > 0 && !isOff
  const isAway = person.connection === 'offline'
  return (
    <div ref={tile} className="relative size-full">
      {hasPicture && <StreamVideo stream={received.stream} isFrozen={status === 'frozen'} />}
      {/* Over an element that has nothing to draw yet. */}
      {(!hasPicture || status === 'waiting') && (
        <div className="absolute inset-0">
          <NoPicture person={person} avatarSize={avatarSize} isComing={!isOff && !isAway} />
        </div>
      )}
    </div>
  )
}

/** A screen that somebody shares. */
export function ScreenPicture({ participantId }: { participantId: string }) {
  const source: MediaSource = 'screen'
  const slot = mediaSlot(participantId, source)
  const tile = useTileSize(slot)
  const received = useMedia((state) => state.received[slot])
  const ownTrack = useMedia((state) => state.sent[source]?.track ?? null)
  const isMe = useRoom((state) => state.me === participantId)
  const stream = useMemo(() => {
    if (!isMe) return received?.stream ?? null
    return ownTrack === null ? null : new MediaStream([ownTrack])
  }, [isMe, ownTrack, received?.stream])
  return (
    <div ref={tile} className="size-full">
      <StreamVideo stream={stream} fit="whole" isFrozen={received?.picture.status === 'frozen'} />
    </div>
  )
}

/** `isComing`: the camera is on, and its first picture is on the way. Said only when it takes a while. */
function NoPicture({ person, avatarSize, isComing = false }: PersonPictureProps & { isComing?: boolean }) {
  const t = useTranslations('room')
  return (
    <span data-theme="dark" className="no-picture grid size-full place-items-center bg-sheet">
      <span className="grid justify-items-center gap-2">
        <Avatar name={person.name} size={avatarSize} colour={person.colour} />
        {isComing && <span className="picture-coming">{t('stage.pictureComing')}</span>}
      </span>
    </span>
  )
}
