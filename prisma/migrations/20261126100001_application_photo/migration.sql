-- AlterTable
ALTER TABLE "studio_application" ADD COLUMN     "handedInPhotoKey" TEXT;

-- CreateIndex
CREATE INDEX "studio_application_photoKey_idx" ON "studio_application"("photoKey");

-- CreateIndex
CREATE INDEX "studio_application_handedInPhotoKey_idx" ON "studio_application"("handedInPhotoKey");
