package org.finplan.platform.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.WorkingDays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices of holidays in a package. */
class WorkingDayCheckTest {

    private static final String FILE = "working-days.json";

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
            value = {
                "/notices/0/year                  | 2028           | working-day      | /notices/0/holidays/0/from",
                "/notices/0/year                  | 27             | out-of-range     | /notices/0/year",
                "/notices/0/issued                | \"2026-11-31\" | malformed        | /notices/0/issued",
                "/notices/0/holidays/0/until      | \"2026-12-31\" | holiday-reversed | /notices/0/holidays/0/until",
                "/notices/0/holidays/1/from       | \"2027-01-03\" | working-day      | /notices/0/holidays/1/from",
                "/notices/0/holidays/1/from       | \"2027-02-30\" | malformed        | /notices/0/holidays/1/from",
                "/notices/0/make_up_days/1        | \"2027-01-11\" | working-day      | /notices/0/make_up_days/1",
                "/notices/0/make_up_days/1        | \"2027-01-09\" | working-day      | /notices/0/make_up_days/1",
                "/notices/0/make_up_days/0        | \"2027-02-06\" | working-day      | /notices/0/make_up_days/0",
                "/notices/0/make_up_days/0        | \"2027-02-29\" | malformed        | /notices/0/make_up_days/0",
                "/notices/0/holidays/0/name       | \"样本\"       | unknown-field    | /notices/0/holidays/0/name"
            })
    void aDayThatContradictsAnotherIsAFaultAtItsPlace(String pointer, String json, String code, String place) {
        sample.set(FILE, pointer, json);

        assertThat(sample.faults()).first().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.place()).isEqualTo(place);
            assertThat(fault.file()).isEqualTo(FILE);
        });
    }

    @Test
    void twoNoticesOfAYearInOnePackageAreOneTooMany() {
        sample.set(FILE, "/notices/1", sample.json(FILE).at("/notices/0").toString());

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("duplicate-code");
            assertThat(fault.place()).isEqualTo("/notices/1/year");
        });
    }

    @Test
    void theBundledPlanKnowsTheWorkingDaysOf2026() {
        PlanPackage bundled = PlanPackages.bundled("zq-fin-14fyp");
        WorkingDays days = new WorkingDays(bundled.holidays());

        assertThat(days.count(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")))
                .isEqualTo(248);
        assertThat(bundled.holidays()).extracting(HolidayNotice::number).containsExactly("国办发明电〔2025〕7号");
    }
}
