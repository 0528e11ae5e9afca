package org.finplan.tasks.supervision;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The supervised matters that the caller has to do with. Each list holds at most 100, those that are due first.
 *
 * @param asOf the day that it is said for (Asia/Shanghai)
 * @param due matters that units are to receipt or answer, and that are due within seven days or late
 * @param returned matters whose last answer was returned
 * @param waiting matters that wait for the caller: to be receipted by its unit; to be assigned, checked, closed, scored or decided
 *     on by the office that supervises
 */
@Schema(name = "MatterWork")
public record MatterWork(
        LocalDate asOf,
        List<SupervisionSummaryView> due,
        List<SupervisionSummaryView> returned,
        List<SupervisionSummaryView> waiting) {}
