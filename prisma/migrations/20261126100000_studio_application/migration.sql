-- CreateTable
CREATE TABLE "studio_application" (
    "id" TEXT NOT NULL,
    "applicantId" TEXT NOT NULL,
    "openFor" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "handedIn" JSONB,
    "schoolId" TEXT,
    "districtId" TEXT,
    "notes" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL DEFAULT '',
    "studioId" TEXT,
    "photoKey" TEXT,
    "waitingSince" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "studio_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_event" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorName" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "application_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "studio_application_openFor_key" ON "studio_application"("openFor");

-- CreateIndex
CREATE INDEX "studio_application_state_waitingSince_id_idx" ON "studio_application"("state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "studio_application_applicantId_idx" ON "studio_application"("applicantId");

-- CreateIndex
CREATE INDEX "application_event_applicationId_id_idx" ON "application_event"("applicationId", "id");

-- AddForeignKey
ALTER TABLE "studio_application" ADD CONSTRAINT "studio_application_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_application" ADD CONSTRAINT "studio_application_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_application" ADD CONSTRAINT "studio_application_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "studio_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

