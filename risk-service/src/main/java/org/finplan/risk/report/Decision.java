package org.finplan.risk.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.risk.report.MetricVersion.Name;

/**
 * What becomes of an item: versions that are added, or what stands against it. The same value again is no version.
 *
 * @param item the item
 * @param isNew whether nothing of its institution and period was there
 * @param created versions of metrics that were not there
 * @param revised versions of metrics that have another value
 * @param faults values that differ without a reason
 */
record Decision(
        ReadItem item,
        boolean isNew,
        List<MetricVersion> created,
        List<MetricVersion> revised,
        List<ProblemError> faults) {

    /**
     * Decides.
     *
     * @param item the item
     * @param isNew whether nothing of its institution and period is there
     * @param current the versions that count, by metric
     * @param by subject who reports
     * @param at when
     * @return what becomes of it
     */
    static Decision of(ReadItem item, boolean isNew, Map<Name, MetricVersion> current, String by, Instant at) {
        List<MetricVersion> created = new ArrayList<>();
        List<MetricVersion> revised = new ArrayList<>();
        List<ProblemError> faults = new ArrayList<>();
        for (ReportedFigure figure : item.figures()) {
            MetricVersion there = current.get(new Name(figure.key(), figure.metric()));
            if (there == null) {
                created.add(version(figure, 1, null, by, at));
            } else if (there.value().compareTo(figure.value()) != 0) {
                if (figure.reason() == null) {
                    faults.add(lacksReason(figure, there));
                } else {
                    revised.add(version(figure, there.version() + 1, figure.reason(), by, at));
                }
            }
        }
        return new Decision(item, isNew, List.copyOf(created), List.copyOf(revised), List.copyOf(faults));
    }

    /** {@return whether something of it is new} */
    boolean writes() {
        return !created.isEmpty() || !revised.isEmpty();
    }

    private static MetricVersion version(ReportedFigure figure, int version, String reason, String by, Instant at) {
        return new MetricVersion(
                figure.key(), figure.metric(), figure.value(), figure.unit(), version, reason, figure.source(), by, at);
    }

    private static ProblemError lacksReason(ReportedFigure figure, MetricVersion there) {
        String value = there.value().toPlainString() + " " + there.unit();
        return new ProblemError(
                figure.place(),
                figure.value().toPlainString(),
                ReportError.REASON_REQUIRED.code(),
                new LocalizedText("现有数值为 " + value + "，修订须说明原因", "There is " + value + "; a revision needs a reason"),
                List.of(there.value().toPlainString()));
    }
}
