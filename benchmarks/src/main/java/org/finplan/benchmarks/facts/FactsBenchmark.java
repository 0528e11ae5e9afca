package org.finplan.benchmarks.facts;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.finplan.benchmarks.gateway.Numbers;
import org.finplan.platform.devstack.issuer.DemoUser;

/**
 * Measures reads of figures by the packaged indicators-service at ten thousand and at ten million stored versions, and reports
 * of figures, beside a bare JDBC client of the same server: {@code benchmarks/run facts}. Everything runs on loopback and in
 * turns; each goal is a ratio of neighbouring measurements, save those for the scoreboard and for values a second.
 */
public final class FactsBenchmark {

    private static final String FEW = "few";
    private static final String MANY = "many";
    /** 34 places of 60 periods of 5 versions: 10,200 versions. */
    private static final int TEN_THOUSAND = 34;

    private static final double GOAL_RATE = 0.5;
    private static final double GOAL_COST = 1.5;
    private static final double GOAL_SCOREBOARD_MILLIS = 30;
    private static final int COMPARED = 20;
    private static final String SCOREBOARD =
            "/api/v1/attainment?plan=zq-fin-14fyp&region=" + Sample.CITY + "&children=true&from=2021&to=2025";
    private static final int BOARDS = 200;
    /** Boards until the compilers have little left to do. */
    private static final int WARM_BOARDS = 600;

    /** Sees the city and its eleven parts: twelve regions. */
    private static final DemoUser TWELVE =
            new DemoUser("sample-officer", Set.of("district-officer"), DemoUser.DISTRICTS, List.of());

    private final Options options;
    private final Site site;
    private int few;
    private int many;
    private final Verdicts verdicts = new Verdicts();

    private FactsBenchmark(Options options, Site site) {
        this.options = options;
        this.site = site;
    }

    /**
     * Runs it and ends the process: 0 when the goals are reached, 1 when one is missed, 2 for options that mean nothing.
     *
     * @param arguments see {@link Options#parse}
     * @throws Exception when a server, a program or its files cannot be used
     */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        boolean reached;
        try (Site site = new Site(options)) {
            Thread stop = new Thread(site::close);
            Runtime.getRuntime().addShutdownHook(stop);
            FactsBenchmark benchmark = new FactsBenchmark(options, site);
            benchmark.run();
            reached = benchmark.verdicts.reached();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        System.exit(reached ? 0 : 1);
    }

    private void run() throws Exception {
        if (!options.writesOnly()) {
            reads();
        }
        new WriteBenchmark(options, site, verdicts).run();
    }

