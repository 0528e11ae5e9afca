package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.risk.institution.SourceDocument;

/**
 * A version of a link between a holder and what it holds.
 *
 * @param id id of the link
 * @param version its version
 * @param institution the institution in whose file it stands
 * @param owned credit code of what is held: the institution, or a firm higher up in its chain
 * @param holder who holds
 * @param nature what the holder has
 * @param share of shares how many, in percent; otherwise null
 * @param from first day
 * @param until last day, or null when it goes on
 * @param source where it stands
 * @param withdrawn whether it was taken back
 * @param reason why this version took the place of the one before, or null
 * @param change number of the change of links that made this version
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
record OwnershipLink(
        UUID id,
        int version,
        String institution,
        String owned,
        Holder holder,
        Nature nature,
        @Nullable BigDecimal share,
        LocalDate from,
        @Nullable LocalDate until,
        SourceDocument source,
        boolean withdrawn,
        @Nullable String reason,
        long change,
        String recordedBy,
        Instant recordedAt) {

    static String path(UUID id) {
        return "/api/v1/ownership-links/" + id;
    }

    String holderKey() {
        return holder.key(institution);
    }

    boolean isInForce(LocalDate on) {
        return !withdrawn && !from.isAfter(on) && (until == null || !until.isBefore(on));
    }

    boolean overlaps(OwnershipLink other) {
        return (until == null || !until.isBefore(other.from)) && (other.until == null || !other.until.isBefore(from));
    }
}
