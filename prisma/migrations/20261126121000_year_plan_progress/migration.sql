-- AlterTable
ALTER TABLE "year_plan" ADD COLUMN     "filedById" TEXT,
ADD COLUMN     "unseenChanges" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "year_plan_link" (
    "activityId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,

    CONSTRAINT "year_plan_link_pkey" PRIMARY KEY ("activityId")
);

-- CreateTable
CREATE TABLE "year_plan_change" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "year_plan_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "year_plan_link_itemId_idx" ON "year_plan_link"("itemId");

-- CreateIndex
CREATE INDEX "year_plan_change_planId_id_idx" ON "year_plan_change"("planId", "id");

-- AddForeignKey
ALTER TABLE "year_plan" ADD CONSTRAINT "year_plan_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_link" ADD CONSTRAINT "year_plan_link_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_link" ADD CONSTRAINT "year_plan_link_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "year_plan_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_change" ADD CONSTRAINT "year_plan_change_planId_fkey" FOREIGN KEY ("planId") REFERENCES "year_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_change" ADD CONSTRAINT "year_plan_change_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

