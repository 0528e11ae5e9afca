package org.finplan.platform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.reading.PlanPackages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans change while a program runs. */
class PlanRegisterFollowsTest {

    private static final PlanPackage FIRST = PlanPackages.bundled("zq-fin-14fyp");
    private static final String PLAN = "zq-fin-14fyp";
    private static final String GONE = "npl-ratio";
    private static final String GONE_REGION = "441202";

    private final PlanRegister register = new PlanRegister(List.of(FIRST));
    private List<PlanInForce> next;

    @BeforeEach
    void withoutAnIndicatorAndARegion() {
        PlanPackage fewer = new PlanPackage(
                FIRST.plan(),
                "sample-fewer",
                FIRST.units(),
                FIRST.series().stream().filter(row -> !row.code().equals(GONE)).toList(),
                FIRST.indicators().stream()
                        .filter(row -> !row.code().equals(GONE))
                        .toList(),
                FIRST.regions().stream()
                        .filter(row -> !row.code().equals(GONE_REGION))
                        .toList(),
                FIRST.clauses(),
                FIRST.verbs(),
                FIRST.tasks(),
                FIRST.organisations(),
                FIRST.systems(),
                FIRST.facts(),
                FIRST.published(),
                FIRST.derived(),
                FIRST.holidays(),
                FIRST.definitions(),
                FIRST.registers());
        next = register.plansWith(fewer, 2);
    }

    @Test
    void allAnswersComeFromTheNewestSnapshot() {
        assertThat(register.version(PLAN)).contains(1);
        assertThat(register.retired(PLAN, GONE)).isFalse();

        register.follow(next);

        assertThat(register.version(PLAN)).contains(2);
        assertThat(register.find(PLAN).orElseThrow().fingerprint()).isEqualTo("sample-fewer");
        assertThat(register.indicator(PLAN, GONE)).isEmpty();
        assertThat(register.series().affectedBy(GONE)).isEmpty();
    }

    @Test
    void whatIsGoneIsRetiredAndStillHasItsNameAndMeaning() {
        String name = register.indicatorName(PLAN, GONE).zh();
        Measure measure = register.series().measure(GONE).orElseThrow();

        register.follow(next);

        assertThat(register.retired(PLAN, GONE)).isTrue();
        assertThat(register.indicatorName(PLAN, GONE).zh()).isEqualTo(name);
        assertThat(register.indicatorCodes()).contains(GONE);
        assertThat(register.series().retired(GONE)).isTrue();
        assertThat(register.series().measure(GONE)).contains(measure);
        assertThat(register.regions().retired(GONE_REGION)).isTrue();
        assertThat(register.regions().subtree("441200")).contains(GONE_REGION);
        assertThat(register.regions().children("441200", Period.parse("2025")))
                .isNotEmpty()
                .doesNotContain(GONE_REGION);
    }

    @Test
    void whatComesBackIsRetiredNoMore() {
        register.follow(next);
        register.follow(register.plansWith(FIRST, 3));

        assertThat(register.retired(PLAN, GONE)).isFalse();
        assertThat(register.series().retired(GONE)).isFalse();
        assertThat(register.plans().get(0).former()).hasSize(1);
    }

    @Test
    void plansThatAreTriedAreForOneThreadAndItsWorkAlone() {
        AtomicInteger elsewhere = new AtomicInteger();

        int here = register.with(next, () -> {
            Thread other = new Thread(() -> elsewhere.set(register.version(PLAN).orElseThrow()));
            other.start();
            join(other);
            return register.version(PLAN).orElseThrow();
        });

        assertThat(here).isEqualTo(2);
        assertThat(elsewhere).hasValue(1);
        assertThat(register.version(PLAN)).contains(1);
    }

    @Test
    void whatIsDerivedIsComputedOnceForEachSnapshot() {
        AtomicInteger computed = new AtomicInteger();
        Supplier<Integer> indicators = register.derived(() -> {
            computed.incrementAndGet();
            return register.packages().get(0).indicators().size();
        });

        int all = indicators.get();
        assertThat(indicators.get()).isEqualTo(all);
        assertThat(computed).hasValue(1);
        assertThat(register.<Integer>with(next, indicators)).isEqualTo(all - 1);
        assertThat(indicators.get()).isEqualTo(all);
        assertThat(computed).hasValue(2);
        register.follow(next);
        assertThat(indicators.get()).isEqualTo(all - 1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
