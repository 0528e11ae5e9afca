package org.finplan.risk.network.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a fact as its readers see it.
 *
 * @param id id of the fact
 * @param version its version, also its ETag
 * @param kind firm, equity, guarantee, loan, payable or arrears
 * @param region city that it belongs to
 * @param fields what it says, as it was sent
 * @param yuan its amount in yuan; of a guarantee what is at stake, the cap considered; absent of a firm
 * @param lastDay of a guarantee the last day of its period, absent when it is not known
 * @param withdrawn whether it was taken back
 * @param source where it stands
 * @param reason why this version took the place of the one before
 * @param recordedBy who recorded it
 * @param recordedAt when it became known
 */
@Schema(name = "NetworkFact")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactView(
        UUID id,
        int version,
        String kind,
        String region,
        Map<String, String> fields,
        @Nullable BigDecimal yuan,
        @Nullable LocalDate lastDay,
        boolean withdrawn,
        String source,
        @Nullable String reason,
        String recordedBy,
        Instant recordedAt) {

    static FactView of(FactVersion version) {
        return new FactView(
                version.id(),
                version.version(),
                version.fact().kind().code(),
                version.region(),
                new TreeMap<>(version.fields()),
                yuan(version.fact()),
                version.fact() instanceof Fact.Guarantee guarantee ? guarantee.lastDay() : null,
                version.withdrawn(),
                version.source(),
                version.reason(),
                version.recordedBy(),
                version.recordedAt());
    }

    @Nullable
    private static BigDecimal yuan(Fact fact) {
        if (fact instanceof Fact.Equity equity) {
            return equity.amount();
        }
        if (fact instanceof Fact.Guarantee guarantee) {
            return guarantee.exposure();
        }
        if (fact instanceof Fact.Debt debt) {
            return debt.amount();
        }
        return fact instanceof Fact.Arrears arrears ? arrears.amount() : null;
    }
}
