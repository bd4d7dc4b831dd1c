import { rename } from 'node:fs/promises'
import { runProgram } from './run-program.ts'

/** Number of pages; null for a file that poppler cannot read, such as one with a password. */
export async function countPages(path: string, signal?: AbortSignal): Promise<number | null> {
  const facts = await runProgram('pdfinfo', [path], { signal }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error
    return null
  })
  const pages = /^Pages:\s+(\d+)$/m.exec(facts ?? '')?.[1]
  return pages === undefined ? null : Number(pages)
}

/** The first page as PNG, `widthPx` wide. */
export async function drawFirstPage(
  path: string,
  { output, widthPx, signal }: { output: string; widthPx: number; signal?: AbortSignal | undefined },
): Promise<void> {
  const size = ['-scale-to-x', String(widthPx), '-scale-to-y', '-1']
  await runProgram('pdftoppm', ['-f', '1', '-l', '1', '-singlefile', '-png', ...size, path, output], { signal })
  await rename(`${output}.png`, output)
}
