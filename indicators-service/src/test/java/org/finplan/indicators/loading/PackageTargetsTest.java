package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.Test;

/** Targets in the prose of a package, on the bundled plan with further sample sentences (演示样本). */
class PackageTargetsTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");
    private static final String DISTRICT = "441202";

    @Test
    void aTargetOfADistrictIsItsOwnAndNoWordingOfTheCitys() {
        List<Target> targets =
                targets(target("s1", "green-credit", DISTRICT, "40"), target("s2", "green-credit", "441203", "30"));

        assertThat(of(targets, "green-credit", DISTRICT)).singleElement().satisfies(target -> {
            assertThat(target.key().variant()).isEqualTo(TargetKey.MAIN);
            assertThat(target.value()).isEqualTo("40");
        });
        assertThat(of(targets, "green-credit", "441203")).hasSize(1);
        assertThat(of(targets, "green-credit", PLAN.city())).hasSize(1);
    }

    /** The same number as the table's, but of a district, repeats nothing. */
    @Test
    void aDistrictMayAimAtWhatTheCityAimsAt() {
        String table = PLAN.indicators().get(0).target().value().toPlainString();
        String series = PLAN.indicators().get(0).code();

        assertThat(of(targets(target("s1", series, DISTRICT, table)), series, DISTRICT))
                .hasSize(1);
    }

    @Test
    void ofTwoWordingsTheFirstIsJudged() {
        List<Target> targets = targets(
                target("s1", "green-credit", DISTRICT, "40"),
                new Sentence("s2", "green-credit", DISTRICT, "41", "ch1.s2.1").fact());

        assertThat(of(targets, "green-credit", DISTRICT))
                .extracting(target -> target.key().variant())
                .containsExactly(TargetKey.MAIN, "ch1.s2.1");
        assertThat(targets.stream().map(Target::key)).doesNotHaveDuplicates();
    }

    private record Sentence(String id, String series, String region, String value, String clause) {

        private Fact fact() {
            return new Fact(
                    id,
                    series,
                    Period.parse("2025-12-31"),
                    false,
                    region,
                    new BigDecimal(value),
                    "ge",
                    "CNY_100M",
                    "target",
                    "样本 " + value,
                    false,
                    null,
                    clause,
                    List.of(),
                    null);
        }
    }

    private static Fact target(String id, String series, String region, String value) {
        return new Sentence(id, series, region, value, "ch3.s3.2.2.1").fact();
    }

    private static List<Target> of(List<Target> targets, String series, String region) {
        return targets.stream()
                .filter(target -> target.key().indicator().equals(series))
                .filter(target -> target.key().region().equals(region))
                .toList();
    }

    private static List<Target> targets(Fact... more) {
        PlanPackage read = new PlanPackage(
                PLAN.plan(),
                PLAN.fingerprint(),
                PLAN.units(),
                PLAN.series(),
                PLAN.indicators(),
                PLAN.regions(),
                PLAN.clauses(),
                PLAN.verbs(),
                PLAN.tasks(),
                PLAN.organisations(),
                PLAN.systems(),
                Stream.concat(PLAN.facts().stream(), Stream.of(more)).toList(),
                PLAN.published(),
                PLAN.derived(),
                PLAN.holidays(),
                PLAN.definitions(),
                PLAN.registers());
        return new PackageTargets(read, Instant.EPOCH, "plan:zq-fin-14fyp").all();
    }
}
