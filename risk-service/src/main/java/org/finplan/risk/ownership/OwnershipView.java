package org.finplan.risk.ownership;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.ownership.OwnershipLinkView.HolderView;

/**
 * Who owns an institution, as far as it is known.
 *
 * @param institution its credit code
 * @param on the day asked for
 * @param asOf the instant as of which it is answered
 * @param depth the most steps of a chain
 * @param complete false when there are more chains than are answered
 * @param unknownShare percent of which no last owner is known: all chains that end unknown
 * @param chains the chains upwards; the effective shares of all add up to 100
 */
@Schema(name = "Ownership")
@JsonInclude(JsonInclude.Include.ALWAYS)
record OwnershipView(
        String institution,
        LocalDate on,
        Instant asOf,
        int depth,
        boolean complete,
        BigDecimal unknownShare,
        List<ChainView> chains) {

    /**
     * A chain from the institution upwards.
     *
     * @param steps its steps, the institution first
     * @param effectiveShare product of the shares in percent, exactly; null when a step is none of shares
     * @param end why it goes no further: person, public-body, unknown, cycle or depth
     */
    @Schema(name = "OwnershipChain")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChainView(List<StepView> steps, @Nullable BigDecimal effectiveShare, String end) {}

    /**
     * A step of a chain.
     *
     * @param owned credit code of what is held
     * @param holder who holds, or null for shares of which no holder is known
     * @param nature shares, voting-agreement or actual-control
     * @param share percent that is held, or null when the link is none of shares
     * @param link id of the link, or null when no holder is known
     * @param from first day of the link, or null
     * @param until last day of the link, or null
     * @param source where the link stands, or null when no holder is known
     */
    @Schema(name = "OwnershipStep")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(
            String owned,
            @Nullable HolderView holder,
            String nature,
            @Nullable BigDecimal share,
            @Nullable UUID link,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable SourceDocument source) {

        static StepView of(OwnershipGraph.Step step) {
            OwnershipLink link = step.link();
            return link == null
                    ? new StepView(step.owned(), null, Nature.SHARES.code(), step.share(), null, null, null, null)
                    : new StepView(
                            step.owned(),
                            HolderView.of(link.holder()),
                            link.nature().code(),
                            step.share(),
                            link.id(),
                            link.from(),
                            link.until(),
                            link.source());
        }
    }

    static OwnershipView of(
            String institution, LocalDate on, Instant asOf, int depth, OwnershipGraph.LookThrough lookThrough) {
        BigDecimal unknown = lookThrough.chains().stream()
                .filter(chain -> chain.end() == OwnershipGraph.End.UNKNOWN && chain.effectiveShare() != null)
                .map(OwnershipGraph.Chain::effectiveShare)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ChainView> chains = lookThrough.chains().stream()
                .map(chain -> new ChainView(
                        chain.steps().stream().map(StepView::of).toList(),
                        plain(chain.effectiveShare()),
                        chain.end().code()))
                .toList();
        return new OwnershipView(institution, on, asOf, depth, lookThrough.complete(), plain(unknown), chains);
    }

    /** The same number without the zeros that multiplying leaves behind. */
    @Nullable
    private static BigDecimal plain(@Nullable BigDecimal share) {
        if (share == null) {
            return null;
        }
        BigDecimal stripped = share.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
