package org.finplan.tasks.milestone.schedule;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;

/**
 * A milestone as far as a schedule needs it.
 *
 * @param id its id
 * @param title what is to be reached
 * @param start day on which its work is planned to begin (Asia/Shanghai), or null
 * @param planned day by which it is planned to be reached
 * @param achieved day on which it was reached, or null
 * @param weight its share in the whole beside those of the others, above 0; null when nobody gave one
 */
public record Step(
        UUID id,
        LocalizedText title,
        @Nullable LocalDate start,
        LocalDate planned,
        @Nullable LocalDate achieved,
        @Nullable BigDecimal weight) {

    boolean achievedBy(LocalDate day) {
        return achieved != null && !achieved.isAfter(day);
    }
}
