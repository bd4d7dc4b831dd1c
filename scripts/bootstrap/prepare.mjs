import { buildWorker, findWorker, workerBuildPackages } from './media-worker.mjs'
import { ensurePackages } from './npm-packages.mjs'
import { ensurePrismaClient } from './prisma-client.mjs'
import { step } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { ensureWebBuild } from './web-build.mjs'

const RUNTIME_PACKAGES = ['ffmpeg', 'poppler-utils']
const TEST_PACKAGES = ['chromium', 'fonts-noto-cjk', 'redis-server']

/**
 * Makes the checkout fit to run, doing only what is missing. For tests it also brings a browser, its fonts and Redis.
 * The pages are left out where they are compiled on demand.
 */
export async function prepare({ forTests = false, withPages = true } = {}) {
  await step('依赖', ensurePackages)

  // The compiler and its libraries are asked for only where no worker is to be had otherwise.
  let worker
  await step('媒体引擎', async (say) => (worker = await findWorker(say)) ?? '需要编译')
  const packages = [
    ...RUNTIME_PACKAGES,
    ...(forTests ? TEST_PACKAGES : []),
    ...(worker === undefined ? workerBuildPackages : []),
  ]
  await step('系统软件', (say) => ensureSystemPackages(packages, say))
  if (worker === undefined) await step('媒体引擎', buildWorker)

  await step('数据库客户端', ensurePrismaClient)
  if (withPages) await step('网页', ensureWebBuild)
}
