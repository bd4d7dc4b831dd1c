-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "spelling" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "spelling" TEXT;

-- AlterTable
ALTER TABLE "studio" ADD COLUMN     "spelling" TEXT;

