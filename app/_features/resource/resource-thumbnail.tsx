import { FileText, Film, Image, Music, Presentation } from 'lucide-react'
import type { FileShape, ResourceCard, ResourceKind } from '#core/contract/resources.ts'
import { Icon } from '#app/_ui/icon.tsx'

const SIGNS = { picture: Image, audio: Music, video: Film, pdf: FileText, office: FileText } as const satisfies Record<
  FileShape,
  unknown
>
const signOf = (shape: FileShape, kind: ResourceKind) => (kind === 'slides' ? Presentation : SIGNS[shape])

type ResourceThumbnailProps = {
  resource: Pick<ResourceCard, 'shape' | 'kind' | 'thumbnailUrl'>
  /** In its corner, where there is room. */
  mark?: string
}

/** 4:3, the first page or picture; without one, a sheet with the sign of what it is. */
export function ResourceThumbnail({ resource: { shape, kind, thumbnailUrl }, mark }: ResourceThumbnailProps) {
  return (
    <span className="relative block aspect-[4/3] overflow-hidden rounded-paper bg-well shadow-page">
      {thumbnailUrl === null ? (
        <span className="grid size-full place-items-center text-ink-4">
          <Icon of={signOf(shape, kind)} size="large" />
        </span>
      ) : (
        // eslint-disable-next-line @next/next/no-img-element -- our own small picture, behind our own permission
        <img
          src={thumbnailUrl}
          alt=""
          loading="lazy"
          className={
            shape === 'pdf' || shape === 'office' ? 'size-full object-cover object-top' : 'size-full object-cover'
          }
        />
      )}
      {mark !== undefined && (
        <span className="absolute bottom-0 left-0 rounded-tr-control bg-sheet/90 px-2 py-px text-caption text-ink-2">
          {mark}
        </span>
      )}
    </span>
  )
}
