-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "objectKey" TEXT NOT NULL,
    "preview" TEXT NOT NULL,
    "thumbnailKey" TEXT,
    "shownKey" TEXT,
    "pageCount" INTEGER,
    "durationMs" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "resource" (
    "id" TEXT NOT NULL,
    "studioId" TEXT NOT NULL,
    "uploaderId" TEXT NOT NULL,
    "activityId" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "stage" TEXT,
    "edition" TEXT NOT NULL DEFAULT '',
    "volume" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',
    "licence" TEXT NOT NULL,
    "downloads" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "spelling" TEXT,
    "fileNumber" INTEGER NOT NULL DEFAULT 1,
    "shape" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_version" (
    "resourceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "uploadId" TEXT NOT NULL,

    CONSTRAINT "resource_version_pkey" PRIMARY KEY ("resourceId","number")
);

-- CreateTable
CREATE TABLE "resource_view" (
    "resourceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "parts" BIGINT NOT NULL,

    CONSTRAINT "resource_view_pkey" PRIMARY KEY ("resourceId","personId")
);

-- CreateTable
CREATE TABLE "resource_download" (
    "resourceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "resource_download_pkey" PRIMARY KEY ("resourceId","personId","day")
);

-- CreateTable
CREATE TABLE "activity_material" (
    "activityId" TEXT NOT NULL,
    "resourceId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "activity_material_pkey" PRIMARY KEY ("activityId","resourceId")
);

-- CreateIndex
CREATE INDEX "resource_state_at_id_idx" ON "resource"("state", "at", "id");

-- CreateIndex
CREATE INDEX "resource_studioId_state_at_id_idx" ON "resource"("studioId", "state", "at", "id");

-- CreateIndex
CREATE INDEX "resource_uploaderId_at_id_idx" ON "resource"("uploaderId", "at", "id");

-- CreateIndex
CREATE INDEX "resource_activityId_idx" ON "resource"("activityId");

-- CreateIndex
CREATE UNIQUE INDEX "resource_version_uploadId_key" ON "resource_version"("uploadId");

-- CreateIndex
CREATE INDEX "resource_version_sha256_idx" ON "resource_version"("sha256");

-- CreateIndex
CREATE INDEX "resource_view_personId_idx" ON "resource_view"("personId");

-- CreateIndex
CREATE INDEX "resource_download_personId_idx" ON "resource_download"("personId");

-- CreateIndex
CREATE INDEX "activity_material_resourceId_idx" ON "activity_material"("resourceId");

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_studioId_fkey" FOREIGN KEY ("studioId") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_version" ADD CONSTRAINT "resource_version_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_view" ADD CONSTRAINT "resource_view_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_view" ADD CONSTRAINT "resource_view_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_download" ADD CONSTRAINT "resource_download_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_download" ADD CONSTRAINT "resource_download_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_material" ADD CONSTRAINT "activity_material_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_material" ADD CONSTRAINT "activity_material_resourceId_fkey" FOREIGN KEY ("resourceId") REFERENCES "resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;

