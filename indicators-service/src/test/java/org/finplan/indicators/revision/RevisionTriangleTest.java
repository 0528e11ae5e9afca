package org.finplan.indicators.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.KnowledgeAxis;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.junit.jupiter.api.Test;

class RevisionTriangleTest {

    private static final Definitions NO_DEFINITIONS = new Definitions(new PlanRegister(List.of()));

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void everyVintageShowsWhatWasKnownThen() {
        RevisionTriangle triangle = RevisionTriangle.of(
                List.of(
                        version(FIRST, "2023", 1, "100", 10, false),
                        version(FIRST, "2023", 2, "104", 30, false),
                        version(FIRST, "2023", 3, "103.5", 40, false),
                        version(SECOND, "2024", 1, "120", 20, false)),
                KnowledgeAxis.RECORDED,
                Map.of(),
                NO_DEFINITIONS);

        assertThat(triangle.vintages()).containsExactly(at(10), at(20), at(30), at(40));
        assertThat(triangle.rows().get(0).values())
                .containsExactly(decimal("100"), decimal("100"), decimal("104"), decimal("103.5"));
        assertThat(triangle.rows().get(1).values())
                .containsExactly(null, decimal("120"), decimal("120"), decimal("120"));
        assertThat(triangle.rows().get(0).revision()).isEqualByComparingTo("3.5");
        assertThat(triangle.rows().get(0).steps().get(2).change()).isEqualByComparingTo("-0.5");
        assertThat(triangle.rows().get(0).steps().get(2).reason()).isEqualTo("correction");
        assertThat(triangle.revisedPeriods()).isEqualTo(1);
        assertThat(triangle.meanRevision()).isEqualByComparingTo("1.75");
        assertThat(triangle.meanAbsoluteRevision()).isEqualByComparingTo("1.75");
    }

    @Test
    void theSameValueAgainRevisesNothing() {
        RevisionTriangle triangle = RevisionTriangle.of(
                List.of(version(FIRST, "2023", 1, "100", 10, false), version(FIRST, "2023", 2, "100.0", 20, false)),
                KnowledgeAxis.RECORDED,
                Map.of(),
                NO_DEFINITIONS);

        assertThat(triangle.revisedPeriods()).isZero();
    }

    @Test
    void aWithdrawalLeavesAHoleAndNoRevision() {
        RevisionTriangle triangle = RevisionTriangle.of(
                List.of(version(FIRST, "2023", 1, "100", 10, false), version(FIRST, "2023", 2, "100", 20, true)),
                KnowledgeAxis.RECORDED,
                Map.of(),
                NO_DEFINITIONS);

        assertThat(triangle.rows().get(0).values()).containsExactly(decimal("100"), null);
        assertThat(triangle.rows().get(0).latest()).isNull();
        assertThat(triangle.meanRevision()).isNull();
    }

    @Test
    void nothingHasNoRevisions() {
        RevisionTriangle triangle = RevisionTriangle.of(List.of(), KnowledgeAxis.RECORDED, Map.of(), NO_DEFINITIONS);

        assertThat(triangle.rows()).isEmpty();
        assertThat(triangle.meanAbsoluteRevision()).isNull();
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Observation version(
            UUID id, String period, int version, String value, int known, boolean withdrawn) {
        Period of = Period.parse(period);
        return new Observation(
                id,
                version,
                new ObservationKey("gdp", "441200", ObservationKind.LEVEL, of.start(), of.end(), ObservationKey.MAIN),
                of,
                new Figure(decimal(value), "CNY_100M", decimal(value), "CNY_100M", "eq", null, null),
                ObservationStatus.PRELIMINARY,
                withdrawn,
                version == 1 ? null : RevisionReason.CORRECTION,
                new Source("sample", null, null, List.of(), Source.REPORTED),
                null,
                at(known),
                "test",
                Publication.DIRECT);
    }
}
