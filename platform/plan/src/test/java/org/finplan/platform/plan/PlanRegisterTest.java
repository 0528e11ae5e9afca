package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.junit.jupiter.api.Test;

class PlanRegisterTest {

    private static final String PLAN = "zq-fin-14fyp";

    private final PlanRegister register = PlanRegister.load(List.of());

    @Test
    void namesWhatThePlanNamesAndAnswersUnknownCodesWithThemselves() {
        assertThat(register.codes()).containsExactly(PLAN);
        assertThat(register.regionName("441202").zh()).isEqualTo("端州区");
        assertThat(register.regionName("000000")).isEqualTo(new LocalizedText("000000", "000000"));
        assertThat(register.indicatorName(PLAN, "no-such")).isEqualTo(new LocalizedText("no-such", "no-such"));
        assertThat(register.indicatorName("no-plan", "npl-ratio").zh()).isEqualTo("npl-ratio");
        assertThat(register.organisationName(PLAN, "no-such")).isEmpty();
    }

    @Test
    void theCityIsTheOutermostRegionThatIsNotOnlyComparedWith() {
        assertThat(register.city(PLAN)).isEqualTo("441200");
        assertThat(register.regionCodes()).contains("441200", "441202");
    }

    @Test
    void everyIndicatorIsASeriesOfAKnownUnitAndAffectsItself() {
        SeriesRegister series = register.series();

        assertThat(register.indicatorCodes())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(code -> {
                    assertThat(series.find(code)).isPresent();
                    assertThat(series.unit(series.find(code).orElseThrow().unit()))
                            .isPresent();
                    assertThat(series.measure(code)).isPresent();
                    assertThat(series.affectedBy(code))
                            .anyMatch(hit -> hit.definition().code().equals(code));
                    assertThat(series.planSpans(code, "441200"))
                            .containsExactly(
                                    register.find(PLAN).orElseThrow().plan().horizon());
                });
        assertThat(series.planSpans("no-such", "441200")).isEqualTo(List.<Period>of());
    }
}
