-- CreateTable
CREATE TABLE "year_plan" (
    "id" TEXT NOT NULL,
    "studioId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "goals" TEXT NOT NULL,
    "mend" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submittedAt" TIMESTAMPTZ(3),
    "filedAt" TIMESTAMPTZ(3),

    CONSTRAINT "year_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_plan_item" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "day" INTEGER,
    "place" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "year_plan_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "year_plan_task" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "assigneeId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "year_plan_task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "year_plan_year_state_id_idx" ON "year_plan"("year", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "year_plan_studioId_year_key" ON "year_plan"("studioId", "year");

-- CreateIndex
CREATE INDEX "year_plan_item_planId_month_idx" ON "year_plan_item"("planId", "month");

-- CreateIndex
CREATE INDEX "year_plan_task_itemId_idx" ON "year_plan_task"("itemId");

-- CreateIndex
CREATE INDEX "year_plan_task_assigneeId_idx" ON "year_plan_task"("assigneeId");

-- AddForeignKey
ALTER TABLE "year_plan" ADD CONSTRAINT "year_plan_studioId_fkey" FOREIGN KEY ("studioId") REFERENCES "studio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_item" ADD CONSTRAINT "year_plan_item_planId_fkey" FOREIGN KEY ("planId") REFERENCES "year_plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_task" ADD CONSTRAINT "year_plan_task_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "year_plan_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "year_plan_task" ADD CONSTRAINT "year_plan_task_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

