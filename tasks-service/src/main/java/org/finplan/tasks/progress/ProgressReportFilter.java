package org.finplan.tasks.progress;

import jakarta.annotation.Nullable;
import org.finplan.tasks.evidence.EvidenceState;

/**
 * Which reports are wanted. A null part does not narrow.
 *
 * @param plan plan code
 * @param task id of the leaf
 * @param region region code
 * @param state state of the report
 * @param evidence gravest state of the observations that it cites
 */
record ProgressReportFilter(
        @Nullable String plan,
        @Nullable String task,
        @Nullable String region,
        @Nullable ReportState state,
        @Nullable EvidenceState evidence) {}
