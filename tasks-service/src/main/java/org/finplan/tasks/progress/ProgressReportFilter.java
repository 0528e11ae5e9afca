package org.finplan.tasks.progress;

import jakarta.annotation.Nullable;

/**
 * Which reports are wanted. A null part does not narrow.
 *
 * @param plan plan code
 * @param task id of the leaf
 * @param region region code
 * @param state state of the report
 */
record ProgressReportFilter(
        @Nullable String plan,
        @Nullable String task,
        @Nullable String region,
        @Nullable ReportState state) {}
