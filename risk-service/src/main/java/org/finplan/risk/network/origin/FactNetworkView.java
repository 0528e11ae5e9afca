package org.finplan.risk.network.origin;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.network.snapshot.NetworkSnapshot;

/**
 * A network that was made from facts.
 *
 * @param id id of the network; the same day and instant give the same one
 * @param kind guarantee or debt
 * @param region city that it belongs to
 * @param on the day that it shows
 * @param knownAt the instant at which the facts were known so
 * @param synthetic whether the name of a firm says that it is a sample
 * @param firms how many firms it has
 * @param edges how many edges it has, in yuan, parallel ones counted one by one
 * @param parallel edges beyond the first between the same two firms, which are summed
 * @param duplicates firms between which more than one contract is in force, at most 100
 * @param notInForce how many contracts were left out since they had ended or not begun
 * @param leftOut those contracts, at most 100
 * @param withoutEquity firms of which no equity is known on that day
 * @param recordedAt when the network was stored first
 */
@Schema(name = "NetworkFromFacts")
record FactNetworkView(
        UUID id,
        String kind,
        String region,
        LocalDate on,
        Instant knownAt,
        boolean synthetic,
        int firms,
        int edges,
        int parallel,
        List<ParallelView> duplicates,
        int notInForce,
        List<LeftOutView> leftOut,
        int withoutEquity,
        Instant recordedAt) {

    private static final int MOST = 100;

    /** Firms between which more than one contract is in force, which may be one that was recorded twice. */
    @Schema(name = "ParallelContracts")
    record ParallelView(String from, String to, List<String> contracts, BigDecimal amount) {}

    /** A contract that is not in force on the day. */
    @Schema(name = "ContractLeftOut")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeftOutView(
            String number, LocalDate from, @Nullable LocalDate until) {}

    static FactNetworkView of(NetworkSnapshot stored, FactNetwork made, Instant knownAt) {
        return new FactNetworkView(
                stored.id(),
                stored.content().kind().code(),
                stored.region(),
                stored.content().asOf(),
                knownAt,
                stored.content().synthetic(),
                stored.content().firms().size(),
                stored.content().edges().size(),
                made.parallel(),
                made.duplicates().stream()
                        .limit(MOST)
                        .map(one -> new ParallelView(one.from(), one.to(), one.contracts(), one.amount()))
                        .toList(),
                made.notInForceCount(),
                made.notInForce().stream()
                        .map(one -> new LeftOutView(one.number(), one.from(), one.until()))
                        .toList(),
                made.withoutEquity(),
                stored.recordedAt());
    }
}
