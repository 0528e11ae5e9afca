package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.finplan.benchmarks.facts.Reports.Sort;
import org.finplan.benchmarks.gateway.Numbers;
import org.finplan.platform.devstack.issuer.DemoUser;

/**
 * Measures reports that revise figures, sent to the service itself, beside a bare JDBC client that inserts the rows that the
 * report made: figures, what formulas give, judgements and events. In a database of its own, which begins anew with each run.
 */
final class WriteBenchmark {

    private static final String WRITES = "writes";
    private static final int FEW_ITEMS = 500;
    /** The most that a report may have. */
    private static final int MANY_ITEMS = 5_000;

    private static final double GOAL_RATE = 5_000;
    private static final double GOAL_TIMES = 3;
    private static final double GOAL_FLAT = 1.2;
    /** Reports of many items until the compilers have little left to do. */
    private static final int WARM_UP = 8;

    private final Options options;
    private final Site site;
    private final Verdicts verdicts;

    private record Size(Sort sort, int items) {}

    /** Rows of a report, and what each side took for them in each round. */
    private static final class Taken {
        private final List<Double> service = new ArrayList<>();
        private final List<Double> bare = new ArrayList<>();
        private int rows;
    }

    WriteBenchmark(Options options, Site site, Verdicts verdicts) {
        this.options = options;
        this.site = site;
        this.verdicts = verdicts;
    }

    void run() throws Exception {
        site.dropDatabase(WRITES);
        int port = site.startService(WRITES);
        Map<Size, Taken> all = new LinkedHashMap<>();
        for (Sort sort : Sort.values()) {
            all.put(new Size(sort, FEW_ITEMS), new Taken());
            all.put(new Size(sort, MANY_ITEMS), new Taken());
        }
        Token token = new Token(() -> site.token(DemoUser.find("city-officer").orElseThrow()));
        try (Reports reports = new Reports(port, token);
                BareWriter bare = new BareWriter(site.superuser(WRITES), site.asService(WRITES))) {
            for (int round = -WARM_UP; round < options.rounds(); round++) {
                for (Map.Entry<Size, Taken> size : all.entrySet()) {
                    measure(size.getKey(), size.getValue(), reports, bare, round >= 0);
                }
            }
        }
        tell(all);
    }

    private static void measure(Size size, Taken taken, Reports reports, BareWriter bare, boolean counts)
            throws IOException, SQLException {
        bare.begin();
        long service = reports.send(size.sort(), size.items());
        taken.rows = bare.read();
        long floor = bare.write();
        if (counts) {
            taken.service.add(service / 1e6);
            taken.bare.add(floor / 1e6);
        }
    }

    private void tell(Map<Size, Taken> all) {
        Verdicts.print("");
        Verdicts.print("reports that revise figures, to the service itself, 1 connection, %d rounds", options.rounds());
        Verdicts.print("%-28s%10s%12s%12s%12s%12s", "", "rows", "service ms", "values/s", "bare ms", "times bare");
        all.forEach(WriteBenchmark::line);
        Taken largest = all.get(new Size(Sort.FOLLOWED, MANY_ITEMS));
        double rate = MANY_ITEMS / Numbers.median(largest.service) * 1e3;
        verdicts.verdict(rate >= GOAL_RATE, "%,.0f values/s with formulas, goal %,.0f", rate, GOAL_RATE);
        for (Sort sort : Sort.values()) {
            judge(
                    sort == Sort.ALONE ? "alone" : "with formulas",
                    all.get(new Size(sort, FEW_ITEMS)),
                    all.get(new Size(sort, MANY_ITEMS)));
        }
    }

    private static void line(Size size, Taken taken) {
        double service = Numbers.median(taken.service);
        Verdicts.print(
                "%-28s%,10d%12.0f%,12.0f%12.0f%12.2f",
                String.format(
                        Locale.ROOT,
                        "%,d %s",
                        size.items(),
                        size.sort() == Sort.ALONE ? "alone" : "that formulas follow"),
                taken.rows,
                service,
                size.items() / service * 1e3,
                Numbers.median(taken.bare),
                Numbers.ratio(taken.service, taken.bare));
    }

    private void judge(String name, Taken few, Taken many) {
        double times = Numbers.ratio(many.service, many.bare);
        verdicts.verdict(
                times <= GOAL_TIMES,
                "%s: %.2f times the bare client's time, goal at most %.0f",
                name,
                times,
                GOAL_TIMES);
        double flat = Numbers.ratio(many.service, few.service) * FEW_ITEMS / MANY_ITEMS;
        verdicts.verdict(
                flat <= GOAL_FLAT,
                "%s: a value among %,d costs %.2f times that among %,d, goal at most %.1f",
                name,
                MANY_ITEMS,
                flat,
                FEW_ITEMS,
                GOAL_FLAT);
    }
}
