'use client'

import { useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

export type DropFieldProps = {
  label: string
  /** On the button. */
  chooseLabel: string
  /** Types and endings, as `<input accept>` takes them; what is dropped is not narrowed. */
  accept: readonly string[]
  allowsMany?: boolean
  /** Never empty; of one file unless many are allowed. */
  onChoose: (files: readonly File[]) => void
  /** Beside the button: what is chosen, or that files can be dropped here. */
  children: ReactNode
  error?: ReactNode
  isDisabled?: boolean
}

/** Files: by a button, or dropped on the field. */
export function DropField(props: DropFieldProps) {
  const { label, chooseLabel, accept, allowsMany = false, onChoose, children, error, isDisabled = false } = props
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const labelId = useId()
  const textId = useId()
  const choose = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !isDisabled) onChoose(allowsMany ? files : files.slice(0, 1))
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
          'flex items-center gap-4 rounded-control border border-dashed px-4 phone:flex-col phone:items-start phone:py-4',
          allowsMany ? 'py-7' : 'py-4',
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
          multiple={allowsMany}
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
          {children}
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
