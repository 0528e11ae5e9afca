package org.finplan.platform.plan.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.reading.PlanPackages;

/** The laws of the difference, on packages made of the synthetic plan by leaving out, exchanging and rewording. */
class PlanDifferencePropertiesTest {

    private static final PlanPackage PLAN = PlanPackages.in(Path.of("../../docs/zq-fin-15fyp-sample"));

    @Property(tries = 40)
    void nothingDiffersFromItselfAndWhatIsEqualIsNoChange(@ForAll Random random) {
        PlanPackage one = variant(random);
        PlanPackage other = variant(random);

        assertThat(PlanDifference.between(one, one)).isEmpty();
        assertThat(PlanDifference.between(one, other).isEmpty()).isEqualTo(one.equals(other));
    }

    @Property(tries = 40)
    void theWayBackIsTheMirrorOfTheWay(@ForAll Random random) {
        PlanPackage one = variant(random);
        PlanPackage other = variant(random);

        List<PlanChange> way = PlanDifference.between(one, other);
        List<PlanChange> back = mirrored(PlanDifference.between(other, one));

        assertThat(Set.copyOf(back)).isEqualTo(Set.copyOf(nameless(way)));
        assertThat(back).hasSameSizeAs(way);
        assertThat(PlanDifference.between(one, other)).isEqualTo(way);
    }

    @Property(tries = 40)
    void theChangesLeadFromOnePackageToTheOther(@ForAll Random random) {
        PlanPackage one = variant(random);
        PlanPackage other = variant(random);
        Map<String, Map<String, String>> things = things(one);

        PlanDifference.between(one, other).forEach(change -> apply(change, things));

        assertThat(things).isEqualTo(things(other));
    }

    private static void apply(PlanChange change, Map<String, Map<String, String>> things) {
        String key = change.part() + " " + change.code();
        Map<String, String> thing = things.computeIfAbsent(key, added -> new LinkedHashMap<>());
        for (FieldChange field : change.fields()) {
            if (!field.field().equals("follows")) {
                assertThat(thing.get(field.field())).isEqualTo(field.before());
                thing.put(field.field(), field.after());
                thing.values().removeIf(value -> value == null);
            }
        }
        if (change.kind() == ChangeKind.REMOVED) {
            assertThat(thing).isEmpty();
            things.remove(key);
        }
    }

    private static Map<String, Map<String, String>> things(PlanPackage plan) {
        Map<String, Map<String, String>> things = new LinkedHashMap<>();
        for (PlanPart part : PlanPart.values()) {
            PartRows.of(part, plan)
                    .forEach((code, row) -> things.put(part + " " + code, new LinkedHashMap<>(row.fields())));
        }
        return things;
    }

    private static ChangeKind mirrored(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> ChangeKind.REMOVED;
            case CHANGED -> ChangeKind.CHANGED;
            case REMOVED -> ChangeKind.ADDED;
        };
    }

    private static List<PlanChange> mirrored(List<PlanChange> changes) {
        return nameless(changes).stream()
                .map(change -> new PlanChange(
                        mirrored(change.kind()),
                        change.part(),
                        change.code(),
                        change.name(),
                        change.fields().stream()
                                .map(field -> new FieldChange(
                                        field.field(), /* before= */ field.after(), /* after= */ field.before()))
                                .toList()))
                .toList();
    }

    /** A thing that changed its name is called by the later one, and its fields come in the order of the earlier one. */
    private static List<PlanChange> nameless(List<PlanChange> changes) {
        return changes.stream()
                .map(change -> new PlanChange(
                        change.kind(),
                        change.part(),
                        change.code(),
                        new LocalizedText("-", "-"),
                        change.fields().stream()
                                .sorted((one, other) -> one.field().compareTo(other.field()))
                                .toList()))
                .toList();
    }

    /** Every second one is the plan itself, so that equal packages are among the pairs. */
    private static PlanPackage variant(Random random) {
        if (random.nextBoolean()) {
            return PLAN;
        }
        return new PlanPackage(
                PLAN.plan(),
                PLAN.fingerprint(),
                some(PLAN.units(), random),
                some(PLAN.series(), random),
                some(PLAN.indicators(), random),
                some(PLAN.regions(), random),
                some(PLAN.clauses(), random).stream()
                        .map(row -> random.nextInt(8) == 0
                                ? new Clause(
                                        row.id(),
                                        null,
                                        new LocalizedText("改写", row.title().en()))
                                : row)
                        .toList(),
                some(PLAN.verbs(), random),
                some(PLAN.tasks(), random).stream()
                        .map(row -> random.nextInt(8) == 0 ? reworded(row, random) : row)
                        .toList(),
                some(PLAN.organisations(), random),
                some(PLAN.systems(), random),
                some(PLAN.facts(), random),
                PLAN.published(),
                some(PLAN.derived(), random),
                some(PLAN.holidays(), random),
                new PlanDefinitions(
                        some(PLAN.definitions().definitions(), random),
                        some(PLAN.definitions().breaks(), random),
                        some(PLAN.definitions().figures(), random),
                        some(PLAN.definitions().targets(), random)),
                some(PLAN.registers(), random));
    }

    private static TaskNode reworded(TaskNode row, Random random) {
        List<String> regions = random.nextBoolean() ? List.of("441202", "441203") : List.of("441202, 441203");
        return new TaskNode(
                row.id(),
                row.parent(),
                row.clause(),
                row.branch(),
                row.level(),
                row.title(),
                row.summary(),
                row.verbs(),
                regions,
                row.partnerRegions(),
                row.organisations(),
                row.systems(),
                row.indicators(),
                row.lead(),
                row.cooperating(),
                row.due());
    }

    /** Often all; else a few are left out, or two are exchanged. */
    private static <T> List<T> some(List<T> all, Random random) {
        List<T> some = new ArrayList<>(all);
        if (some.isEmpty()) {
            return all;
        }
        switch (random.nextInt(4)) {
            case 0 -> some.remove(random.nextInt(some.size()));
            case 1 -> some.removeIf(row -> random.nextInt(10) == 0);
            case 2 -> some.add(some.remove(random.nextInt(some.size())));
            default -> {}
        }
        return List.copyOf(some);
    }
}
