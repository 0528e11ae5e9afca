package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.recording.FigureService;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.Baseline;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetDefinition;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.definition.PlanDefinitions.OfFigure;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * The baselines of a later plan of the same city: what they do to the figures and verdicts of the plan before. Each package is
 * synthetic and is taken back again.
 */
@FinplanTest
class LaterPlanTest {

    private static final PlanPackage FIRST = PlanPackages.bundled("zq-fin-14fyp");
    private static final LocalDate END_OF_2025 = LocalDate.of(2025, 12, 31);
    private static final int PACKAGES = 20;

    @Inject
    PlanLoader loader;

    @Inject
    PlanRegister register;

    @Inject
    Observations observations;

    @Inject
    FigureService figures;

    @Inject
    Jdbi jdbi;

    /** The plan of the city again, five years later, with other baselines and nothing else. */
    private static PlanPackage later(Map<String, BigDecimal> baselines, PlanDefinitions definitions) {
        Plan plan = new Plan(
                "sample-later-plan",
                new LocalizedText("演示样本：后一规划", "Sample: the later plan"),
                "样本",
                LocalDate.of(2026, 6, 30),
                FIRST.plan().issuer(),
                Period.parse("2026/2030"),
                2025,
                2030,
                FIRST.plan().tableClause(),
                null,
                false);
        List<IndicatorDefinition> indicators = FIRST.indicators().stream()
                .filter(row -> baselines.containsKey(row.code()))
                .map(row -> restarted(row, baselines.get(row.code())))
                .toList();
        return new PlanPackage(
                plan,
                "sample",
                FIRST.units(),
                FIRST.series(),
                indicators,
                FIRST.regions(),
                FIRST.clauses(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                definitions,
                List.of());
    }

    private static IndicatorDefinition restarted(IndicatorDefinition row, BigDecimal value) {
        Period period = row.pointInTime() ? Period.ofDay(END_OF_2025) : Period.ofYear(2025);
        return new IndicatorDefinition(
                row.number(),
                row.code(),
                row.sdmx(),
                row.name(),
                row.aliases(),
                row.group(),
                row.groupName(),
                row.unit(),
                row.measure(),
                row.direction(),
                new Baseline(2025, value.toPlainString(), value, period),
                aim(row.target(), row.pointInTime()),
                row.growth(),
                row.nature(),
                row.clause(),
                row.proseClauses(),
                row.inconsistencies());
    }

    private static TargetDefinition aim(TargetDefinition target, boolean pointInTime) {
        return new TargetDefinition(
                2030,
                target.printed(),
                target.comparator(),
                target.value(),
                target.upper(),
                target.relative(),
                pointInTime ? Period.parse("2030-12-31") : Period.ofYear(2030),
                target.kind(),
                target.years(),
                target.profile());
    }

    @Test
    void noBaselineOfALaterPlanChangesAVerdictOfTheOneBefore() {
        Random random = new Random(15);
        for (int i = 0; i < PACKAGES; i++) {
            Map<String, BigDecimal> baselines = FIRST.indicators().stream()
                    .filter(row -> random.nextBoolean())
                    .collect(Collectors.toMap(
                            IndicatorDefinition::code, row -> BigDecimal.valueOf(1 + random.nextInt(9000))));
            takenBack(() -> {
                long judged = rows("attainment_judgement WHERE plan = 'zq-fin-14fyp'");
                long main = rows("observation WHERE variant IN ('main', 'computed')");

                assertThat(figuresAdded(later(baselines, PlanDefinitions.NONE))).isEqualTo(baselines.size());

                assertThat(rows("attainment_judgement WHERE plan = 'zq-fin-14fyp'"))
                        .isEqualTo(judged);
                assertThat(rows("observation WHERE variant IN ('main', 'computed')"))
                        .isEqualTo(main);
            });
        }
    }

    @Test
    void aBaselineByAnotherDefinitionIsKeptBesideTheFigureOfTheRegion() {
        PlanDefinitions definitions = new PlanDefinitions(
                List.of(),
                List.of(),
                List.of(new OfFigure("green-credit", null, Period.parse("2025"), "green-credit-2025-catalogue")),
                List.of());
        PlanPackage later = later(Map.of("green-credit", BigDecimal.valueOf(620)), definitions);
        ObservationKey main = new ObservationKey(
                "green-credit", "441200", ObservationKind.LEVEL, END_OF_2025, END_OF_2025, ObservationKey.MAIN);
        ObservationKey beside =
                main.variant("sample-later-plan:" + later.indicators().get(0).clause());

        takenBack(() -> {
            Observation before = observations.newest(List.of(main)).get(main);
            assertThat(figuresAdded(later)).isEqualTo(1);

            Map<ObservationKey, Observation> kept = observations.newest(List.of(main, beside));
            assertThat(kept.get(main)).isEqualTo(before);
            assertThat(kept.get(main).figure().value()).isEqualByComparingTo("459");
            assertThat(kept.get(beside).figure().value()).isEqualByComparingTo("620");
            assertThat(kept.get(beside).figure().definition()).isEqualTo("green-credit-2025-catalogue");
            assertThat(kept.get(beside).source().title()).isEqualTo("演示样本：后一规划");
            assertThat(figuresAdded(later)).as("again").isZero();
        });
    }

    /** Another plan goes on with the series, so its figures are still corrected. */
    @Test
    void aCorrectionChangesNoVerdictOfAnArchivedPlan() {
        ObservationKey main = new ObservationKey(
                "green-credit", "441200", ObservationKind.LEVEL, END_OF_2025, END_OF_2025, ObservationKey.MAIN);
        String judged = "attainment_judgement WHERE plan = 'zq-fin-14fyp'";

        takenBack(() -> {
            long before = rows(judged);
            withdraw(main);
            assertThat(rows(judged)).as("of a plan that is not archived").isGreaterThan(before);
        });
        takenBack(() -> {
            long before = rows(judged);
            jdbi.useHandle(
                    handle -> handle.execute("INSERT INTO plan_decision (plan, stage, reason, decided_at, decided_by)"
                            + " VALUES ('zq-fin-14fyp', 'archived', 'sample', now(), 'sample')"));
            withdraw(main);
            assertThat(rows(judged)).isEqualTo(before);
        });
    }

    private void withdraw(ObservationKey key) {
        Observation newest = observations.newest(List.of(key)).get(key);
        figures.withdraw(List.of(newest), RevisionReason.CORRECTION, null, "sample");
    }

    private long figuresAdded(PlanPackage read) {
        PackageChange change = new PackageChange(null, read, 1, "sample", "sample");
        return register.with(register.plansWith(read, 1), () -> loader.load(change)).figures().stream()
                .filter(one -> one.effect() == Change.Effect.ADDED)
                .count();
    }

    private void takenBack(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private long rows(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
