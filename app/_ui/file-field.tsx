'use client'

import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropField, type DropFieldProps } from './drop-field.tsx'
import { Icon } from './icon.tsx'

export type FileFieldProps = Omit<DropFieldProps, 'allowsMany' | 'onChoose' | 'children'> & {
  /** Stands where the file's name will be. */
  dropHint: ReactNode
  file: File | null
  onChoose: (file: File) => void
}

/** One file: by a button, or dropped on the field. */
export function FileField({ dropHint, file, onChoose, ...field }: FileFieldProps) {
  return (
    <DropField {...field} onChoose={([chosen]) => chosen !== undefined && onChoose(chosen)}>
      {file === null ? (
        <p className="text-meta text-ink-3">{dropHint}</p>
      ) : (
        <p className="flex items-center gap-2 break-all">
          <Icon of={FileText} size="small" />
          {file.name}
        </p>
      )}
    </DropField>
  )
}
