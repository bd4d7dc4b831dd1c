'use client'

import { FileText } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type FileFieldProps = {
  label: string
  /** On the button. */
  chooseLabel: string
  /** Stands where the file's name will be. */
  dropHint: ReactNode
  file: File | null
  onChoose: (file: File) => void
  /** Types and endings, as `<input accept>` takes them. */
  accept: readonly string[]
  error?: ReactNode
  isDisabled?: boolean
}

/** One file: by a button, or dropped on the field. */
export function FileField(props: FileFieldProps) {
  const { label, chooseLabel, dropHint, file, onChoose, accept, error, isDisabled = false } = props
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const labelId = useId()
  const textId = useId()
  const choose = (files: FileList | null) => {
    const chosen = files?.[0]
    if (chosen !== undefined && !isDisabled) onChoose(chosen)
  }
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={textId}>
      <p id={labelId} className="mb-1.5 text-meta text-ink-2">
        {label}
      </p>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          choose(event.dataTransfer.files)
        }}
        className={classNames(
          'flex items-center gap-4 rounded-control border border-dashed px-4 py-4 phone:flex-col phone:items-start',
          isOver
            ? 'border-bamboo bg-bamboo-wash'
            : error === undefined
              ? 'border-edge bg-sheet'
              : 'border-ochre bg-sheet',
        )}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept={accept.join(',')}
          onChange={(event) => {
            choose(event.target.files)
            // The same file, mended meanwhile, can be chosen again.
            event.target.value = ''
          }}
        />
        <Button isDisabled={isDisabled} onPress={() => input.current?.click()} className="shrink-0">
          {chooseLabel}
        </Button>
        <div id={textId} className="min-w-0">
          {file === null ? (
            <p className="text-meta text-ink-3">{dropHint}</p>
          ) : (
            <p className="flex items-center gap-2 break-all">
              <Icon of={FileText} size="small" />
              {file.name}
            </p>
          )}
        </div>
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-1.5 text-meta text-ochre">
          {error}
        </p>
      )}
    </div>
  )
}
