type LoadingHairlinesProps = {
  /** Read aloud: 正在打开. */
  label: string
  rows?: number
  /** The height of a row, so that nothing moves when the text arrives. */
  rowPx?: number
}

const DEFAULT_ROWS = 6
const DEFAULT_ROW_PX = 46

/** Hairlines first, then text. Nothing shimmers. */
export function LoadingHairlines({ label, rows = DEFAULT_ROWS, rowPx = DEFAULT_ROW_PX }: LoadingHairlinesProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="border-b border-line" style={{ height: rowPx }} />
      ))}
    </div>
  )
}
