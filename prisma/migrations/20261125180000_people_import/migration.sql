-- CreateTable
CREATE TABLE "import_batch" (
    "id" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "uploadedById" TEXT,
    "uploadedByName" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "planHash" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "schoolCount" INTEGER NOT NULL,
    "newCount" INTEGER NOT NULL,
    "changedCount" INTEGER NOT NULL,
    "sameCount" INTEGER NOT NULL,
    "faultyCount" INTEGER NOT NULL,
    "ignoredColumns" JSONB NOT NULL,
    "newSchools" JSONB NOT NULL,
    "leavesOutFaulty" BOOLEAN NOT NULL DEFAULT false,
    "doneRows" INTEGER NOT NULL DEFAULT 0,
    "blockers" JSONB NOT NULL DEFAULT '[]',
    "blockerCount" INTEGER NOT NULL DEFAULT 0,
    "keptFields" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batchId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "organisation" TEXT NOT NULL,
    "faults" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "personId" TEXT,
    "undo" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batchId","number")
);

-- CreateTable
CREATE TABLE "imported_organisation" (
    "batchId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,

    CONSTRAINT "imported_organisation_pkey" PRIMARY KEY ("batchId","organisationId")
);

-- CreateIndex
CREATE INDEX "import_batch_state_idx" ON "import_batch"("state");

-- CreateIndex
CREATE INDEX "import_row_batchId_kind_number_idx" ON "import_row"("batchId", "kind", "number");

-- CreateIndex
CREATE INDEX "import_row_personId_idx" ON "import_row"("personId");

-- CreateIndex
CREATE INDEX "master_title_personId_idx" ON "master_title"("personId");

-- CreateIndex
CREATE INDEX "studio_masterId_idx" ON "studio"("masterId");

-- CreateIndex
CREATE INDEX "studio_hostSchoolId_idx" ON "studio"("hostSchoolId");

-- CreateIndex
CREATE INDEX "membership_personId_idx" ON "membership"("personId");

-- CreateIndex
CREATE INDEX "activity_hostId_idx" ON "activity"("hostId");

-- CreateIndex
CREATE INDEX "activity_role_personId_idx" ON "activity_role"("personId");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_organisation" ADD CONSTRAINT "imported_organisation_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
