'use client'

import { lazy, Suspense, useState } from 'react'
import { buttonStyle } from '#app/_ui/button-style.ts'
import { Link } from '#app/_ui/link.tsx'
import type { MaterialsDialogProps } from './materials-dialog.tsx'

// Fetched by the first who needs it: visitors' pages do not carry it.
const MaterialsDialog = lazy(() =>
  import('./materials-dialog.tsx').then(({ MaterialsDialog: component }) => ({ default: component })),
)

type ManageMaterialsProps = Omit<MaterialsDialogProps, 'onClose' | 'texts'> & {
  texts: MaterialsDialogProps['texts'] & { add: string; upload: string }
}

/** Chooses resources of the library for an activity, or sends new ones. */
export function ManageMaterials({ texts, ...props }: ManageMaterialsProps) {
  const [isOpen, setIsOpen] = useState(false)
  const { activityId, studioId } = props
  return (
    <div className="flex flex-wrap gap-3 pt-3 print:hidden">
      <button type="button" className={buttonStyle({ size: 'small' })} onClick={() => setIsOpen(true)}>
        {texts.add}
      </button>
      {studioId !== null && (
        <Link
          className={buttonStyle({ size: 'small' })}
          href={`/resources/new?activity=${activityId}&studio=${studioId}`}
        >
          {texts.upload}
        </Link>
      )}
      {isOpen && (
        <Suspense>
          <MaterialsDialog {...props} texts={texts} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
