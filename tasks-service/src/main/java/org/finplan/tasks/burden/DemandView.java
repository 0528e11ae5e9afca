package org.finplan.tasks.burden;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * What somebody is asked for.
 *
 * @param kind progress: a leaf asks a region for its progress; supervision: an open matter asks its unit for an answer
 * @param plan plan code of the leaf, or of the task or indicator that the matter is about, or null
 * @param task id of the leaf, or of the task that the matter is about, or null
 * @param supervision id of the matter, null of a leaf
 * @param title title of the leaf; of a matter its title in the words of whoever registered it
 * @param region region that is asked
 * @param regionName name of the region
 * @param unit unit that is to act; of a leaf the organisation that leads it, or null
 * @param perYear how often a year it is asked; null since nothing in this service sets how often
 * @param due until when a matter is to be answered, null of a leaf
 * @param reportsInLastYear reports that the region filed on the leaf in the last 365 days; null of a matter
 * @param lastReportedFor the newest day that one of these is about, or null
 * @param data figures that it is about
 * @param twice whether one of them is asked for twice
 */
@Schema(name = "ReportingDemand")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DemandView(
        DemandKind kind,
        @Nullable String plan,
        @Nullable String task,
        @Nullable UUID supervision,
        LocalizedText title,
        String region,
        LocalizedText regionName,
        @Nullable String unit,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer perYear,
        @Nullable LocalDate due,
        @Nullable Long reportsInLastYear,
        @Nullable LocalDate lastReportedFor,
        List<DatumView> data,
        boolean twice) {

    /**
     * A figure that a demand is about.
     *
     * @param indicator indicator code
     * @param region region code
     * @param period its period when it is cited; null when whatever period is meant
     * @param cited whether a report or an answer cites it; otherwise the leaf moves the indicator, or the matter is about it
     * @param observation newest observation that says it already, to be cited instead of typed again; null when none is known or it is
     *     cited
     * @param others other leaves and matters that ask for it or cite it, at most 20
     * @param twice why it is asked for twice: said-already, asked-by-others, cited-by-others; none when it is asked for once
     */
    @Schema(name = "ReportingDatum")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DatumView(
            String indicator,
            String region,
            @Nullable String period,
            boolean cited,
            @Nullable SaidView observation,
            List<OtherView> others,
            List<String> twice) {

        static DatumView of(Datum datum) {
            Datum.Said said = datum.observation();
            return new DatumView(
                    datum.indicator(),
                    datum.region(),
                    datum.period(),
                    datum.how() == Datum.How.CITED,
                    said == null ? null : new SaidView(said.observation(), said.version(), said.period()),
                    datum.others().stream()
                            .map(other -> new OtherView(other.kind(), other.plan(), other.id()))
                            .toList(),
                    datum.twice().stream().map(Datum.Twice::code).toList());
        }
    }

    /**
     * An observation that says a figure already.
     *
     * @param observation its id
     * @param version its newest version
     * @param period its period
     */
    @Schema(name = "SaidAlready")
    record SaidView(UUID observation, int version, String period) {}

    /**
     * A leaf or a matter.
     *
     * @param kind progress of a leaf, supervision of a matter
     * @param plan plan code of a leaf, null of a matter
     * @param id id of the leaf or of the matter
     */
    @Schema(name = "OtherDemand")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OtherView(DemandKind kind, @Nullable String plan, String id) {}
}