    private void reads() throws Exception {
        few = prepare(FEW, TEN_THOUSAND);
        many = prepare(MANY, options.places());
        site.rememberLoaded();
        compareAnswers();
        Verdicts.print(
                "%d processors, Java %s; %d rounds of %d s each, medians",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), options.rounds(), options.seconds());
        for (int connections : new int[] {1, 8}) {
            try (Readers bare = bare(connections);
                    Readers atMany = service(connections, options.places(), many);
                    Readers atFew = service(connections, TEN_THOUSAND, few)) {
                for (boolean past : new boolean[] {false, true}) {
                    series(connections, past, List.of(bare, atMany, atFew));
                }
            }
        }
        scoreboard();
    }

    private int prepare(String name, int places) throws IOException, SQLException {
        int port = site.startService(name);
        try (Connection superuser = site.superuser(name)) {
            Load load = new Load(superuser);
            long start = System.nanoTime();
            if (!site.isLoaded()) {
                load.run(places);
            }
            Verdicts.print(
                    "%-6s%,d versions, %.1f GB with their indexes, %s",
                    name,
                    load.count("observation"),
                    load.bytes() / 1e9,
                    site.isLoaded()
                            ? "loaded before"
                            : String.format(Locale.ROOT, "loaded in %.0f s", (System.nanoTime() - start) / 1e9));
        }
        return port;
    }

    private Readers bare(int connections) throws Exception {
        return new Readers(connections, options.places(), () -> new BareReader(site.asService(MANY)));
    }

    private Readers service(int connections, int places, int port) throws Exception {
        Token token = new Token(() -> site.token(DemoUser.find("city-officer").orElseThrow()));
        return new Readers(connections, places, () -> new ServiceReader(port, token));
    }

    private void compareAnswers() throws Exception {
        SplittableRandom picks = new SplittableRandom(1);
        try (BareReader bare = new BareReader(site.asService(MANY));
                ServiceReader service = new ServiceReader(
                        many, () -> site.token(DemoUser.find("city-officer").orElseThrow()))) {
            for (int i = 0; i < COMPARED; i++) {
                int place = picks.nextInt(options.places());
                SameAnswer.require(bare.read(place, null), service.read(place, null));
                var asOf = Sample.PAST.get(i % Sample.PAST.size());
                SameAnswer.require(bare.read(place, asOf), service.read(place, asOf));
            }
        }
    }

    /** One line of the table, from rounds in which each side is measured once, each time beginning with another. */
    private void series(int connections, boolean past, List<Readers> sides) throws Exception {
        for (Readers side : sides) {
            side.warmUp(past);
        }
        Map<Readers, List<Double>> rates = new LinkedHashMap<>();
        Map<Readers, List<Double>> millis = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (int i = 0; i < sides.size(); i++) {
                Readers side = sides.get((round + i) % sides.size());
                Readers.Speed speed = side.run(options.seconds(), past, round);
                rates.computeIfAbsent(side, any -> new ArrayList<>()).add(speed.rate());
                millis.computeIfAbsent(side, any -> new ArrayList<>()).add(speed.millis());
            }
        }
        Readers bare = sides.get(0);
        Readers atMany = sides.get(1);
        Readers atFew = sides.get(2);
        Verdicts.print("");
        Verdicts.print(
                "60 periods, %s, %s",
                past ? "as of the past" : "latest", connections == 1 ? "1 connection" : connections + " connections");
        Verdicts.print("%-28s%12s%12s", "", "reads/s", "median ms");
        line("bare client, many", rates.get(bare), millis.get(bare));
        line("service, many", rates.get(atMany), millis.get(atMany));
        line("service, few", rates.get(atFew), millis.get(atFew));
        double rate = Numbers.ratio(rates.get(atMany), rates.get(bare));
        verdicts.verdict(rate >= GOAL_RATE, "%.2f of the bare client's rate, goal %.2f", rate, GOAL_RATE);
        double cost = Numbers.ratio(millis.get(atMany), millis.get(atFew));
        verdicts.verdict(cost <= GOAL_COST, "%.2f times the median at few, goal at most %.1f", cost, GOAL_COST);
    }

    private static void line(String name, List<Double> rates, List<Double> millis) {
        Verdicts.print("%-28s%12.0f%12.2f", name, Numbers.median(rates), Numbers.median(millis));
    }

    private void scoreboard() throws Exception {
        Verdicts.print("");
        try (ServiceReader reader = new ServiceReader(many, new Token(() -> site.token(TWELVE)));
                Connection superuser = site.superuser(MANY)) {
            List<Double> taken = new ArrayList<>();
            byte[] answer = {};
            for (int i = -WARM_BOARDS; i < BOARDS; i++) {
                long start = System.nanoTime();
                answer = reader.get(SCOREBOARD);
                if (i >= 0) {
                    taken.add((System.nanoTime() - start) / 1e6);
                }
            }
            int judged = SameAnswer.count(answer);
            int expected = 15 * Sample.REGIONS.size() * 5;
            verdicts.verdict(judged == expected, "scoreboard: %d cells judged, %d asked for", judged, expected);
            double median = Numbers.median(taken);
            verdicts.verdict(
                    median < GOAL_SCOREBOARD_MILLIS,
                    "scoreboard: median %.1f ms, %d KB; goal below %.0f ms",
                    median,
                    answer.length / 1000,
                    GOAL_SCOREBOARD_MILLIS);
            List<String> statements =
                    new Statements(superuser, site.postgresLog()).during(() -> reader.get(SCOREBOARD));
            for (String table : List.of("target", "observation")) {
                long trips = statements.stream()
                        .filter(sql -> sql.matches("(?s).*FROM\\s+" + table + "\\b.*"))
                        .count();
                verdicts.verdict(trips == 1, "scoreboard: %d round trip(s) for table %s, goal 1", trips, table);
            }
        }
    }
}
