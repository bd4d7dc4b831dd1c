-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "stages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "subjects" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "venueMode" TEXT NOT NULL DEFAULT 'online',
ADD COLUMN     "venueWhere" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "activity_subjects_idx" ON "activity" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "activity_stages_idx" ON "activity" USING GIN ("stages");

