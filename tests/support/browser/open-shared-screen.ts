import type { BrowserContext, Page } from '@playwright/test'
import { drawPicture } from '#tests/support/footage/draw-picture.ts'
import { PICTURE_HEIGHT_PX, PICTURE_WIDTH_PX } from '#tests/support/footage/picture-code.ts'
import { SHARED_SCREEN_TITLE } from './launch-camera.ts'

/**
 * Opens the page that getDisplayMedia gives to every other page of this browser: a still picture with the code of
 * `cameraId` at `clockMs`, so that a receiver's readCamera tells the screen from the cameras. Closing it ends the
 * sharing, as a closed window does.
 */
export async function openSharedScreen(
  context: BrowserContext,
  { cameraId, clockMs = 0 }: { cameraId: number; clockMs?: number },
): Promise<Page> {
  const shapes = drawPicture({ cameraId, clockMs }).map(({ leftPx, topPx, widthPx, heightPx, colour }) => {
    // Grey is enough: readers look at brightness.
    const fill = `rgb(${colour.y} ${colour.y} ${colour.y})`
    return `<rect x="${leftPx}" y="${topPx}" width="${widthPx}" height="${heightPx}" fill="${fill}"/>`
  })
  const page = await context.newPage()
  await page.setContent(
    `<title>${SHARED_SCREEN_TITLE}</title>
     <style>body { margin: 0; background: #888 } svg { display: block; width: 100vw; height: 100vh }</style>
     <svg viewBox="0 0 ${PICTURE_WIDTH_PX} ${PICTURE_HEIGHT_PX}">${shapes.join('')}</svg>`,
  )
  return page
}
