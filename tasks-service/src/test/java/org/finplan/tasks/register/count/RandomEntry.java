package org.finplan.tasks.register.count;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An entry with a random history, counted the plain way: is it there on a day or not.
 *
 * @param region its region
 * @param size what its counted field says
 * @param steps stages with their days, in order
 * @param end day on which it left, or null
 */
record RandomEntry(String region, BigDecimal size, List<Step> steps, LocalDate end) {

    static final LocalDate FIRST = LocalDate.parse("2018-01-01");

    /** The last one is not counted. */
    static final List<String> STAGES = List.of("reserve", "cultivate", "tutor", "apply", "listed");

    record Step(String stage, LocalDate day) {}

    static List<RandomEntry> some(Random random, int entries) {
        return Stream.generate(() -> one(random)).limit(entries).toList();
    }

    private static RandomEntry one(Random random) {
        List<Step> steps = new ArrayList<>();
        LocalDate day = FIRST.plusDays(random.nextInt(2000));
        int stages = 1 + random.nextInt(4);
        for (int i = 0; i < stages; i++) {
            steps.add(new Step(STAGES.get(random.nextInt(STAGES.size())), day));
            day = day.plusDays(random.nextInt(400));
        }
        return new RandomEntry(
                List.of("A", "B", "C").get(random.nextInt(3)),
                BigDecimal.valueOf(random.nextInt(1000), 2),
                steps,
                random.nextInt(3) == 0 ? day : null);
    }

    /** Whether it stands in a counted stage at the end of a day. */
    boolean isThere(LocalDate at) {
        boolean there = false;
        for (Step step : steps) {
            there = step.day().isAfter(at) ? there : !step.stage().equals("listed");
        }
        return there && (end == null || end.isAfter(at));
    }

    /** What {@link CountRepository} reads, found by looking at every change of every entry. */
    static List<Turnover> turnovers(List<RandomEntry> entries, LocalDate after, LocalDate at) {
        Map<String, Turnover> turnovers = new TreeMap<>();
        for (RandomEntry entry : entries) {
            boolean before = false;
            List<Step> all = new ArrayList<>(entry.steps());
            if (entry.end() != null) {
                all.add(new Step("listed", entry.end()));
            }
            for (Step step : all) {
                boolean here = !step.stage().equals("listed");
                if (here != before
                        && !step.day().isAfter(at)
                        && (after == null || step.day().isAfter(after))) {
                    turnovers.merge(
                            entry.region() + step.day().getYear(), entry.turn(here, step.day()), Turnover::plus);
                }
                before = here;
            }
        }
        return List.copyOf(turnovers.values());
    }

    private Turnover turn(boolean here, LocalDate day) {
        List<BigDecimal> sizes = List.of(size);
        List<BigDecimal> none = List.of(BigDecimal.ZERO);
        return new Turnover(
                region, day.getYear(), here ? 1 : 0, here ? 0 : 1, here ? sizes : none, here ? none : sizes);
    }
}
