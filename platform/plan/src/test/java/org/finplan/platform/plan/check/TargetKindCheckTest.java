package org.finplan.platform.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.plan.Accumulation;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of target in a package, each as it is read, and each of their faults at its place. */
class TargetKindCheckTest {

    private static final String TARGET = "/indicators/2/target";
    private static final String YEARLY = "{'kind':'yearly','year':2030,'printed':'样本','comparator':'ge',"
            + "'period':'2030','years':[{'year':2026,'value':21},{'year':2028,'value':22,'upper':25,"
            + "'comparator':'between','printed':'22—25'}]}";
    private static final String CUMULATIVE = "{'kind':'cumulative','year':2030,'printed':'样本','comparator':'ge',"
            + "'value':2000,'period':'2026/2030','profile':[{'year':2027,'value':700},{'year':2030,'value':2000}]}";
    private static final String QUALITATIVE =
            "{'kind':'qualitative','year':2030,'printed':'样本','period':'2030','assessor':'sample-gov'}";

    private static final String GRADE =
            "{'code':'SAMPLE_GRADE','zh':'样本：等次','en':'sample grade','ucum':'{grade}','kind':'other'}";

    @TempDir
    Path parent;

    private SamplePackage sample;

    @BeforeEach
    void copyTheSample() {
        sample = SamplePackage.in(parent.resolve("anything"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "yearly | /years/1/year | 2031 | year-outside-plan | 2026/2030",
                "yearly | /years/1/year | 2026 | duplicate-year | -",
                "yearly | /years/1/value | - | missing-field | number",
                "yearly | /years/1/upper | - | upper-and-band | -",
                "yearly | /years/1/upper | 20 | band-reversed | > 22",
                "yearly | /years/0/comparator | 'le' | direction-and-comparator | ge",
                "yearly | /years/0/comparator | 'lt_benchmark' | unknown-value | ge",
                "yearly | /years/0/target | 1 | unknown-field | -",
                "yearly | /years | - | missing-field | -",
                "yearly | /period | '2026/2030' | period-of-years | 2030",
                "range | /period | '2026/2030' | period-of-years | 2030",
                "yearly | /value | 1 | field-of-another-kind | kind cumulative",
                "yearly | /comparator | 'ge_benchmark' | kind-and-comparator | ge",
                "yearly | /profile | [] | field-of-another-kind | kind cumulative",
                "cumulative | /value | - | number-or-benchmark | -",
                "cumulative | /comparator | - | missing-field | -",
                "cumulative | /period | '2030-12-31' | span-of-years | 2026/2030",
                "cumulative | /period | '2030-Q4' | span-of-years | 2026/2030",
                "cumulative | /profile/0/year | 2025 | broken-profile | 2026..2030",
                "cumulative | /profile/0/value | 2100 | broken-profile | 0..2000",
                "cumulative | /profile/1/value | 1900 | broken-profile | 2030: 2000",
                "cumulative | /profile/1/year | 2029 | broken-profile | 2030: 2000",
                "cumulative | /accumulate | 'mean' | unknown-value | sum",
                "cumulative | /assessor | 'sample-gov' | field-of-another-kind | kind qualitative",
                "cumulative | /years | [] | field-of-another-kind | kind yearly",
                "qualitative | /assessor | - | missing-field | -",
                "qualitative | /assessor | 'nobody' | unknown-reference | -",
                "qualitative | /value | 1 | field-of-another-kind | kind cumulative",
                "qualitative | /comparator | 'ge' | field-of-another-kind | kind benchmark",
                "qualitative | /kind | 'opinion' | unknown-value | value",
                "range | /kind | 'value' | kind-and-comparator | ge",
                "range | /kind | 'benchmark' | kind-and-comparator | lt_benchmark",
                "range | /accumulate | 'sum' | field-of-another-kind | kind cumulative",
            })
    void oneFaultAtItsPlaceWithWhatWouldBeAccepted(
            String kind, String field, String json, String code, String accepted) {
        become(kind);
        sample.set("indicators.json", TARGET + field, json == null ? null : json.replace('\'', '"'));

        assertThat(sample.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).startsWith(TARGET);
            if (accepted != null) {
                assertThat(fault.accepted()).contains(accepted);
            }
        });
        assertThat(sample.faults()).extracting(fault -> fault.code()).containsOnly(code);
    }

    @Test
    void onlyAmountsOfAYearAddUp() {
        become("cumulative");
        sample.set("indicators.json", "/indicators/2/measure", "\"stock\"");
        sample.set("indicators.json", "/indicators/2/baseline/period", "\"2025-12-31\"");

        assertThat(sample.faults())
                .extracting(fault -> fault.place() + " " + fault.code() + " " + fault.accepted())
                .containsExactlyInAnyOrder(
                        "/indicators/2/measure cumulative-of-a-state [flow]",
                        "/indicators/2/baseline/period cumulative-of-a-state [2025]");
    }

    @Test
    void aQualitativeTargetHasNoNumber() {
        become("qualitative");
        assertThat(sample.faults()).isEmpty();
        sample.set("indicators.json", "/indicators/2/measure", "\"stock\"");
        assertThat(sample.faults()).extracting(PackageFault::place).containsExactly("/indicators/2/measure");
        sample.set("indicators.json", "/indicators/2/unit/code", "\"PCT\"");
        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("qualitative-of-a-number");
            assertThat(fault.place()).isEqualTo("/indicators/2/unit/code");
        });
    }

    @Test
    void aBaselineLiesBeforeTheFirstYearThatIsAskedFor() {
        for (String kind : List.of("yearly", "cumulative")) {
            become(kind);
            sample.set("indicators.json", "/indicators/2/baseline/year", "2026");
            sample.set("indicators.json", "/indicators/2/baseline/period", "\"2026\"");

            assertThat(sample.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("baseline-after-target");
                assertThat(fault.accepted()).containsExactly("< 2026");
            });
        }
    }

    @Test
    void eachKindIsReadForWhatItIs() {
        become("yearly");
        assertThat(read().target().kind()).isEqualTo(new TargetKind.YearByYear());
        assertThat(read().target().years())
                .extracting(
                        year -> year.period().text() + " " + year.comparator().code() + " " + year.printed())
                .containsExactly("2026 ge 21", "2028 between 22—25");
        become("cumulative");
        assertThat(read().target().kind()).isEqualTo(new TargetKind.Cumulative(Accumulation.SUM));
        assertThat(read().target().profile()).hasSize(2);
        assertThat(read().pointInTime()).isFalse();
        become("qualitative");
        assertThat(read().target().kind()).isEqualTo(new TargetKind.Qualitative("sample-gov"));
        assertThat(read().target().comparator()).isEqualTo(TargetComparator.ASSESSED);
        become("range");
        assertThat(read().target().kind()).isEqualTo(new TargetKind.Range());
    }

    /** A plan may leave every year open at first. */
    @Test
    void aTargetOfNoYearYetABaselineAndAGrowthThatNobodyKnowsAndItsOwnNature() {
        become("yearly");
        sample.set("indicators.json", TARGET + "/years", "[]");
        sample.set("indicators.json", "/indicators/2/baseline", null);
        sample.set("indicators.json", "/indicators/2/growth", null);
        sample.set("indicators.json", "/indicators/2/name_en", null);
        sample.set("indicators.json", "/indicators/2/nature", "\"binding\"");

        assertThat(sample.faults()).isEmpty();
        assertThat(read().baseline()).isNull();
        assertThat(read().growth()).isNull();
        assertThat(read().nature()).isEqualTo("binding");
        assertThat(read().name().en()).isEqualTo(read().name().zh());
        sample.set("indicators.json", "/indicators/2/nature", "\"wished\"");
        assertThat(sample.faults()).singleElement().satisfies(fault -> assertThat(fault.accepted())
                .containsExactly("expected", "binding"));
    }

    @Test
    void changesInPercentFollowEachOther() {
        assertThat(Accumulation.COMPOUND.of(List.of(new BigDecimal("-4"), new BigDecimal("-5"))))
                .isEqualByComparingTo("-8.8");
        assertThat(Accumulation.SUM.of(List.of(new BigDecimal("420"), new BigDecimal("350"))))
                .isEqualByComparingTo("770");
    }

    private void become(String kind) {
        String measure = "ratio";
        switch (kind) {
            case "yearly" -> sample.set("indicators.json", TARGET, YEARLY.replace('\'', '"'));
            case "cumulative" -> {
                sample.set("indicators.json", TARGET, CUMULATIVE.replace('\'', '"'));
                measure = "flow";
            }
            case "qualitative" -> {
                sample.set("indicators.json", TARGET, QUALITATIVE.replace('\'', '"'));
                sample.set("supplement.json", "/units/1", GRADE.replace('\'', '"'));
                sample.set("indicators.json", "/indicators/2/unit/code", "\"SAMPLE_GRADE\"");
                measure = "rank";
            }
            default ->
                sample.set(
                        "indicators.json",
                        TARGET,
                        SamplePackage.in(parent.resolve("other"))
                                .json("indicators.json")
                                .at(TARGET)
                                .toString());
        }
        sample.set("indicators.json", "/indicators/2/measure", "\"" + measure + "\"");
    }

    private IndicatorDefinition read() {
        return PlanPackages.in(sample.directory()).indicators().get(2);
    }
}
