package org.finplan.risk.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;

/**
 * A link between a holder and what it holds.
 *
 * @param id its id
 * @param version its version, also its ETag
 * @param institution credit code of the institution in whose file it stands
 * @param owned credit code of what is held
 * @param holder who holds
 * @param nature shares, voting-agreement or actual-control
 * @param share of shares how many, in percent; otherwise null
 * @param from first day
 * @param until last day, or null when it goes on
 * @param source where it stands
 * @param withdrawn whether it was taken back
 * @param reason why this version took the place of the one before, or null
 * @param change number of the change of links that made this version; groups have such a number as their version
 * @param recordedBy subject who recorded it
 * @param recordedAt when
 */
@Schema(name = "OwnershipLink")
@JsonInclude(JsonInclude.Include.ALWAYS)
record OwnershipLinkView(
        UUID id,
        int version,
        String institution,
        String owned,
        HolderView holder,
        String nature,
        @Nullable BigDecimal share,
        LocalDate from,
        @Nullable LocalDate until,
        SourceDocument source,
        boolean withdrawn,
        @Nullable String reason,
        long change,
        String recordedBy,
        Instant recordedAt) {

    /**
     * Who holds.
     *
     * @param kind person, firm or public-body
     * @param uscc its unified social credit code, or null
     * @param identifier of a person what tells it from others of its name, or null
     * @param name its name
     */
    @Schema(name = "OwnershipHolder")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record HolderView(
            String kind, @Nullable String uscc, @Nullable String identifier, String name) {

        static HolderView of(Holder holder) {
            return new HolderView(holder.kind().code(), holder.uscc(), holder.identifier(), holder.name());
        }
    }

    static OwnershipLinkView of(OwnershipLink link) {
        return new OwnershipLinkView(
                link.id(),
                link.version(),
                link.institution(),
                link.owned(),
                HolderView.of(link.holder()),
                link.nature().code(),
                link.share(),
                link.from(),
                link.until(),
                link.source(),
                link.withdrawn(),
                link.reason(),
                link.change(),
                link.recordedBy(),
                link.recordedAt());
    }
}
